"""Decision records: numbered without gaps, short, of one form; every file that they name is there."""

import re
from pathlib import Path

import pytest

from tests.docs.guides import DOCS

RECORDS = sorted((DOCS / "decisions").glob("*.md"))
LONGEST = 40


def test_numbers_have_no_gaps() -> None:
    assert [int(record.name[:4]) for record in RECORDS] == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_record(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert text.startswith(f"# {int(record.name[:4])}. ")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Why", "Decision", "What follows"]
    for path in re.findall(r"`((?:plugins|theme|tests|docs)/[\w./-]+)`", text):
        assert (DOCS.parent / path).exists(), path
