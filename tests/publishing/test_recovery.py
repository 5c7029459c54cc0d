"""What publishing gets over by itself: two people at once, damaged ledgers, strangers, no committer, unsaved work."""

import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator

import pytest

from tests.publishing.faults import command, polling, served
from tests.publishing.places import Desk, files_of, git, news, write
from tests.publishing.scenes import LATER, Scene, stranger
from tests.sites import warm

EMPTY = '{"$schema": "ledger.schema.json", "format": 1, "documents": {}, "blocks": {}, "events": {}}'
DAMAGES = {"broken": "{broken", "another form": '{"format": 9}', "empty": "", "missing": None}


EVERYWHERE = pytest.mark.parametrize("scene", ["branch", "folder"], indirect=True)


@pytest.fixture(params=["branch", pytest.param("folder", marks=pytest.mark.long)])
def scene(desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Scene]:
    with Scene(desk, request.param, monkeypatch).prepared() as prepared:
        yield prepared


def published(scene: Scene) -> dict[str, str]:
    """Give the day of the first publication of each document, as the ledger tells."""
    documents = json.loads(scene.files()["ledger.json"])["documents"]
    return {key: one["versions"]["fi"]["published"] for key, one in documents.items()}


@EVERYWHERE
def test_two_people_at_once(scene: Scene) -> None:
    """Two who publish at the same moment: what stands then is whole and one of theirs, and the other is told."""
    desk, where = scene.desk, ("--to", str(scene.root)) if scene.kind == "folder" else ()
    git(desk.folder, "clone", "--quiet", str(desk.remote), "other")
    other = desk.folder / "other" / "content"
    write(other, {path: data.decode() for path, data in files_of(desk.content).items()})
    scene.change()
    write(other, {"news/juttu.fi.md": news("Juttu", "Toisen teksti.")})
    contents, whole = (desk.content, other), scene.pages()
    with served(scene.place) as address, scene.readers() as readers, polling(readers):
        lines = []
        for number, content in enumerate(contents):
            git(content, "remote", "set-url", "origin", f"{address}/remote.git")
            lines.append(command(content, warm(desk.folder / f"cache-{number}"), *where, now=LATER))
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
        texts = [
            text for text in (b"Uusi teksti.", b"Toisen teksti.") if text in scene.files()["uutiset/juttu/index.html"]
        ]
        assert len(texts) == 1
        code, told_again = scene.publish()
        assert code == 0, told_again
    assert b"Uusi teksti." in scene.files()["uutiset/juttu/index.html"]
    assert published(scene)["juttu"] == "2031-06-01"
    assert readers.missing == []
    shown = {data for page, data in readers.seen if page == "uutiset/juttu/index.html"}
    assert all(sum(text in one for text in (b"Vanha", b"Uusi", b"Toisen")) == 1 for one in shown)
    assert {one for one in readers.seen if b"Vanha" in one[1]} <= whole


@pytest.mark.parametrize("damage", DAMAGES)
def test_ledger_that_somebody_has_damaged(scene: Scene, damage: str) -> None:
    if scene.kind == "branch":
        stranger(scene.desk, {"ledger.json": DAMAGES[damage]})
    elif (text := DAMAGES[damage]) is None:
        (scene.root / "ledger.json").unlink()
    else:
        (scene.root / "ledger.json").write_text(text)
    scene.change()
    code, said = scene.publish()
    assert code == 0, said
    assert "was damaged or missing. That of release 1 (1 June 2031" in said
    days = published(scene)
    assert (days["juttu"], days["lisaa"]) == ("2031-06-01", "2031-06-02")
    assert "No changes." in scene.publish()[1]


@EVERYWHERE
def test_ledger_that_is_nowhere(scene: Scene) -> None:
    """A site of before whose only ledger is broken: nothing is guessed."""
    if scene.kind == "branch":
        stranger(scene.desk, {"ledger.json": "{broken"})
        orphan = git(scene.desk.remote, "commit-tree", "gh-pages^{tree}", "-m", "Ilman historiaa")
        git(scene.desk.remote, "update-ref", "refs/heads/gh-pages", orphan)
    else:
        (scene.root / "ledger.json").write_text("{broken")
        shutil.rmtree(scene.place / ".www.kaiku-release")
    old = scene.pages()
    scene.change()
    code, said = scene.publish()
    assert code == 1
    assert "cannot be read, and no earlier release has a whole one" in said
    assert "--ledger" in said
    assert scene.pages() == old
    saved = scene.desk.folder / "saved.json"
    saved.write_text(EMPTY)
    code, said = scene.publish("--ledger", str(saved))
    assert code == 0, said
    assert b"Uusi teksti." in scene.files()["uutiset/juttu/index.html"]


@EVERYWHERE
def test_somebody_else_has_written_there(scene: Scene) -> None:
    scene.stranger({"index.html": "Käsin tehty etusivu", "oma.html": "Oma sivu"})
    scene.change()
    code, said = scene.publish()
    assert code == 0
    who = "(Testaaja, " if scene.kind == "branch" else "(index.html, oma.html)"
    assert f"has been changed by something other than Kaiku {who}" in said
    assert "oma.html" not in scene.files()
    assert b"tehty" not in scene.files()["index.html"]
    assert "changed by something other" not in scene.publish()[1]


def test_unfinished_work(scene: Scene) -> None:
    """What is not committed is published as it is, and stays as it is: staff write without git."""
    content = scene.desk.content
    git(content, "add", ".")
    git(content, "commit", "--quiet", "-m", "Sisältö")
    scene.change()
    git(content, "add", "news/juttu.fi.md")
    before = git(content, "status", "--porcelain"), git(content, "stash", "list")
    assert scene.publish()[0] == 0
    assert (git(content, "status", "--porcelain"), git(content, "stash", "list")) == before
    assert b"Uusi teksti." in scene.files()["uutiset/juttu/index.html"]


@pytest.mark.parametrize("settings", ["", "[user]\nuseConfigOnly = true\n"])
def test_nobody_has_told_git_a_name(scene: Scene, settings: str) -> None:
    (scene.desk.folder / "gitconfig").write_text(settings)
    scene.monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(scene.desk.folder / "gitconfig"))
    scene.change()
    code, said = scene.publish()
    assert code == 0, said
    assert b"Uusi teksti." in scene.files()["uutiset/juttu/index.html"]
    if scene.kind == "branch":
        who = git(scene.desk.remote, "log", "-1", "--format=%an <%ae>, %cn <%ce>", "gh-pages")
        assert who == "Kaiku <kaiku@localhost>, Kaiku <kaiku@localhost>"
        assert git(scene.desk.remote, "notes", "--ref=kaiku", "list").count("\n") == 1


def test_locks_that_a_killed_git_left_behind(desk: Desk) -> None:
    desk.begin()
    git(desk.content, "config", "core.packedRefsTimeout", "10")  # a second, else, for each that is in vain
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    repository = desk.content.parent / ".git"
    git(desk.content, "update-ref", "refs/heads/kaiku-publishing-0badcafe", "refs/kaiku/published")
    names = ("heads/kaiku-publishing", "heads/kaiku-publishing-0badcafe", "kaiku/published", "notes/kaiku")
    locks = [repository / "packed-refs.lock", *(repository / "refs" / f"{name}.lock" for name in names)]
    for lock in locks:
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.touch()
    code, said = desk.publish(now=LATER)
    assert code == 0, said
    assert all(lock.exists() for lock in locks), "a git that lives may hold them"
    assert json.loads(desk.apart("releases", "2", "--format", "json")[1])["release"]["number"] == 2
    for lock in locks:
        os.utime(lock, (time.time() - 3600,) * 2)
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uudempi teksti.")})
    code, said = desk.publish(now=LATER)
    assert code == 0, said
    assert not any(lock.exists() for lock in locks)
    assert "kaiku-publishing" not in git(desk.content, "for-each-ref")


def test_who_looks_takes_nothing_from_who_publishes(desk: Desk) -> None:
    """The receipts are asked for while somebody sends a site: what that needs stays."""
    desk.begin()
    scratch = ("refs/heads/kaiku-publishing-0badcafe", "refs/notes/kaiku-0badcafe")
    for name in scratch:
        git(desk.content, "update-ref", name, "refs/kaiku/published")
    before = git(desk.content, "for-each-ref")
    assert json.loads(desk.apart("releases", "1", "--format", "json")[1])["release"]["number"] == 1
    assert git(desk.content, "for-each-ref") == before
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    assert desk.publish(now=LATER)[0] == 0
    assert not any(name in git(desk.content, "for-each-ref") for name in scratch)
