"""Finds a Chromium for the browser tests, and installs one where there is none: `python -m tests.chromium`.

A missing browser fails the tests, it does not skip them. `KAIKU_CHROMIUM` names a browser to use instead.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# Quiet and closed: nothing is fetched or looked up in the background. Root cannot have Chromium's sandbox.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    *(("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
)

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
APT = (("apt-get", "update", "-qq"), ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", "chromium"))
PLAYWRIGHT = ((sys.executable, "-m", "playwright", "install", "chromium"),)

MISSING = """No Chromium could be found or installed, and the browser tests need one. Install Chromium, Chrome or Edge,
for example `sudo apt install chromium`, or give the path of one in the environment variable KAIKU_CHROMIUM."""


def executable() -> Path:
    """Give the browser, or fail saying what to do."""
    for path in _candidates():
        if _works(path):
            return path
    raise FileNotFoundError(MISSING)


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("KAIKU_CHROMIUM"):
        yield Path(named)
        return  # who names a browser wants that one and no other
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from (Path(place) for place in PLACES)
    yield from _of_playwright()


def _of_playwright() -> Iterator[Path]:
    """Ask Playwright where its own browser is, or would be. Asked last, for its driver takes its time."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def _works(path: Path) -> bool:
    """Tell a browser from a stub of a package manager that only advises to install one."""
    if not path.is_file():
        return False
    if os.name == "nt":  # there a browser opens a window instead of telling its version
        return True
    return subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60).returncode == 0


def install() -> None:
    """Install Chromium by the means of the platform: Debian's package for root, else Playwright's own build."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    for commands in (APT, PLAYWRIGHT) if as_root else (PLAYWRIGHT,):
        for command in commands:
            print("+", *command, flush=True)
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            if subprocess.run(command, env=environment, check=False).returncode:
                break
        else:
            return


def main() -> int:
    """Make sure that there is a browser, and name it."""
    try:
        browser = executable()
    except FileNotFoundError:
        if "KAIKU_CHROMIUM" not in os.environ:
            print("No Chromium here: installing one for the browser tests.", flush=True)
            install()
        try:
            browser = executable()
        except FileNotFoundError as reason:
            print(reason, file=sys.stderr)
            return 1
    print(f"Browser for the tests: {browser}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
