"""What is remembered of an output tree: a record for each output, kept beside it and never in it."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.core.diagnostics import Diagnostic
from plugins.core.made_blocks import MadeBlock
from plugins.core.output_tree import Inspection, companion

FORMAT = 7

LARGE_PAGES = 65536
"""Bytes of a page of the database: what is stored is large, and mostly read as a whole."""


class RecordedFile(NamedTuple):
    """A file as it was made: its path, its bytes by digest and size, when it was written, and what is in it."""

    path: str
    digest: str
    size: int
    modified: int
    """In nanoseconds."""
    inspection: Inspection


class Record(NamedTuple):
    """An output as it was made: by which fingerprint, with which files, and with which facts for others.

    The facts themselves are stored apart: most runs need only their digest.
    """

    fingerprint: str
    files: tuple[RecordedFile, ...]
    facts_digest: str
    diagnostics: tuple[Diagnostic, ...]


Records = dict[str, Record]
"""By the path that names the output."""


class RecordStore:
    """The records of one tree, in the SQLite file `records` of its companion; whoever uses it holds the tree's lock."""

    def __init__(self, output: Path) -> None:
        self._path = companion(output) / "records"

    def load(self) -> Records:
        """Load all records; none when they are missing, damaged or of another program version."""
        try:
            with closing(self._database()) as database:
                if database.execute("PRAGMA user_version").fetchone() == (FORMAT,):
                    rows = database.execute("SELECT path, record FROM outputs")
                    return {path: unpacked(data) for path, data in rows}
        except Exception:  # noqa: BLE001, S110 - damage of any kind means the same: make everything anew
            pass
        self._path.unlink(missing_ok=True)
        return {}

    def facts(self) -> dict[str, bytes]:
        """Load the facts of all outputs, by path."""
        with closing(self._database()) as database:
            return dict(database.execute("SELECT path, facts FROM outputs"))

    def save(self, changed: Iterable[tuple[str, bytes, bytes]], removed: Iterable[str]) -> None:
        """Store packed records with their facts, and forget others.

        All in one step: an interruption leaves everything as it was.
        """
        with closing(self._database()) as database, database:
            database.execute("CREATE TABLE IF NOT EXISTS outputs (path TEXT PRIMARY KEY, record BLOB, facts BLOB)")
            database.execute(f"PRAGMA user_version = {FORMAT}")
            database.executemany("DELETE FROM outputs WHERE path = ?", [(path,) for path in removed])
            database.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?)", changed)

    def _database(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=60)
        database.execute(f"PRAGMA page_size = {LARGE_PAGES}")
        database.execute("PRAGMA synchronous = OFF")  # Power loss costs one slow build, no more.
        return database


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode_record = msgspec.msgpack.Decoder(Record).decode
_decode_facts: Callable[[bytes], MadeBlock | None] = msgspec.msgpack.Decoder(MadeBlock | None).decode


def packed(record: Record) -> bytes:
    """Write a record as it is stored, and sent from one process to another."""
    return _encode(record)


def unpacked(data: bytes) -> Record:
    """Read a record that was packed, held against its type."""
    return _decode_record(data)


def packed_facts(facts: MadeBlock | None) -> bytes:
    """Write facts as they are stored; equal facts give the same bytes."""
    return _encode(facts)


def unpacked_facts(data: bytes) -> MadeBlock | None:
    """Read facts that were packed, held against their type."""
    return _decode_facts(data)
