"""What is remembered of an output tree: a record for each output, kept beside it and never in it."""

import pickle
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from plugins.core.diagnostics import Diagnostic
from plugins.core.outputs import Facts
from plugins.core.pipeline import Inspection
from plugins.incremental.fingerprints import digest

FORMAT = 6_000_000 + 1000 * sys.version_info[0] + sys.version_info[1]
"""Of the file, and of the Python that pickled what is in it."""

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

    The facts themselves are stored apart, pickled: most runs need only their digest.
    """

    fingerprint: str
    files: tuple[RecordedFile, ...]
    facts_digest: str
    diagnostics: tuple[Diagnostic, ...]


Records = dict[str, Record]
"""By the path that names the output."""
Row: TypeAlias = tuple[Any, ...]
"""A file as plain values, which are written and read three times as fast as objects."""


def companion(output: Path) -> Path:
    """Give the folder beside an output tree that holds its records, lock and staging: `.output.kaiku`."""
    return output.with_name(f".{output.name}.kaiku")


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


def packed(record: Record) -> bytes:
    """Write a record as it is stored, and sent from one process to another."""
    fingerprint, files, *known = record
    row = (fingerprint, tuple([_row(*file) for file in files]), *known)
    return pickle.dumps(row, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Record:
    """Read a record that was packed."""
    fingerprint, files, *known = pickle.loads(data)
    return Record(fingerprint, tuple([_file(*file) for file in files]), *known)


def packed_facts(facts: Facts) -> bytes:
    """Write facts as they are stored."""
    return pickle.dumps(dict(facts), pickle.HIGHEST_PROTOCOL)


def facts_digest(facts: Facts) -> str:
    """Digest facts by what they say; their pickles may differ, since they also tell which values are one object."""
    return digest(repr(sorted(facts.items())).encode("utf-8", "surrogatepass"))


def unpacked_facts(data: bytes) -> Facts:
    """Read facts that were packed."""
    facts: Facts = pickle.loads(data)
    return facts


def _row(path: str, digest: str, size: int, modified: int, inspection: Inspection) -> Row:
    ids, *known = inspection
    return (path, digest, size, modified, tuple(ids), *known)


def _file(path: str, digest: str, size: int, modified: int, ids: tuple[str, ...], *known: Any) -> RecordedFile:
    return RecordedFile(path, digest, size, modified, Inspection(frozenset(ids), *known))
