"""Records: which state of which other version a version was checked against, and when. One JSON object a line.

A version's record about another holds the other's state then; the other's record about it holds its own.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from plugins.bilingual.passages import State
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.disk.replacement import put

FILE = "translations.jsonl"
_MARK = re.compile(r"(?:[a-z_.]+:)?[0-9a-f]+")


class Pair(NamedTuple):
    """A version, by key and language, and the language of the version that it was checked against."""

    key: str
    language: str
    against: str


class TranslationRecord(NamedTuple):
    """What was found when the pair was checked: the date (ISO 8601) and the state of the other version."""

    pair: Pair
    date: str
    paragraphs: State


class Records(NamedTuple):
    """The records of a file by their pairs, and its lines that are none."""

    by_pair: Mapping[Pair, TranslationRecord]
    diagnostics: tuple[Diagnostic, ...] = ()


def parse(text: str) -> Records:
    """Read the file's text. A line that is no record is told and left out.

    Where merging two branches has left several records of a pair, the latest counts, and of one day the last.
    """
    found: dict[Pair, TranslationRecord] = {}
    faults = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        record = _record(line)
        if record is None:
            faults.append(diagnostic("BIL004", Place(FILE, number)))
        elif record.pair not in found or found[record.pair].date <= record.date:
            found[record.pair] = record
    return Records(found, tuple(faults))


def written(records: Iterable[TranslationRecord]) -> str:
    """Write records as the file's text, sorted by key and languages, so that a change touches only its own lines."""
    return "".join(_line(record) for record in sorted(records))


def _line(record: TranslationRecord) -> str:
    key, language, against = record.pair
    fields = {"key": key, "lang": language, "against": against, "date": record.date, "paragraphs": record.paragraphs}
    return json.dumps(fields, ensure_ascii=False) + "\n"


def _record(line: str) -> TranslationRecord | None:
    try:
        fields: Any = json.loads(line)
        pair = Pair(fields["key"], fields["lang"], fields["against"])
        record = TranslationRecord(pair, date.fromisoformat(fields["date"]).isoformat(), tuple(fields["paragraphs"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    texts = (*pair, *record.paragraphs)
    if not all(isinstance(text, str) for text in texts) or isinstance(fields["paragraphs"], str):
        return None
    return record if all(_MARK.fullmatch(mark) for mark in record.paragraphs) else None


def load(content: Path) -> Records:
    """Read the records of a content folder; none when there is no file yet."""
    try:
        data = (content / FILE).read_bytes()
    except FileNotFoundError:
        return Records({})
    except OSError:
        return Records({}, (diagnostic("FRM014", Place(FILE)),))
    # A byte that is no UTF-8 spoils its own line only.
    return parse(data.decode("utf-8", "replace"))


def save(content: Path, records: Iterable[TranslationRecord]) -> None:
    """Write the records in place of the old ones, whole or not at all."""
    staged = content / f".{FILE}.new"
    staged.write_text(written(records), encoding="utf-8", newline="\n")
    put(staged, content / FILE)
