"""What is remembered of an output tree: a record for each file, kept beside the tree and never in it."""

import os
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from plugins.core.diagnostics import Diagnostic
from plugins.core.pipeline import Inspection

FORMAT = f"kaiku-tree-2-{sys.version_info[0]}.{sys.version_info[1]}"


class Record(NamedTuple):
    """An output as it was made: by which fingerprint, with which bytes, and what others need to know of it.

    `size` is -1 when nothing was to be written. `facts` are pickled: most runs need only their digest.
    """

    fingerprint: str
    digest: str
    size: int
    modified: int
    facts: bytes
    facts_digest: str
    inspection: Inspection
    diagnostics: tuple[Diagnostic, ...]


Records = dict[str, Record]
Row: TypeAlias = tuple[Any, ...]
"""A record as it is stored: its path, its values, then those of its inspection."""


def companion(output: Path) -> Path:
    """Give the folder beside an output tree that holds its records, lock and staging: `.output.kaiku`."""
    return output.with_name(f".{output.name}.kaiku")


def load_records(output: Path) -> Records:
    """Load the records of a tree; none when they are missing, damaged or of another program version."""
    try:
        form, rows = pickle.loads((companion(output) / "records").read_bytes())
        return {row[0]: _record(row) for row in rows} if form == FORMAT else {}
    except Exception:  # noqa: BLE001 - damage of any kind means the same: make everything anew
        return {}


def save_records(output: Path, records: Mapping[str, Record]) -> None:
    """Store the records in one step, so that an interruption leaves the old ones."""
    target = companion(output) / "records"
    fresh = target.with_name("records.new")
    rows = [_row(path, record) for path, record in records.items()]
    fresh.write_bytes(pickle.dumps((FORMAT, rows), pickle.HIGHEST_PROTOCOL))
    os.replace(fresh, target)


def _row(path: str, record: Record) -> Row:
    """Give a record as plain values, which are stored and loaded three times as fast as objects."""
    *own, inspection, diagnostics = record
    ids, *known = inspection
    return (path, *own, tuple(ids), *known, diagnostics)


def _record(row: Row) -> Record:
    _, fingerprint, digest, size, modified, facts, facts_digest, ids, links, faults, source, diagnostics = row
    inspection = Inspection(frozenset(ids), links, faults, source)
    return Record(fingerprint, digest, size, modified, facts, facts_digest, inspection, diagnostics)
