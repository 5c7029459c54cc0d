"""What is remembered of an output tree: a record for each output, kept beside it and never in it."""

import os
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from plugins.core.diagnostics import Diagnostic
from plugins.core.pipeline import Inspection

FORMAT = f"kaiku-tree-3-{sys.version_info[0]}.{sys.version_info[1]}"


class RecordedFile(NamedTuple):
    """A file as it was made: its path, its bytes by digest and size, when it was written, and what is in it."""

    path: str
    digest: str
    size: int
    modified: int
    """In nanoseconds."""
    inspection: Inspection


class Record(NamedTuple):
    """An output as it was made: by which fingerprint, with which files, and what others need to know of it.

    `facts` are pickled: most runs need only their digest.
    """

    fingerprint: str
    files: tuple[RecordedFile, ...]
    facts: bytes
    facts_digest: str
    diagnostics: tuple[Diagnostic, ...]


Records = dict[str, Record]
"""By the path that names the output."""
Row: TypeAlias = tuple[Any, ...]
"""A record as it is stored: its path and values, each file a tuple of plain values."""


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
    fingerprint, files, *known = record
    return (path, fingerprint, tuple([_file_row(*file) for file in files]), *known)


def _file_row(path: str, digest: str, size: int, modified: int, inspection: Inspection) -> Row:
    ids, *known = inspection
    return (path, digest, size, modified, tuple(ids), *known)


def _record(row: Row) -> Record:
    _, fingerprint, files, *known = row
    return Record(fingerprint, tuple([_file(*file) for file in files]), *known)


def _file(path: str, digest: str, size: int, modified: int, ids: tuple[str, ...], *known: Any) -> RecordedFile:
    return RecordedFile(path, digest, size, modified, Inspection(frozenset(ids), *known))
