"""Places to publish to and from: real repositories and folders on disk."""

import io
import subprocess
import tarfile
from pathlib import Path

import pytest

import tasks
from plugins.console.menu import main
from tests.sites import files_of, news, plain_site, warm, write

SITE = (
    "name: {fi: Koesivusto, sv: Provplats}\nbase_url: https://example.org/koe/\nlanguages: [fi, sv]\n"
    "operator: Koe\ncontact: {name: Koe, email: koe@example.org}\n"
    "accessibility: {feedback_email: palaute@example.org}\n"
    "privacy: {controller: Koe, email: tietosuoja@example.org}\n"
)
MENU = tasks.COMMANDS
NOW = "2031-06-01T12:00"


def git(folder: Path, *arguments: str) -> str:
    """Run git with nobody's settings but the test's; give its output."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class Desk:
    """A writer's repository with a remote, and the command to publish from it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.remote = folder / "remote.git"
        self.content = folder / "desk" / "content"
        self.cache = warm(folder / "cache")
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.remote))
        git(folder, "clone", "--quiet", str(self.remote), "desk")
        git(folder / "desk", "checkout", "--quiet", "-b", "main")
        plain_site(self.content)
        self.write(**{"site.yaml": SITE, "news/juttu.fi.md": news("Juttu", "Vanha teksti.")})

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
        self.capsys.readouterr()
        try:
            code = main([*line, *words], MENU)
        except SystemExit as leaving:
            code = int(str(leaving.code))
        said = self.capsys.readouterr()
        return code, said.out, said.err

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


__all__ = ["MENU", "NOW", "SITE", "Desk", "files_of", "git", "news", "write"]
