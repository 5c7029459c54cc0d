"""Renews the script of the editor's forms: `python -m distribution.editor_bundle VERSION`.

The package is fetched by npm, checked against what npm says of it, and its one script kept, packed. What was fetched is
written down beside it; a test holds the script against that.
"""

import base64
import gzip
import json
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha512
from pathlib import Path

PACKAGE = "decap-cms"
VENDOR = Path(__file__).parents[1] / "plugins" / "editor" / "vendor"


def integrity(data: bytes) -> str:
    """Return a digest as Subresource Integrity writes it."""
    return "sha512-" + base64.b64encode(sha512(data).digest()).decode("ascii")


def main(version: str) -> int:
    """Fetch a version and keep its script; give the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        order = ["npm", "pack", f"{PACKAGE}@{version}", "--json", "--pack-destination", folder]
        told = json.loads(subprocess.run(order, check=True, capture_output=True, text=True).stdout)[0]
        data = (Path(folder) / told["filename"]).read_bytes()
        if integrity(data) != told["integrity"]:
            sys.stderr.write(f"{PACKAGE} {version}: not what npm announced\n")
            return 1
        with tarfile.open(Path(folder) / told["filename"]) as package:
            script = _file(package, f"{PACKAGE}.js")
            notices = _file(package, f"{PACKAGE}.js.LICENSE.txt")
    (VENDOR / f"{PACKAGE}.js.gz").write_bytes(gzip.compress(script, 9, mtime=0))
    (VENDOR / f"{PACKAGE}.js.LICENSE.txt").write_bytes(notices)
    known = {"package": PACKAGE, "version": told["version"], "licence": "MIT"}
    known |= {"integrity": told["integrity"], "script": integrity(script)}
    (VENDOR / f"{PACKAGE}.json").write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
    return 0


def _file(package: tarfile.TarFile, name: str) -> bytes:
    stream = package.extractfile(f"package/dist/{name}")
    assert stream is not None, name
    return stream.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
