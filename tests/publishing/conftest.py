"""A desk for each test that wants one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publishing.places import Desk

SETTINGS = """
[user]
name = Testaaja
email = testi@example.org
[core]
fsync = none
[maintenance]
auto = false
"""
"""Of git: no test pulls the plug, and no repository lives long enough to be tidied up."""


@pytest.fixture(scope="module", autouse=True)
def nobodys_git(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings of whoever runs the tests out of them."""
    settings = tmp_path_factory.mktemp("git") / "config"
    settings.write_text(SETTINGS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("GIT_CONFIG_GLOBAL", str(settings))
        patched.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Set up a site in a repository with a remote."""
    return Desk(tmp_path)
