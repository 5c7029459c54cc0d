"""A publisher that is killed at any moment: readers see the old site or the new one, and the next try succeeds."""

import os
import random
import re
import subprocess
import time
from collections.abc import Callable

import pytest

from tests.publishing.faults import SHEET, BranchReaders, FolderReaders, House, Readers, killed_after, polling, served
from tests.publishing.places import Desk, files_of, git, news
from tests.systems import signals

pytestmark = signals

PAGES = ("index.html", "uutiset/juttu/index.html", "uutiset/index.html", "feed.rss", "ledger.json")
MARK = re.compile(rb"Versio (\d+)\.")


def number_in(files: dict[str, bytes]) -> int:
    """Give the number of the content that a whole site shows: every page shows the same, and has its style sheet."""
    shown = {
        int(number) for path, data in files.items() if path.endswith((".html", ".rss")) for number in MARK.findall(data)
    }
    assert len(shown) == 1, shown
    assert "uutiset/juttu/index.html" in files
    digests = {digest for path, data in files.items() if path.endswith(".html") for _, digest in SHEET.findall(data)}
    assert len(digests) == 1, digests
    assert f"theme/kaiku.{digests.pop().decode()}.css" in files
    return shown.pop()


def file_at(desk: Desk, name: str) -> bytes:
    """Read a file of the remote by git's name for it."""
    return subprocess.run(["git", "cat-file", "blob", name], cwd=desk.remote, capture_output=True, check=True).stdout


class Attack:
    """A site whose publisher is killed again and again, while readers look."""

    def __init__(self, desk: Desk, kind: str) -> None:
        self.desk = desk
        self.kind = kind
        self.root = desk.folder / "www"
        self.house = House(desk.folder / "house")
        self.states: set[tuple[str, bytes]] = set()
        """Every page of every site that has stood there."""

    def change(self, number: int) -> None:
        """Change the text and the style sheet."""
        self.desk.write(**{"news/juttu.fi.md": news("Juttu", f"Versio {number}.")})
        self.house.restyle(number)

    def line(self, second: int) -> list[str]:
        where = ("--to", str(self.root)) if self.kind == "folder" else ()
        return self.house.command(self.desk, *where, now=f"2031-06-01T12:{second // 60:02}:{second % 60:02}")

    def publish(self, second: int) -> None:
        """Publish and be left alone."""
        done = subprocess.run(self.line(second), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def readers(self) -> Readers:
        return FolderReaders(self.root, PAGES) if self.kind == "folder" else BranchReaders(self.desk.remote, PAGES)

    def look(self) -> int:
        """Give the number of the site that stands there."""
        files = files_of(self.root) if self.kind == "folder" else self.desk.published()
        self.states.update((page, files[page]) for page in PAGES)
        return number_in(files)

    def remembered(self) -> set[tuple[str, bytes]]:
        """Give every page that has stood there, of releases too that stood when nobody of us looked."""
        trees = self.desk.log() if self.kind == "branch" else []
        return self.states | {(page, file_at(self.desk, f"{tree}:{page}")) for tree in trees for page in PAGES}

    def kill(self, kills: int, looks: Callable[[], int]) -> list[int]:
        """Change the site and kill its publisher; give the numbers that stood there afterwards."""
        chance = random.Random(kills)  # noqa: S311 - moments, not secrets
        stood = [0]
        duration = 0.0
        for number in range(1, kills + 2):
            self.change(number)
            before, started = looks(), time.monotonic()
            # The first is let through, to learn how long one takes; the others die anywhere, mostly where they write.
            anywhere, writing = duration * chance.random(), duration * chance.uniform(0.6, 1.1)
            was_killed = killed_after(self.line(number), 600.0 if number == 1 else writing if number % 3 else anywhere)
            time.sleep(0.1)  # what has reached the other end is taken in, whether or not its sender lives
            duration = duration or time.monotonic() - started
            now = self.look()
            # The one before may have been taken in by the other end after we looked.
            assert now in (stood[-1], number - 1, number)
            assert was_killed or now == number
            assert looks() > before, "nobody has looked meanwhile"
            stood.append(now)
        return stood


def check(desk: Desk, kills: int, kind: str) -> None:
    attack = Attack(desk, kind)
    with served(desk.folder) as address:
        git(desk.content, "remote", "set-url", "origin", f"{address}/remote.git")
        attack.change(0)
        attack.publish(0)
        assert attack.look() == 0
        readers = attack.readers()
        with polling(readers):
            stood = attack.kill(kills, lambda: readers.looks)
            attack.publish(kills + 2)
            assert attack.look() == kills + 1
        # Whoever publishes next tidies up, also locks that nobody can hold any more.
        for lock in (desk.content.parent / ".git").rglob("*.lock"):
            os.utime(lock, (time.time() - 3600,) * 2)
        attack.change(kills + 2)
        attack.publish(kills + 3)
        assert attack.look() == kills + 2
    assert readers.missing == []
    assert readers.unknown(attack.remembered()) == set()
    assert len({data for page, data in readers.seen if page == "index.html"}) >= len(set(stood) | {kills + 1})
    assert not (desk.folder / ".www.kaiku-release" / "new").exists()
    left = git(desk.content, "for-each-ref", "--format=%(refname)").split()
    assert not any("kaiku" in name for name in left if name != "refs/kaiku/published")
    print(f"{kind}: {kills} kills, {readers.looks} looks, the new site stood after {len(set(stood)) - 2} of them")


@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_killed_at_random_moments(desk: Desk, kind: str) -> None:
    """Once, where it writes; what stops it at each step is in test_web_root.py."""
    check(desk, 1, kind)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_killed_a_hundred_times(desk: Desk, kind: str) -> None:
    check(desk, 100, kind)
