"""The file of records, on disk."""

from collections.abc import Iterable
from pathlib import Path

from plugins.bilingual.records import FILE, Records, TranslationRecord, parse, written
from plugins.core.diagnostics import Place, diagnostic
from plugins.disk.replacement import put


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
