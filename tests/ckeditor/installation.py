"""Puts CKEditor 5 where the tests find it: `python -m tests.ckeditor.installation`.

Its version is locked in package-lock.json. Like a missing browser, a missing editor fails the tests and does not skip
them. Nothing of it becomes part of the site.
"""

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache" / "ckeditor"
FILES = ("package.json", "package-lock.json")
NPM = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=optional")

MISSING = """CKEditor 5 could not be installed, and the tests of copying blocks into an editor need it: npm (it comes
with Node.js, https://nodejs.org) and its package ckeditor5. What npm said:
{said}"""


class EditorMissingError(Exception):
    """CKEditor could not be had; the argument says why."""


def editor() -> Path:
    """Give the folder of CKEditor's files for browsers, installed when it is not there yet."""
    lock = sha256((HERE / FILES[1]).read_bytes()).hexdigest()[:16]
    folder = CACHE / lock
    files = folder / "node_modules" / "ckeditor5" / "dist" / "browser"
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "lock"):
        if not (files / "ckeditor5.js").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            _install(folder)
    return files


def _install(folder: Path) -> None:
    for name in FILES:
        shutil.copy(HERE / name, folder)
    npm = shutil.which("npm")
    if npm is None:
        raise EditorMissingError(MISSING.format(said="npm was not found"))
    done = subprocess.run([npm, *NPM], cwd=folder, check=False, capture_output=True, text=True, timeout=600)
    if done.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise EditorMissingError(MISSING.format(said=done.stderr.strip()))


def main() -> int:
    """Make sure that the editor is there, and say where."""
    try:
        print(f"CKEditor for the tests: {editor()}", flush=True)
    except EditorMissingError as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
