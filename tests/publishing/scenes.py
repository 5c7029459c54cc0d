"""A published site at a branch or in a folder, to which something can happen, on a small disk where that is wanted."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.publishing import proposal
from tests.publishing.faults import BranchReaders, FolderReaders, Readers
from tests.publishing.places import Desk, files_of, git, news, write

LATER = "2031-06-02T09:00"
PAGES = ("index.html", "uutiset/juttu/index.html", "feed.rss", "ledger.json")


def as_root(*command: str) -> None:
    """Run a command as root, by sudo where the tests are somebody else's."""
    allowed = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*allowed, *command], check=True)


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount a small disk."""
    folder.mkdir()
    as_root("mount", "-t", "tmpfs", "-o", "size=16m,mode=0777", "tmpfs", str(folder))
    try:
        yield
    finally:
        as_root("umount", "--lazy", str(folder))


def fill(folder: Path) -> Path:
    """Fill a disk to its last byte; give the file that does."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            return ballast


def stranger(desk: Desk, files: dict[str, str | None]) -> None:
    """Let somebody commit to the published branch by hand; None removes a file."""
    place = desk.folder / "stranger"
    git(desk.folder, "clone", "--quiet", "--branch=gh-pages", str(desk.remote), "stranger")
    for name, text in files.items():
        if text is None:
            (place / name).unlink()
        else:
            (place / name).write_text(text, encoding="utf-8")
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "-m", "Käsin")
    git(place, "push", "--quiet", "origin", "gh-pages")


class Scene:
    """A site that has been published once, and a destination in a place of its own."""

    def __init__(self, desk: Desk, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk = desk
        self.kind = kind
        self.monkeypatch = monkeypatch
        self.now = LATER
        self.place = desk.folder / "place"

    @contextmanager
    def prepared(self, on_disk: str = "") -> Iterator["Scene"]:
        """Begin with a first release; the destination, the cache or the content may stand on a disk of its own."""
        if on_disk:
            with small_disk(self.disk):
                yield from self._prepared(on_disk)
        else:
            yield from self._prepared(on_disk)

    def _prepared(self, on_disk: str) -> Iterator["Scene"]:
        self.place = self.disk / "place" if on_disk == "destination" else self.place
        self.place.mkdir()
        desk = self.desk
        desk.begin(self.kind)
        for name in ("remote.git", "www", ".www.kaiku-release"):
            if (desk.folder / name).exists():
                shutil.move(desk.folder / name, self.place)
        desk.remote = self.place / "remote.git"
        if on_disk == "cache":
            desk.cache = Path(shutil.move(desk.cache, self.disk))
        if on_disk == "content":
            desk.content = Path(shutil.move(desk.content.parent, self.disk)) / desk.content.name
        git(desk.content, "remote", "set-url", "origin", str(desk.remote))
        yield self

    @property
    def disk(self) -> Path:
        """Where the small disk is mounted."""
        return self.desk.folder / "disk"

    @property
    def root(self) -> Path:
        """The folder that is published to."""
        return self.place / "www"

    def publish(self, *words: str, now: str = "") -> tuple[int, str]:
        """Publish; give the exit code and what was said."""
        where = ("--to", str(self.root)) if self.kind == "folder" else ()
        return self.desk.publish(*where, *words, now=now or self.now)

    def files(self) -> dict[str, bytes]:
        """Give what stands there."""
        return self.desk.published() if self.kind == "branch" else files_of(self.root)

    def pages(self) -> set[tuple[str, bytes]]:
        """Give what readers may see of what stands there."""
        files = self.files()
        return {(page, files[page]) for page in PAGES}

    @contextmanager
    def readers(self) -> Iterator[Readers]:
        """Give readers of the destination, wherever it goes: they keep hold of its place."""
        if self.kind == "branch":
            yield BranchReaders(self.desk.remote, PAGES)
            return
        held = os.open(self.place, os.O_RDONLY)
        try:
            yield FolderReaders(Path(f"/proc/self/fd/{held}/www"), PAGES)
        finally:
            os.close(held)

    def change(self) -> None:
        """Change a text and add a long one."""
        long = news("Lisää", "Teksti. " * 500)
        self.desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti."), "news/lisaa.fi.md": long})

    def stranger(self, files: dict[str, str]) -> None:
        """Let somebody else write to the destination."""
        if self.kind == "branch":
            stranger(self.desk, dict(files))
        else:
            write(self.root, files)

    def move(self) -> None:
        """Move the destination elsewhere, and tell nobody."""
        self.place.rename(self.desk.folder / "elsewhere")

    def follow(self) -> None:
        """Tell where it is now."""
        self.place = self.desk.folder / "elsewhere"
        self.desk.remote = self.place / "remote.git"
        git(self.desk.content, "remote", "set-url", "origin", str(self.desk.remote))

    def before_sending(self, happens: Callable[[], None]) -> None:
        """Let something happen when the receipt has been shown."""
        self.monkeypatch.setattr(proposal, "show", lambda _: happens())
