"""The last release as this machine knows it: of git's memory and its own, without asking the network."""

import shutil
from pathlib import Path

import pytest

from plugins.core.ledger import Ledger
from plugins.engine import command
from plugins.publishing.last_release import last_release
from tests.publishing.places import Desk, git, news
from tests.sites import options, warm


def known(desk: Desk, **named: Path) -> Ledger | None:
    run = command.read(options(desk.folder, content=desk.content, cache=desk.cache, **named))
    assert run is not None
    assert run.index is not None
    return last_release(run.pipeline.settings, run.index)


def forgotten(desk: Desk) -> None:
    """Forget what this machine has published itself."""
    (desk.cache / "released.json").unlink()


def test_before_the_first_release_nothing_is_known(desk: Desk) -> None:
    assert known(desk) is None
    desk.publish("--dry-run")
    assert known(desk) is None
    shutil.rmtree(desk.folder / "desk" / ".git")
    assert known(desk) is None


def test_what_was_published_to_the_branch_is_known_from_git(desk: Desk) -> None:
    desk.begin()
    forgotten(desk)
    found = known(desk)
    assert found is not None
    assert found.newest == "2031-06-01"
    git(desk.folder / "desk", "update-ref", "-d", "refs/remotes/origin/gh-pages")
    assert known(desk) == found


def test_what_somebody_else_has_published_is_known_once_it_is_fetched(desk: Desk) -> None:
    desk.begin()
    git(desk.folder, "clone", "--quiet", str(desk.remote), "other")
    shutil.copytree(desk.content, desk.folder / "other" / "content")
    own, desk.content = desk.content, desk.folder / "other" / "content"
    own_cache, desk.cache = desk.cache, warm(desk.folder / "other-cache")
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    assert desk.publish(now="2031-06-03T12:00")[0] == 0
    desk.content, desk.cache = own, own_cache
    found = known(desk)
    assert found is not None
    assert found.newest == "2031-06-01"
    git(desk.folder / "desk", "fetch", "--quiet")
    found = known(desk)
    assert found is not None
    assert found.newest == "2031-06-03"


def test_what_was_published_to_a_folder_is_remembered(desk: Desk) -> None:
    root = desk.folder / "www"
    desk.begin("folder")
    found = known(desk)
    assert found is not None
    assert found.block_versions("juttu", "fi", "basic")
    assert known(desk, ledger=root / "ledger.json") == found


@pytest.mark.parametrize("damage", ["", "{", "\x00"])
def test_a_damaged_memory_is_none(desk: Desk, damage: str) -> None:
    desk.begin("folder")
    (desk.cache / "released.json").write_text(damage)
    assert known(desk) is None
