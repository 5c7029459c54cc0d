"""Packages: documents that are zip archives, as those of Office and OpenDocument, read within bounds."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

MOST_PARTS = 5_000


class PackageError(Exception):
    """A package, or a part of it, cannot be read."""


class LockedPackageError(PackageError):
    """A password is needed."""


class LargePackageError(PackageError):
    """It holds more than was allowed; whatever it says of its own size."""


def parts(package: Path | IO[bytes], room: int, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the wanted parts, in their order, at most `room` bytes together.

    A part is read when it is asked for; raises PackageError then, or at the beginning.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS:
                raise LargePackageError
            if any(entry.flag_bits & 1 for entry in entries):
                raise LockedPackageError
            for entry in entries:
                if wanted(entry.filename):
                    with archive.open(entry) as stream:
                        data = stream.read(room + 1)
                    room -= len(data)
                    if room < 0:
                        raise LargePackageError
                    yield entry.filename, data
    # A damaged archive, an unknown compression, an offset that lies: zipfile passes on what its parts raise.
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
        raise PackageError from error
