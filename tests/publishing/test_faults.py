"""Faults made to happen: readers keep the last good site, the message says what to do, and the second try succeeds.

`FAULTS` is the table: what goes wrong, for a branch and for a folder. Faults that take two publishers or a killed one
are in test_recovery.py and test_kills.py; a folder has no remote that could refuse, hang or move, and no committer.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

import pytest

from tests.publishing.faults import polling
from tests.publishing.places import Desk, git
from tests.publishing.scenes import Scene, as_root, fill
from tests.systems import linux

pytestmark = linux

STANDS = "What was published stands as it was"
AGAIN = "try again"


class Fault(NamedTuple):
    """What goes wrong, where, and what publishing says of it."""

    name: str
    kind: str
    happens: Callable[[Scene], AbstractContextManager[None]]
    said: tuple[str, ...]
    code: int = 1
    on_disk: str = ""
    """What stands on a small disk of its own: `destination`, `cache` or `content`."""

    def __str__(self) -> str:
        """Name the test."""
        return f"{self.name}-{self.kind}".replace(" ", "-")


@contextmanager
def full_disk(scene: Scene) -> Iterator[None]:
    ballast = fill(scene.disk)
    yield
    ballast.unlink()


@contextmanager
def read_only(scene: Scene) -> Iterator[None]:
    gc.collect()  # the database of the cache, which the first publishing in this process has left open
    as_root("mount", "-o", "remount,ro", str(scene.disk))
    yield
    as_root("mount", "-o", "remount,rw", str(scene.disk))


@contextmanager
def unreachable(scene: Scene) -> Iterator[None]:
    """Nobody answers where the remote was."""
    git(scene.desk.content, "remote", "set-url", "origin", "http://127.0.0.1:9/koe.git")
    yield
    git(scene.desk.content, "remote", "set-url", "origin", str(scene.desk.remote))


@contextmanager
def refusing(scene: Scene) -> Iterator[None]:
    scene.desk.hook("echo 'Julkaiseminen on nyt kielletty.' >&2; exit 1")
    yield
    scene.desk.hook("exit 0")


@contextmanager
def moved(scene: Scene) -> Iterator[None]:
    """The destination has another address now, of which somebody tells only after the first try."""
    scene.move()
    yield
    scene.follow()


@contextmanager
def moving(scene: Scene) -> Iterator[None]:
    """The destination moves between the look at it and the sending."""
    scene.before_sending(scene.move)
    yield
    scene.monkeypatch.undo()
    scene.follow()


@contextmanager
def overtaken(scene: Scene) -> Iterator[None]:
    """Somebody else changes what stands there between the look at it and the sending; a page that nobody reads."""
    scene.before_sending(lambda: scene.stranger({"oma.html": "Oma sivu"}))
    yield
    scene.monkeypatch.undo()


@contextmanager
def clock_back(scene: Scene) -> Iterator[None]:
    now, scene.now = scene.now, "2031-05-01T12:00"
    yield
    scene.now = now


FULL = ("No space left on device", STANDS)
READ_ONLY = ("Read-only file system", STANDS)
CLOCK = (
    "The clock of this machine is behind: it shows 2031-05-01T12:00:00+03:00",
    "the last release (number 1) was made on 1 June 2031",
    "Check the clock and try again.",
)
FAULTS = (
    Fault("disk full", "folder", full_disk, (*FULL, "Check the free space"), on_disk="destination"),
    Fault("disk full", "branch", full_disk, (STANDS,), on_disk="destination"),
    Fault("disk of the cache full", "folder", full_disk, (STANDS,), on_disk="cache"),
    Fault("disk of the cache full", "branch", full_disk, (STANDS,), on_disk="cache"),
    Fault(
        "disk of the writer full",
        "branch",
        full_disk,
        ("Nothing was sent.", "Check the free space of this machine", AGAIN),
        on_disk="content",
    ),
    Fault("read-only", "folder", read_only, (*READ_ONLY, "Check the free space and the rights"), on_disk="destination"),
    Fault("read-only", "branch", read_only, (STANDS,), on_disk="destination"),
    Fault("read-only cache", "folder", read_only, (STANDS, AGAIN), on_disk="cache"),
    Fault("read-only cache", "branch", read_only, (STANDS, AGAIN), on_disk="cache"),
    Fault("no network", "branch", unreachable, ("cannot be reached", "Check the network connection", AGAIN)),
    Fault("push refused", "branch", refusing, ("did not accept the site", STANDS, "Julkaiseminen on nyt kielletty.")),
    Fault("moved", "branch", moved, ("cannot be reached", "does not appear to be a git repository")),
    Fault("moved", "folder", moved, ("cannot be made, because there is no folder",), code=2),
    Fault("moving", "branch", moving, ("could not be sent to origin/gh-pages", STANDS)),
    Fault("moving", "folder", moving, (STANDS, "No such file or directory")),
    Fault("overtaken", "branch", overtaken, ("Somebody else has just published to origin/gh-pages", "again")),
    Fault("overtaken", "folder", overtaken, ("Somebody else has just published to", "again")),
    Fault("clock back", "branch", clock_back, CLOCK),
    Fault("clock back", "folder", clock_back, CLOCK),
)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch, fault: Fault) -> None:
    with Scene(desk, fault.kind, monkeypatch).prepared(fault.on_disk) as scene, scene.readers() as readers:
        old = scene.pages()
        scene.change()
        with polling(readers):
            with fault.happens(scene):
                code, said = scene.publish()
            assert code == fault.code, said
            assert [text for text in fault.said if text not in said] == [], said
            assert "Traceback" not in said
            assert scene.pages() == old
            code, said = scene.publish()
        assert code == 0, said
        assert b"Uusi teksti." in scene.files()["uutiset/juttu/index.html"]
        assert readers.missing == []
        assert readers.unknown(old | scene.pages()) == set()


def test_a_folder_needs_no_network(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor anything else of git: the remote is gone, and so is every setting."""
    with Scene(desk, "folder", monkeypatch).prepared() as scene, unreachable(scene):
        scene.change()
        code, said = scene.publish()
        assert code == 0, said
        assert b"Uusi teksti." in scene.files()["uutiset/juttu/index.html"]
