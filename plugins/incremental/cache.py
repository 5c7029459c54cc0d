"""What lasts between runs: readings of sources and trees of bodies, in one SQLite file.

Everything here can be made anew; a cache that cannot be read is thrown away, never trusted and never a fault. What is
read is held against its type: a file from elsewhere can hold nothing but data.
"""

import os
import sqlite3
import threading
import zlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from plugins.core.content_read import DamagedCacheError
from plugins.core.documents import Kept, Reading
from plugins.core.markup.tree import Tree, decoded
from plugins.incremental.records import LARGE_PAGES

FORMAT = 3
SHARDS = 64
"""Readings are stored in groups, so that loading all takes few calls and one edit rewrites little."""

SPARE_TREES = 50
"""Trees of earlier texts that may stay: an edit that is taken back finds its tree."""

Readings = dict[str, Kept]

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Readings).decode


class FileCache:
    """The cache of one content folder, in `FOLDER/readings-FORMAT.sqlite`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"readings-{FORMAT}.sqlite"
        self._connections: dict[int, sqlite3.Connection] = {}
        self._recent: dict[str, Tree] = {}
        self._loading = threading.Lock()

    @cached_property
    def _stored(self) -> Readings:
        readings: Readings = {}
        try:
            for (data,) in self._database().execute("SELECT data FROM readings"):
                readings.update(_decode(data))
        except Exception:  # noqa: BLE001 - any damage to the file means the same: read the sources again
            self._start_anew()
            return {}
        return readings

    def readings(self) -> Mapping[str, Kept]:
        """Return what was stored of each source: path to (key, value)."""
        return self._stored

    def keep_readings(self, readings: Mapping[str, Kept], trees: Mapping[str, bytes]) -> None:
        """Store readings and new trees (encoded); what is no longer among the readings is forgotten.

        One transaction: whoever is interrupted leaves the cache as it was.
        """
        touched = {
            _shard(path)
            for path in self._stored.keys() | readings.keys()
            if _key(self._stored.get(path)) != _key(readings.get(path))
        }
        shards: dict[int, Readings] = {number: {} for number in touched}
        for path, stored in readings.items():
            if (number := _shard(path)) in touched:
                shards[number][path] = stored
        with self._database() as database:
            self._put_trees(database, trees)
            database.executemany(
                "INSERT OR REPLACE INTO readings VALUES (?, ?)",
                [(number, _encode(some)) for number, some in shards.items()],
            )
            self._forget_trees(database, readings)
        self.__dict__["_stored"] = dict(readings)

    def keep_trees(self, trees: Mapping[str, bytes]) -> None:
        """Store new trees, encoded, of readings that are to be stored later."""
        with self._database() as database:
            self._put_trees(database, trees)

    def holds_trees(self, digests: frozenset[str]) -> frozenset[str]:
        """Return which of the trees are here."""
        known = {digest for (digest,) in self._database().execute("SELECT digest FROM trees")}
        return digests & known

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body; the few last ones are at hand, since page, feed and block show the same text."""
        with self._loading:
            tree = self._recent.get(digest)
            if tree is None:
                row = self._database().execute("SELECT data FROM trees WHERE digest = ?", (digest,)).fetchone()
                if row is None:  # another process may have forgotten what it does not know
                    raise DamagedCacheError(digest)
                try:
                    tree = decoded(row[0])
                except msgspec.DecodeError as error:
                    self._start_anew()
                    raise DamagedCacheError(digest) from error
                if len(self._recent) >= 32:
                    self._recent.pop(next(iter(self._recent)))
                self._recent[digest] = tree
            return tree

    def _put_trees(self, database: sqlite3.Connection, trees: Mapping[str, bytes]) -> None:
        database.executemany("INSERT OR REPLACE INTO trees VALUES (?, ?)", list(trees.items()))

    def _forget_trees(self, database: sqlite3.Connection, readings: Mapping[str, Kept]) -> None:
        """Drop the trees that no reading names any more, once they are many; SQLite uses their pages again."""
        known = {digest for (digest,) in database.execute("SELECT digest FROM trees")}
        judged = [reading.judged for _, reading in readings.values() if isinstance(reading, Reading)]
        unneeded = known.difference(*(version.body.trees for version in judged if version is not None))
        if len(unneeded) > SPARE_TREES:
            database.executemany("DELETE FROM trees WHERE digest = ?", [(digest,) for digest in unneeded])

    def _database(self) -> sqlite3.Connection:
        # A connection must not be used in a process forked from the one that opened it.
        process = os.getpid()
        if process not in self._connections:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connections[process] = self._open()
            except sqlite3.DatabaseError:
                self._path.unlink(missing_ok=True)
                self._connections[process] = self._open()
        return self._connections[process]

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=60, check_same_thread=False)
        database.execute(f"PRAGMA page_size = {LARGE_PAGES}")
        database.execute("PRAGMA synchronous = OFF")  # Power loss costs one slow build, no more.
        database.execute("CREATE TABLE IF NOT EXISTS trees (digest TEXT PRIMARY KEY, data BLOB)")
        database.execute("CREATE TABLE IF NOT EXISTS readings (shard INTEGER PRIMARY KEY, data BLOB)")
        return database

    def _start_anew(self) -> None:
        self._connections.pop(os.getpid()).close()
        for suffix in ("", "-journal"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def _shard(path: str) -> int:
    return zlib.crc32(path.encode()) % SHARDS


def _key(stored: Kept | None) -> str | None:
    return stored[0] if stored else None
