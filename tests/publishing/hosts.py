"""A web server in tests: nginx of Debian with the configuration that docs/hosting.md shows."""

import http.client
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.nginx import MODULE, executable
from tests.publishing.faults import free_port

GUIDE = (Path(__file__).parents[2] / "docs" / "hosting.md").read_text(encoding="utf-8")


def fenced(name: str) -> str:
    """Give an example of the guide by what stands behind its fence."""
    found = re.search(rf"^```{name}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert found is not None, name
    return found[1]


class Host:
    """An nginx that sends `root`; the site stands below it, in the folder of a name."""

    def __init__(self, folder: Path, root: Path, name: str) -> None:
        self.folder = folder
        self.root = root
        self.name = name
        self.port = free_port()

    def configuration(self) -> str:
        own = fenced("nginx").replace("/srv/www", str(self.root)).replace("hankkeet", self.name)
        own = own.replace("listen 80;", f"listen 127.0.0.1:{self.port};")
        temporary = "".join(
            f"{kind}_temp_path {self.folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        user = "user root;" if os.geteuid() == 0 else ""
        return (
            f"load_module {MODULE};\n{user}\nworker_processes 2;\npid {self.folder}/pid;\ndaemon off;\n"
            f"error_log {self.folder}/errors;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{own}}}\n"
        )

    @contextmanager
    def running(self) -> Iterator["Host"]:
        """Run the server."""
        self.folder.mkdir(exist_ok=True)
        file = self.folder / "nginx.conf"
        file.write_text(self.configuration(), encoding="utf-8")
        command = [executable(), "-p", str(self.folder), "-c", str(file), "-e", f"{self.folder}/errors"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            try:
                for _ in range(200):
                    if (self.folder / "pid").exists() or server.poll() is not None:
                        break
                    time.sleep(0.02)
                assert server.poll() is None, server.stderr and server.stderr.read()
                yield self
            finally:
                server.terminate()
                server.communicate()
        assert self.complaints() == ""

    def complaints(self) -> str:
        """Give what the server has complained of: more than a file that is not there."""
        lines = (self.folder / "errors").read_text(encoding="utf-8").splitlines(keepends=True)
        return "".join(line for line in lines if re.search(r"\[(alert|crit|emerg|warn)\]", line))

    def reload(self) -> None:
        """Let the server read its configuration, and the map of redirects, again."""
        os.kill(int((self.folder / "pid").read_text()), 1)
        time.sleep(0.5)

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Ask for a path; give status, headers by their names in small letters, and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()})
        answer = connection.getresponse()
        found = answer.status, {name.lower(): text for name, text in answer.getheaders()}, answer.read()
        connection.close()
        return found
