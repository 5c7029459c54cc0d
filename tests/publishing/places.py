"""Places to publish to and from: real repositories and folders on disk."""

import io
import shutil
import subprocess
import tarfile
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

import tasks
from plugins.console.menu import main
from tests.sites import files_of, news, plain_site, warm, write

SITE = (
    "name: {fi: Koesivusto, sv: Provplats}\nbase_url: https://example.org/koe/\nlanguages: [fi, sv]\n"
    "operator: Koe\ncontact: {name: Koe, email: koe@example.org}\n"
    "accessibility: {feedback_email: palaute@example.org}\n"
    "privacy: {controller: Koe, email: tietosuoja@example.org}\n"
)
WITHOUT_SEARCH = f"{SITE}search: false\n"
"""Of most desks: an index for each language takes a third of the time of a release."""
MENU = tasks.COMMANDS
NOW = "2031-06-01T12:00"


def git(folder: Path, *arguments: str) -> str:
    """Run git with nobody's settings but the test's; give its output."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def run(line: list[str]) -> tuple[int, str, str]:
    """Run a command line; give the exit code and what it said on each stream."""
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        try:
            code = main(line, MENU)
        except SystemExit as leaving:
            code = int(str(leaving.code))
    return code, out.getvalue(), err.getvalue()


class Desk:
    """A writer's repository with a remote, and the command to publish from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.remote = folder / "remote.git"
        self.content = folder / "desk" / "content"
        self.cache = folder / "cache"
        self.take(Path(_made("new").name))

    def begin(self, kind: str = "branch") -> None:
        """Stand where the first release to the branch, or into the folder `www`, has been made, at NOW."""
        self.take(Path(_made(kind).name))

    def take(self, folder: Path) -> None:
        """Copy the folder of another desk with all that it has published, and tell git where the remote is now."""
        shutil.copytree(folder, self.folder, symlinks=True, dirs_exist_ok=True)
        git(self.content, "remote", "set-url", "origin", str(self.remote))

    def write(self, **files: str) -> None:
        """Write sources; an empty text removes one."""
        write(self.content, {name: text for name, text in files.items() if text})
        for name, text in files.items():
            if not text:
                (self.content / name).unlink()

    def publish(self, *words: str, now: str = NOW, yes: bool = True) -> tuple[int, str]:
        """Publish; give the exit code and what was said."""
        return self.run("publish", *words, *(["--yes"] if yes else []), now=now)

    def run(self, command: str, *words: str, now: str = NOW) -> tuple[int, str]:
        """Run a command; give the exit code and what it said on both streams."""
        code, out, err = self.apart(command, *words, now=now)
        return code, out + err

    def apart(self, command: str, *words: str, now: str = NOW) -> tuple[int, str, str]:
        """Run a command; give the exit code and what it said on each stream."""
        line = [command, "--content", str(self.content), "--cache", str(self.cache), "--now", now, "--lang", "en"]
        return run([*line, *words])

    def log(self) -> list[str]:
        """Give the commits of the published branch, newest first."""
        return git(self.remote, "rev-list", "gh-pages").split()

    def published(self) -> dict[str, bytes]:
        """Give the files of the published branch as it is now: it may move while they are read."""
        packed = subprocess.run(["git", "archive", "gh-pages"], cwd=self.remote, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as files:
            return {file.name: files.extractfile(file).read() for file in files if file.isfile()}  # type: ignore[union-attr]

    def hook(self, script: str) -> None:
        """Let the remote run a script before it receives anything."""
        hook = self.remote / "hooks" / "pre-receive"
        hook.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        hook.chmod(0o755)


@cache
def _made(kind: str) -> tempfile.TemporaryDirectory[str]:
    """Make a desk; and publish from it once, if it is not to be new."""
    held = tempfile.TemporaryDirectory(prefix="kaiku-tests-")
    folder = Path(held.name)
    if kind == "new":
        warm(folder / "cache")
        git(folder, "init", "--quiet", "--template=", "--bare", "--initial-branch=main", "remote.git")
        (folder / "remote.git" / "hooks").mkdir()
        git(folder, "clone", "--quiet", "--template=", str(folder / "remote.git"), "desk")
        git(folder / "desk", "checkout", "--quiet", "-b", "main")
        plain_site(folder / "desk" / "content")
        texts = {"site.yaml": WITHOUT_SEARCH, "news/juttu.fi.md": news("Juttu", "Vanha teksti.")}
        write(folder / "desk" / "content", texts)
    else:
        code, said = Desk(folder).publish(*(("--to", str(folder / "www")) if kind == "folder" else ()))
        assert code == 0, said
    return held


__all__ = ["NOW", "SITE", "WITHOUT_SEARCH", "Desk", "files_of", "git", "news", "run", "write"]
