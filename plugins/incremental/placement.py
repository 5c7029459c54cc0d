"""Putting staged files in place: whole folders where there is none yet, file by file where there is one."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from plugins.disk.replacement import put


def write_staged(place: str, data: bytes, folders: set[str]) -> int:
    """Write a file below the staging folder, with its folders; return its time of change in nanoseconds.

    `folders` remembers those that exist. A file costs as few calls of the system as there can be: a first build writes
    thousands.
    """
    folder = place.rpartition("/")[0]
    if folder not in folders:
        try:
            os.mkdir(folder)
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
        except FileExistsError:  # another process has made it
            pass
        folders.add(folder)
    file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        written = os.write(file, data)
        while written < len(data):
            written += os.write(file, data[written:])
        return os.fstat(file).st_mtime_ns
    finally:
        os.close(file)


def read_file(place: str) -> bytes:
    """Return the bytes of a file, without making a buffer for it first."""
    with open(place, "rb", buffering=0) as stream:
        return stream.readall()


def put_in_place(staged: str, target: str) -> None:
    """Rename everything in a staged folder into the target folder, which exists.

    A folder that the target has not is renamed as it is, so that a first build is put in place by a few calls.
    Files and links that stand where a folder is needed, and folders where a file is, were ours and go.
    """
    with os.scandir(staged) as entries:
        for entry in entries:
            place = os.path.join(target, entry.name)
            is_folder = os.path.isdir(place) and not os.path.islink(place)
            if entry.is_dir():
                if is_folder:
                    put_in_place(entry.path, place)
                    continue
                if os.path.lexists(place):
                    os.unlink(place)
            elif is_folder:
                shutil.rmtree(place)
            put(entry.path, place)


def remove_from(folder: Path, paths: Iterable[str]) -> None:
    """Remove files of a tree, and the folders that they leave empty.

    Where a folder has become a file, or a file a folder, what was there is gone already.
    """
    for path in paths:
        place = folder / path
        if place.is_dir() and not place.is_symlink():
            continue
        with suppress(FileNotFoundError, NotADirectoryError):
            place.unlink()
        for parent in place.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()
