"""Earlier releases of a web root, kept beside it: a record of each, and every file once, by the digest of its bytes.

    releases/000012.json   the release, its receipt, and its files by path
    releases/pending.json  the record of a release that is being put in place
    files/3f/3f09…         bytes

What has been withdrawn from the site is still here, so that the folder is closed to everybody else.
"""

import json
import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct

from plugins.disk.replacement import put
from plugins.publishing.releases import Release, as_data, as_line, from_data

KEPT = 50
"""Releases that are remembered."""

_PENDING = "pending.json"


def digest_of(data: bytes) -> str:
    """Name bytes by what they are."""
    return blake2b(data, digest_size=16).hexdigest()


class ReleaseRecord(Struct, frozen=True):
    """A release as it is kept: with its files and its receipt."""

    release: Release
    files: Mapping[str, str]
    receipt: bytes


class ReleaseStore:
    """The releases that a folder keeps. Only its owner's processes write here, one at a time."""

    def __init__(self, folder: Path) -> None:
        """Look at nothing yet."""
        self._records = folder / "releases"
        self._files = folder / "files"

    def records(self) -> Iterator[ReleaseRecord]:
        """Read the releases, newest first; a record that cannot be read is none."""
        names = sorted((path for path in self._records.glob("*.json") if path.name != _PENDING), reverse=True)
        return (record for path in names if (record := _read(path)) is not None)

    def record(self, number: int) -> ReleaseRecord | None:
        """Return the record of a release."""
        return _read(self._records / f"{number:06}.json")

    def hidden(self) -> frozenset[str]:
        """Return the files of the last release, and of one under way, that begin with a dot in the root of the site."""
        under_way, last = _read(self._records / _PENDING), next(self.records(), None)
        records = [record for record in (under_way, last) if record is not None]
        return frozenset(path for record in records for path in record.files if path.startswith("."))

    def bytes_of(self, digest: str) -> bytes | None:
        """Return bytes; None when they are not here or have been damaged."""
        try:
            data = self._place(digest).read_bytes()
        except OSError:
            return None
        return data if digest_of(data) == digest else None

    def _place(self, digest: str) -> Path:
        return self._files / digest[:2] / digest

    def prepare(self, record: ReleaseRecord, site: Path) -> None:
        """Keep a release that is about to be put in place: first its files, then the record."""
        for path, digest in record.files.items():
            place = self._place(digest)
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                write_whole(place, (site / path).read_bytes())
        data = {"release": as_data(record.release), "receipt": json.loads(record.receipt), "files": dict(record.files)}
        self._records.mkdir(parents=True, exist_ok=True)
        write_whole(self._records / _PENDING, as_line(data))

    def settle(self, standing: Mapping[str, str]) -> None:
        """Number the pending release when it is the one that stands there, else forget it; then clear up."""
        pending = self._records / _PENDING
        record = _read(pending)
        if record is not None and record.files == standing:
            put(pending, self._records / f"{record.release.number:06}.json")
            self._prune()
        else:
            pending.unlink(missing_ok=True)

    def _prune(self) -> None:
        """Forget the oldest releases, and the files that no other has."""
        records = list(self.records())
        wanted = {digest for record in records[:KEPT] for digest in record.files.values()}
        for record in records[KEPT:]:
            (self._records / f"{record.release.number:06}.json").unlink(missing_ok=True)
        for place in self._files.glob("*/*"):
            if place.name not in wanted:
                place.unlink()


def _read(path: Path) -> ReleaseRecord | None:
    try:
        data: dict[str, Any] = json.loads(path.read_bytes())
        files = {str(name): str(digest) for name, digest in data["files"].items()}
        return ReleaseRecord(from_data(data["release"]), files, as_line(data["receipt"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that whoever finds it, after a power failure too, finds it whole."""
    beside = target.with_name(f"{target.name}.new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    put(beside, target)
