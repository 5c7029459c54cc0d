"""What a site may do without: cards and search."""

from pathlib import Path

import pytest

from plugins.engine import command
from tests.sites import SITE, files_of, news, options, plain_site, write

SIGNS = {"cards": (b"og:image", "cards/"), "search": (b'role="search"', "haku/")}
"""What pages say of each, and where its files stand."""


@pytest.mark.parametrize("extra", SIGNS)
def test_site_does_without(extra: str, tmp_path: Path) -> None:
    word, folder = SIGNS[extra]
    write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Teksti.")})
    assert command.build(options(tmp_path)) == 0
    whole = files_of(tmp_path / "output")
    assert any(path.startswith(folder) for path in whole)
    assert word in whole["uutiset/juttu/index.html"]
    write(tmp_path / "content", {"site.yaml": f"{SITE}{extra}: false\n"})
    assert command.build(options(tmp_path)) == 0
    bare = files_of(tmp_path / "output")
    assert not any(path.startswith(folder) for path in bare)
    assert not any(word in data for data in bare.values())
    assert bare.keys() < whole.keys()
