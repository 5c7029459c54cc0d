"""Made-up minutes, by hands that did not know the importer: facts in their fields, and no word lost."""

import json
import re
from collections import Counter
from datetime import UTC, datetime

import pytest

from plugins.drafts.importing.imported_draft import Wish, imported_draft
from plugins.drafts.importing.source_reading import read_source
from tests.importing.acceptance import FILES, Count, count, text_of_source

NAMES = sorted(one.name.removesuffix(".facts.json") for one in FILES.glob("*.facts.json"))
ENOUGH = 0.97


@pytest.fixture(scope="module")
def counts() -> dict[str, Count]:
    """Bring in every file, and count."""
    counted = {}
    for name in NAMES:
        facts = json.loads((FILES / f"{name}.facts.json").read_text(encoding="utf-8"))
        read, wish = read_source(FILES / name), Wish("", ("hanke",))
        draft = imported_draft(read, name, wish, ("fi", "sv"), datetime(2028, 6, 1, tzinfo=UTC))
        assert draft.type == "meetings"
        counted[name] = count(facts, draft.files[0].text, text_of_source(FILES / name))
        if draft.language != facts["language"]:
            counted[name].wrong.append(f"language: {draft.language}")
    return counted


def test_all_twenty_eight_are_there() -> None:
    kinds = Counter(name.rpartition(".")[2] for name in NAMES)
    assert kinds == {"docx": 14, "html": 7, "htm": 3, "pdf": 4}


def test_facts_are_in_their_fields(counts: dict[str, Count]) -> None:
    right = sum(one.right for one in counts.values())
    missed = [f"{name}: {what}" for name, one in counts.items() for what in one.missed]
    assert right / (right + len(missed)) >= ENOUGH, missed


@pytest.mark.parametrize("name", NAMES)
def test_no_fact_is_in_a_wrong_field(name: str, counts: dict[str, Count]) -> None:
    assert counts[name].wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost(name: str, counts: dict[str, Count]) -> None:
    # A word that a page's end parts stands in two pieces in the text of a PDF: `rin-`, `nalle`.
    parted = re.compile(r"rin-.*|nalle") if name.startswith("12") else re.compile(r"(?!)")
    assert [word for word in counts[name].lost if not parted.fullmatch(word)] == []
