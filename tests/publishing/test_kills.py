"""A publisher that is killed at any moment: readers see the old site or the new one, and the next try succeeds."""

import random
import re
import time
from collections.abc import Callable

import pytest

from tests.publishing.faults import BranchReaders, FolderReaders, command, killed_after, polling, served
from tests.publishing.places import Desk, files_of, git, news

PAGES = ("index.html", "uutiset/juttu/index.html", "uutiset/index.html", "feed.rss", "ledger.json")
MARK = re.compile(rb"Versio (\d+)\.")


def number_in(files: dict[str, bytes]) -> int:
    """Give the number of the content that a whole site shows: every page that shows one shows the same."""
    shown = {
        int(number) for path, data in files.items() if path.endswith((".html", ".rss")) for number in MARK.findall(data)
    }
    assert len(shown) == 1, shown
    assert "uutiset/juttu/index.html" in files
    return shown.pop()


def attacked(desk: Desk, kills: int, where: tuple[str, ...], look: Callable[[], dict[str, bytes]]) -> list[int]:
    """Change the content and kill its publisher, again and again; give the numbers that stood there afterwards."""
    chance = random.Random(kills)  # noqa: S311 - moments, not secrets
    stood = [0]
    duration = 0.0
    for number in range(1, kills + 2):
        desk.write(**{"news/juttu.fi.md": news("Juttu", f"Versio {number}.")})
        line = command(desk.content, desk.cache, *where, now=f"2031-06-01T12:00:{number % 60:02}")
        started = time.monotonic()
        # The first one is let through, to learn how long one takes; the others die anywhere, mostly where they write.
        seconds = (
            600.0 if number == 1 else duration * (chance.random() if number % 3 == 0 else chance.uniform(0.6, 1.1))
        )
        was_killed = killed_after(line, seconds)
        time.sleep(0.1)  # what has reached the other end is taken in, whether or not its sender lives
        duration = duration or time.monotonic() - started
        now = number_in(look())
        assert now in (stood[-1], number)
        assert was_killed or now == number
        stood.append(now)
    return stood


def check(desk: Desk, kills: int, kind: str) -> None:
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Versio 0.")})
    root = desk.folder / "www"
    where = ("--to", str(root)) if kind == "folder" else ()
    with served(desk.folder) as address:
        git(desk.content, "remote", "set-url", "origin", f"{address}/remote.git")
        assert desk.publish(*where)[0] == 0
        readers = FolderReaders(root, PAGES) if kind == "folder" else BranchReaders(desk.remote)
        states: set[object] = set()

        def look() -> dict[str, bytes]:
            files = files_of(root) if kind == "folder" else desk.published()
            states.update((page, files[page]) for page in PAGES)
            return files

        look()
        with polling(readers):
            stood = attacked(desk, kills, where, look)
        code, said = desk.publish(*where, now="2031-06-02")
    assert code == 0, said
    assert number_in(look()) == kills + 1
    assert readers.missing == []
    assert readers.looks > kills
    assert readers.unknown(desk, states) == set()
    assert not (desk.folder / ".www.kaiku-release" / "new").exists()
    scratch = git(desk.content, "for-each-ref", "--format=%(refname)")
    assert "kaiku-publishing" not in scratch
    print(f"{kind}: {kills} kills, {readers.looks} looks, the new site stood after {len(set(stood)) - 2} of them")


@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_killed_at_random_moments(desk: Desk, kind: str) -> None:
    check(desk, 10, kind)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_killed_a_hundred_times(desk: Desk, kind: str) -> None:
    check(desk, 100, kind)
