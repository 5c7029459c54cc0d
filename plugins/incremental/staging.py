"""Staging: render what changed beside the tree, look at the whole, then put it in place by renaming.

Until the commit the last good output stands untouched. A commit renames files, and whole folders that are new; one
that is killed half-way leaves whole files only, and the next run finds by size and time which of them are not what the
records say.
"""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock

from plugins.core.diagnostics import Diagnostic
from plugins.core.markup.tree import Tree
from plugins.core.outputs import Output
from plugins.core.pipeline import Commit, ForeignFolderError, Inspection, Pipeline
from plugins.incremental.placement import put_in_place, remove_from
from plugins.incremental.records import Record, Records, companion, load_records, save_records
from plugins.incremental.rendering import Workshop, render_changed


class Standing(NamedTuple):
    """The tree in place: its files, and what is remembered of them. Nobody changes it while the lock is held."""

    files: Mapping[str, os.stat_result]
    records: Records

    def intact(self) -> Records:
        """Give the records whose files are still what they say."""
        return {path: record for path, record in self.records.items() if is_intact(record, self.files.get(path))}


class StagedTree:
    """The tree as it will be: staged files over those in place."""

    def __init__(
        self, pipeline: Pipeline, lock: FileLock, standing: "Standing", records: Records, rendered: frozenset[str]
    ) -> None:
        self._output = pipeline.folders.output
        self._cache = pipeline.cache
        self._lock = lock
        self._standing = standing
        self._records = records
        self._rendered = rendered
        self.inspections: Mapping[str, Inspection] = {
            path: record.inspection for path, record in records.items() if record.size >= 0
        }
        self.changed = frozenset(path for path in rendered if records[path].size >= 0)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The faults that rendering and inspecting found, of unchanged outputs too."""
        return tuple(
            fault
            for record in self._records.values()
            for fault in (*record.diagnostics, *record.inspection.diagnostics)
        )

    def read(self, path: str) -> bytes:
        """Give an output's bytes."""
        return self._place(path).read_bytes()

    def _place(self, path: str) -> Path:
        return (staging_folder(self._output) if path in self._rendered else self._output) / path

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""
        assert self._cache is not None
        return self._cache.tree(digest)

    def commit(self) -> Commit:
        """Put the staged files in place, remove what is no longer made, and remember the tree."""
        present, before = self._standing.files, self._standing.records
        written: list[str] = []
        for path in sorted(self.changed):
            record, old = self._records[path], before.get(path)
            if old and old.digest == record.digest and is_intact(old, present.get(path)):
                self._records[path] = record._replace(modified=old.modified)
                self._place(path).unlink()
            else:
                written.append(path)
        if written:
            put_in_place(str(staging_folder(self._output)), str(self._output))
        removed = sorted(path for path in present if path not in self.inspections)
        remove_from(self._output, removed)
        if self._rendered or len(before) != len(self._records):  # else they are the same ones
            save_records(self._output, self._records)
        self.discard()
        return Commit(tuple(written), tuple(removed))

    def discard(self) -> None:
        """Forget the staged files and let the next run begin."""
        shutil.rmtree(staging_folder(self._output), ignore_errors=True)
        self._lock.release()


def stage(pipeline: Pipeline, outputs: Sequence[Output]) -> StagedTree:
    """Render the outputs whose fingerprint or file in place is not what the records say; keep the others.

    Raises ForeignFolderError when the folder was not made by us. Waits while another run works on the same tree.
    """
    folder = pipeline.folders.output
    beside = companion(folder)
    if not beside.exists() and folder.exists() and any(folder.iterdir()):
        raise ForeignFolderError(str(folder))
    beside.mkdir(parents=True, exist_ok=True)
    lock = FileLock(beside / "lock")
    lock.acquire()
    try:
        shutil.rmtree(staging_folder(folder), ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        standing = Standing(dict(files_below(folder)), load_records(folder))
        records, rendered = render_changed(Workshop(pipeline), outputs, standing.intact(), staging_folder(folder))
    except BaseException:
        lock.release()
        raise
    return StagedTree(pipeline, lock, standing, records, rendered)


def staging_folder(output: Path) -> Path:
    """Give the folder where files wait: beside the tree, so that renaming into it stays on one file system."""
    return companion(output) / "staging"


def files_below(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Walk over every file of a tree: path with `/`, and its state. Links are files: they are never followed."""
    stack = [("", str(folder))]
    while stack:
        prefix, place = stack.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    stack.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    yield prefix + entry.name, entry.stat(follow_symlinks=False)


def is_intact(record: Record, state: os.stat_result | None) -> bool:
    """Tell whether the file in place is, by size and time, the one that was recorded."""
    if record.size < 0:
        return state is None
    return state is not None and (state.st_size, state.st_mtime_ns) == (record.size, record.modified)
