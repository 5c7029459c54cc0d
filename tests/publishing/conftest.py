"""A desk for each test that wants one."""

from pathlib import Path

import pytest

from tests.publishing.places import Desk


@pytest.fixture(autouse=True)
def nobodys_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    (tmp_path / "gitconfig").write_text("[user]\nname = Testaaja\nemail = testi@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Set up a site in a repository with a remote."""
    return Desk(tmp_path, capsys)
