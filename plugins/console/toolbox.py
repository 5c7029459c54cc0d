"""What the tasks of developers run: Python's own tools, always at the root of the project."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.console.arguments import ROOT

# Every platform and Python from 3.11 on in one file, each package with the hashes of all its files. No address of
# an index is written: where packages come from is the business of the machine that installs them.
LOCKING = (
    *("pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version=3.11", "--generate-hashes"),
    *("--no-config", "--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command=./kaiku lock"),
)
# The test packages are locked beside the others, so that adding them to .venv changes nothing that is there.
LOCKS = {
    "requirements-build.lock": ("--group", "build"),
    "requirements.lock": ("pyproject.toml",),
    "requirements-test.lock": ("pyproject.toml", "--group", "test", "--constraints", "requirements.lock"),
}

EVERY_CORE = ("-n", "auto", "--dist", "worksteal")
"""Tests stay in the order of their files, so that what a folder shares is made once and not on every core."""

AUDITOR = "pip-audit==2.9.0"
UNFETCHED = 2
"""The exit code of uv when it cannot get the program that it should run."""


def python(*arguments: str) -> int:
    """Run a module of Python's with arguments; give the exit code. Whoever interrupts it lets it tidy up."""
    sys.stdout.flush()
    before = signal.signal(signal.SIGINT, lambda *_: None)  # a terminal interrupts the other process too
    try:
        return subprocess.run([sys.executable, "-X", "utf8", "-m", *arguments], cwd=ROOT, check=False).returncode
    finally:
        signal.signal(signal.SIGINT, before)


def first_failure(*codes: int) -> int:
    """Return the exit code of steps that all were run."""
    return next(filter(None, codes), 0)


def pytest_arguments(words: Sequence[str]) -> list[str]:
    """Return pytest's arguments, with paths as seen from the root: one may stand elsewhere.

    Long runs use every core, and nothing in them is too long.
    """
    located = [*EVERY_CORE, "-o", "faulthandler_timeout=0"] if "--long" in words else []
    for word in words:
        path, colons, node = word.partition("::")
        located.append(f"{Path(path).absolute()}{colons}{node}" if Path(path).exists() else word)
    return located


def renew_locks() -> int:
    """Write the lock files anew."""
    for name, which in LOCKS.items():
        print(name)
        if code := python("uv", *LOCKING, *which, "--output-file", name):
            return code
    return 0


def audit(language: str) -> int:
    """Ask the advisory databases for known weaknesses of what is locked; give the exit code, 2 when nobody answers.

    pip-audit is run apart from everything else, in the version named here: it needs a network anyway.
    """
    from plugins.console.announcements import Audience, say

    codes = []
    for lock in LOCKS:
        print(lock)
        code = python("uv", "tool", "run", AUDITOR, "--require-hashes", "--disable-pip", "--requirement", lock)
        if code == UNFETCHED:
            say(Audience(language, "text"), "no-audit")
            return code
        codes.append(code)
    return first_failure(*codes)
