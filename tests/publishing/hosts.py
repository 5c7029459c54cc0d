"""Web servers in tests: nginx and Apache of Debian with the configurations that docs/hosting.md shows."""

import http.client
import os
import re
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from tests.publishing.faults import free_port
from tests.web_servers import APACHE_MODULES, BROTLI, MEDIA_TYPES, executable

GUIDE = (Path(__file__).parents[2] / "docs" / "hosting.md").read_text(encoding="utf-8")


def fenced(name: str) -> str:
    """Give an example of the guide by what stands behind its fence."""
    found = re.search(rf"^```{name}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert found is not None, name
    return found[1]


class Host(ABC):
    """A web server that sends `root`; the site stands below it, in the folder of a name."""

    def __init__(self, folder: Path, root: Path, name: str) -> None:
        self.folder = folder
        self.root = root
        self.name = name
        self.port = free_port()

    @abstractmethod
    def command(self) -> list[str]:
        """Write the configuration; give the command line that starts the server."""

    @contextmanager
    def running(self) -> Iterator[Self]:
        """Run the server."""
        self.folder.mkdir(exist_ok=True)
        with subprocess.Popen(self.command(), stderr=subprocess.PIPE, text=True) as server:
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
        return "".join(line for line in lines if re.search(r"[\[:](alert|crit|emerg|warn)\]", line))

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Ask for a path; give status, headers by their names in small letters, and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()})
        answer = connection.getresponse()
        found = answer.status, {name.lower(): text for name, text in answer.getheaders()}, answer.read()
        connection.close()
        return found


class Nginx(Host):
    """nginx with the guide's configuration."""

    def command(self) -> list[str]:
        own = fenced("nginx").replace("/srv/www", str(self.root)).replace("hankkeet", self.name)
        own = own.replace("listen 80;", f"listen 127.0.0.1:{self.port};")
        temporary = "".join(
            f"{kind}_temp_path {self.folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        user = "user root;" if os.geteuid() == 0 else ""
        file = self.folder / "nginx.conf"
        file.write_text(
            f"load_module {BROTLI};\n{user}\nworker_processes 2;\npid {self.folder}/pid;\ndaemon off;\n"
            f"error_log {self.folder}/errors;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{own}}}\n",
            encoding="utf-8",
        )
        return [executable("nginx"), "-p", str(self.folder), "-c", str(file), "-e", f"{self.folder}/errors"]


class Apache(Host):
    """Apache with the guide's `.htaccess` in its root, and with the modules that the guide names."""

    def command(self) -> list[str]:
        (self.root / ".htaccess").write_text(fenced("apache").replace("hankkeet", self.name), encoding="utf-8")
        named = re.search(r"Modules: ([\w, ]+)\.", GUIDE)
        assert named is not None
        modules = ("mpm_event", "authz_core", "mime", "dir", "alias", *named[1].split(", "))
        loaded = "".join(f"LoadModule {one}_module {APACHE_MODULES}/mod_{one}.so\n" for one in modules)
        user = "User nobody\nGroup nogroup\n" if os.geteuid() == 0 else ""
        file = self.folder / "apache.conf"
        file.write_text(
            f"ServerRoot {self.folder}\nListen 127.0.0.1:{self.port}\nServerName example.org\n{loaded}{user}"
            f"PidFile {self.folder}/pid\nErrorLog {self.folder}/errors\nTypesConfig {MEDIA_TYPES}\n"
            f"DocumentRoot {self.root}\n<Directory {self.root}>\nAllowOverride All\nRequire all granted\n"
            "</Directory>\n",
            encoding="utf-8",
        )
        return [executable("apache2"), "-f", str(file), "-D", "FOREGROUND"]
