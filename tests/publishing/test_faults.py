"""Faults made to happen: readers keep the last good site, the message says what to do, and the second try succeeds."""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.publishing import branch
from tests.publishing.faults import BranchReaders, FolderReaders, command, polling, served
from tests.publishing.places import Desk, files_of, git, news, write

LATER = "2031-06-02T09:00"


def as_root(*command: str) -> None:
    """Run a command as root, by sudo where the tests are somebody else's."""
    allowed = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*allowed, *command], check=True)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a small disk."""
    folder.mkdir()
    as_root("mount", "-t", "tmpfs", "-o", "size=16m,mode=0777", "tmpfs", str(folder))
    try:
        yield folder
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


def change(desk: Desk) -> None:
    desk.write(
        **{"news/juttu.fi.md": news("Juttu", "Uusi teksti."), "news/lisaa.fi.md": news("Lisää", "Teksti. " * 500)}
    )


def test_disk_of_the_web_root_is_full(desk: Desk) -> None:
    with small_disk(desk.folder / "disk") as disk:
        root = disk / "www"
        assert desk.publish("--to", str(root))[0] == 0
        old = files_of(root)
        change(desk)
        ballast = fill(disk)
        readers = FolderReaders(root, ("index.html", "uutiset/juttu/index.html"))
        with polling(readers):
            code, said = desk.publish("--to", str(root), now=LATER)
        assert code == 1
        assert f"Cannot write in the folder {root}. What was published stands as it was." in said
        assert "No space left on device" in said
        assert "Check the free space" in said
        assert files_of(root) == old
        assert readers.missing == []
        assert readers.seen <= set(old.items())
        ballast.unlink()
        assert desk.publish("--to", str(root), now=LATER)[0] == 0
        assert b"Uusi teksti." in files_of(root)["uutiset/juttu/index.html"]


@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_disk_of_the_cache_is_full(desk: Desk, kind: str) -> None:
    where = ("--to", str(desk.folder / "www")) if kind == "folder" else ()
    with small_disk(desk.folder / "disk") as disk:
        desk.cache = disk / "cache"
        assert desk.publish(*where)[0] == 0
        change(desk)
        ballast = fill(disk)
        code, said = desk.publish(*where, now=LATER)
        assert code == 1
        assert "Traceback" not in said
        assert "No space left on device" in said or "disk is full" in said
        assert "What was published stands as it was" in said
        shown = desk.published() if kind == "branch" else files_of(desk.folder / "www")
        assert b"Vanha teksti." in shown["uutiset/juttu/index.html"]
        ballast.unlink()
        assert desk.publish(*where, now=LATER)[0] == 0


def test_disk_of_the_repository_is_full(desk: Desk) -> None:
    with small_disk(desk.folder / "disk") as disk:
        git(desk.folder, "clone", "--quiet", "--bare", str(desk.remote), str(disk / "remote.git"))
        git(desk.content, "remote", "set-url", "origin", str(disk / "remote.git"))
        desk.remote = disk / "remote.git"
        assert desk.publish()[0] == 0
        before = desk.log()
        change(desk)
        ballast = fill(disk)
        readers = BranchReaders(desk.remote)
        with polling(readers):
            code, said = desk.publish(now=LATER)
        assert code == 1
        assert "What was published stands as it was." in said
        assert readers.missing == []
        ballast.unlink()
        assert desk.log() == before
        assert desk.publish(now=LATER)[0] == 0
        assert b"Uusi teksti." in desk.published()["uutiset/juttu/index.html"]


def test_web_root_that_is_read_only(desk: Desk) -> None:
    with small_disk(desk.folder / "disk") as disk:
        root = disk / "www"
        assert desk.publish("--to", str(root))[0] == 0
        old = files_of(root)
        change(desk)
        as_root("mount", "-o", "remount,ro", str(disk))
        code, said = desk.publish("--to", str(root), now=LATER)
        as_root("mount", "-o", "remount,rw", str(disk))
        assert code == 1
        assert f"Cannot write in the folder {root}. What was published stands as it was." in said
        assert "Read-only file system" in said
        assert files_of(root) == old
        assert desk.publish("--to", str(root), now=LATER)[0] == 0


def test_remote_moves_between_fetch_and_push(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The remote goes to another address while the site is being built."""
    desk.publish()
    change(desk)
    commit = branch.Branch._committed

    def moved(*arguments: object) -> str:
        made = commit(*arguments)  # type: ignore[arg-type]
        desk.remote.rename(desk.folder / "elsewhere.git")
        return made

    monkeypatch.setattr(branch.Branch, "_committed", moved)
    code, said = desk.publish(now=LATER)
    assert code == 1
    assert "The site could not be sent to origin/gh-pages. What was published stands as it was." in said
    monkeypatch.undo()
    desk.remote = desk.folder / "elsewhere.git"
    git(desk.content, "remote", "set-url", "origin", str(desk.remote))
    assert desk.publish(now=LATER)[0] == 0
    assert b"Uusi teksti." in desk.published()["uutiset/juttu/index.html"]


@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_two_people_at_once(desk: Desk, kind: str) -> None:
    """Two who publish at the same moment: what stands then is whole and one of theirs, and the other is told."""
    root = desk.folder / "www"
    where = ("--to", str(root)) if kind == "folder" else ()
    with served(desk.folder) as address:
        git(desk.content, "remote", "set-url", "origin", f"{address}/remote.git")
        assert desk.publish(*where)[0] == 0
        git(desk.folder, "clone", "--quiet", f"{address}/remote.git", "other")
        other = desk.folder / "other" / "content"
        write(other, {path: data.decode() for path, data in files_of(desk.content).items()})
        change(desk)
        write(other, {"news/juttu.fi.md": news("Juttu", "Toisen teksti.")})
        lines = [
            command(content, desk.folder / f"cache-{number}", *where, now=LATER)
            for number, content in enumerate((desk.content, other))
        ]
        done: list[subprocess.CompletedProcess[str]] = []

        def publish(line: list[str]) -> None:
            done.append(subprocess.run(line, capture_output=True, text=True, check=False))

        threads = [threading.Thread(target=publish, args=(line,)) for line in lines]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        said = [one.stdout + one.stderr for one in done]
        assert 0 in [one.returncode for one in done], said
        for one in done:
            told = ("Somebody else has just published", "Another publishing is under way", "did not accept the site")
            assert one.returncode == 0 or any(text in one.stdout for text in told), one.stdout + one.stderr
        shown = desk.published() if kind == "branch" else files_of(root)
        texts = [text for text in (b"Uusi teksti.", b"Toisen teksti.") if text in shown["uutiset/juttu/index.html"]]
        assert len(texts) == 1
        code, told_again = desk.publish(*where, now=LATER)
        assert code == 0, told_again
    shown = desk.published() if kind == "branch" else files_of(root)
    assert b"Uusi teksti." in shown["uutiset/juttu/index.html"]
    assert json.loads(shown["ledger.json"])["documents"]["juttu"]["versions"]["fi"]["published"] == "2031-06-01"


@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_clock_jumps_back(desk: Desk, kind: str) -> None:
    where = ("--to", str(desk.folder / "www")) if kind == "folder" else ()
    desk.publish(*where, now="2031-06-05T12:00")
    change(desk)
    code, said = desk.publish(*where, now="2031-05-01T12:00")
    assert code == 1
    assert "The clock of this machine is behind: it shows 2031-05-01T12:00:00+03:00" in said
    assert "the last release (number 1) was made on 5 June 2031" in said
    shown = desk.published() if kind == "branch" else files_of(desk.folder / "www")
    assert b"Vanha teksti." in shown["uutiset/juttu/index.html"]
    assert desk.publish(*where, now="2031-06-05T11:55")[0] == 0


@pytest.mark.parametrize("damage", ["{broken", '{"format": 9}', "", "missing"])
@pytest.mark.parametrize("kind", ["folder", "branch"])
def test_ledger_that_somebody_has_damaged(desk: Desk, kind: str, damage: str) -> None:
    root = desk.folder / "www"
    where = ("--to", str(root)) if kind == "folder" else ()
    desk.publish(*where)
    if kind == "folder":
        (root / "ledger.json").write_text(damage)
        if damage == "missing":
            (root / "ledger.json").unlink()
    else:
        stranger(desk, {"ledger.json": None if damage == "missing" else damage})
    change(desk)
    code, said = desk.publish(*where, now=LATER)
    assert code == 0, said
    assert "was damaged or missing. That of release 1 (1 June 2031" in said
    shown = desk.published() if kind == "branch" else files_of(root)
    versions = json.loads(shown["ledger.json"])["documents"]
    assert versions["juttu"]["versions"]["fi"]["published"] == "2031-06-01"
    assert versions["lisaa"]["versions"]["fi"]["published"] == "2031-06-02"


def stranger(desk: Desk, files: dict[str, str | None]) -> None:
    """Let somebody commit to the published branch by hand."""
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


def test_ledger_that_is_nowhere(desk: Desk) -> None:
    """A branch of before whose only ledger is broken: nothing is guessed."""
    desk.publish()
    stranger(desk, {"ledger.json": "{broken"})
    orphan = git(desk.remote, "commit-tree", "gh-pages^{tree}", "-m", "Ilman historiaa")
    git(desk.remote, "update-ref", "refs/heads/gh-pages", orphan)
    change(desk)
    code, said = desk.publish(now=LATER)
    assert code == 1
    assert "cannot be read, and no earlier release has a whole one" in said
    assert desk.log() == [orphan]
    saved = desk.folder / "saved.json"
    saved.write_text('{"$schema": "ledger.schema.json", "format": 1, "documents": {}, "blocks": {}, "events": {}}')
    code, said = desk.publish("--ledger", str(saved), now=LATER)
    assert code == 0, said


def test_branch_that_somebody_else_has_written_to(desk: Desk) -> None:
    desk.publish()
    stranger(desk, {"index.html": "Käsin tehty etusivu", "oma.html": "Oma sivu"})
    change(desk)
    code, said = desk.publish(now=LATER)
    assert code == 0
    assert "Since the last release origin/gh-pages has been changed by something other than Kaiku (Testaaja, " in said
    assert "- /oma.html" in said
    assert "oma.html" not in desk.published()
    assert len(desk.log()) == 3
    assert "changed by something other" not in desk.publish(now=LATER)[1]


def test_web_root_that_somebody_else_has_written_to(desk: Desk) -> None:
    root = desk.folder / "www"
    desk.publish("--to", str(root))
    (root / "oma.html").write_text("Oma sivu")
    code, said = desk.publish("--to", str(root), now=LATER)
    assert code == 0
    assert f"Since the last release {root} has been changed by something other than Kaiku (oma.html)." in said
    assert not (root / "oma.html").exists()


def test_dirty_working_tree(desk: Desk) -> None:
    """What is not committed is published as it is, and stays as it is: staff write without git."""
    git(desk.content, "add", ".")
    git(desk.content, "commit", "--quiet", "-m", "Sisältö")
    change(desk)
    git(desk.content, "add", "news/juttu.fi.md")
    before = git(desk.content, "status", "--porcelain"), git(desk.content, "stash", "list")
    assert desk.publish(now=LATER)[0] == 0
    assert (git(desk.content, "status", "--porcelain"), git(desk.content, "stash", "list")) == before
    assert b"Uusi teksti." in desk.published()["uutiset/juttu/index.html"]


def test_no_identity(desk: Desk) -> None:
    (desk.folder / "gitconfig").write_text("[user]\nuseConfigOnly = true\n")
    code, said = desk.publish()
    assert code == 0, said
    assert git(desk.remote, "log", "-1", "--format=%an <%ae>, %cn <%ce>", "gh-pages") == (
        "Kaiku <kaiku@localhost>, Kaiku <kaiku@localhost>"
    )
    assert git(desk.remote, "notes", "--ref=kaiku", "list").count("\n") == 0


def test_locks_that_a_killed_git_left_behind(desk: Desk) -> None:
    desk.publish()
    change(desk)
    refs = desk.content.parent / ".git" / "refs"
    for name in ("heads/kaiku-publishing", "kaiku/published", "notes/kaiku"):
        lock = refs / f"{name}.lock"
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.touch()
    code, said = desk.publish(now=LATER)
    assert code == 0, said
    assert json.loads(desk.apart("releases", "2", "--format", "json")[1])["release"]["number"] == 2
