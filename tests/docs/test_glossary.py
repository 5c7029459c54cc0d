"""The glossary: each word once, and its Finnish and Swedish are those of the guides."""

import re

import pytest

from tests.docs.guides import DOCS

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (DOCS / "glossary.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| (?!word\b)", line)
]
SPOKEN = [(language, row[column]) for row in ROWS for column, language in ((1, "fi"), (2, "sv")) if len(row) == 4]


def test_a_word_has_one_meaning() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS)
    assert all(row[-1] for row in ROWS)
    assert all(bool(row[1]) == bool(row[2]) for row in ROWS if len(row) == 4)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_guides_call_things_so(language: str) -> None:
    guides = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "editors" / language).glob("*.md")).casefold()
    words = {word for spoken, word in SPOKEN if spoken == language and word}
    assert words
    assert not {word for word in words if word.rstrip("aioä") not in guides}
