"""Staging: render what changed beside the tree, look at the whole, then put it in place by renaming.

Until the commit the last good output stands untouched. A commit renames files, and whole folders that are new; one
that is killed half-way leaves whole files only, and the next run finds by size and time which of them are not what the
records say.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock

from plugins.core.contributions import Pipeline
from plugins.core.diagnostics import Diagnostic
from plugins.core.markup.tree import Tree
from plugins.core.output_tree import Commit, ForeignFolderError, Inspection, Plan, companion
from plugins.core.stages import Stage
from plugins.incremental.placement import put_in_place, remove_from
from plugins.incremental.records import RecordedFile, Records, RecordStore, packed
from plugins.incremental.rendering import Made, Workshop, render_changed


class TreeInPlace(NamedTuple):
    """The tree in place: its files, and what is remembered of them. Nobody changes it while the lock is held."""

    files: Mapping[str, os.stat_result]
    records: Records
    store: RecordStore

    def intact(self) -> Records:
        """Return the records whose files are still what they say."""
        return {
            path: record
            for path, record in self.records.items()
            if all(is_intact(file, self.files.get(file.path)) for file in record.files)
        }


class StagedTree:
    """The tree as it will be: staged files over those in place."""

    def __init__(
        self,
        pipeline: Pipeline,
        lock: FileLock,
        standing: "TreeInPlace",
        records: Records,
        rendered: dict[str, Made],
    ) -> None:
        """Look at what was made: the records of all outputs, and those that were rendered in this run."""
        self._output = pipeline.settings.folders.output
        self._cache = pipeline.cache
        self._lock = lock
        self._standing = standing
        self._records = records
        self._rendered = rendered
        self.inspections: Mapping[str, Inspection] = {
            file.path: file.inspection for record in records.values() for file in record.files
        }
        self.changed = frozenset(file.path for path in rendered for file in records[path].files)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The faults that rendering and inspecting found, of unchanged outputs too."""
        return tuple(
            fault
            for record in self._records.values()
            for fault in (
                *record.diagnostics,
                *(diagnostic for file in record.files for diagnostic in file.inspection.diagnostics),
            )
        )

    def read(self, path: str) -> bytes:
        """Return an output's bytes."""
        return self._place(path).read_bytes()

    def _place(self, path: str) -> Path:
        return (staging_folder(self._output) if path in self.changed else self._output) / path

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""
        return self._cache.tree(digest)

    def commit(self) -> Commit:
        """Put the staged files in place, remove what is no longer made, and remember the tree."""
        present, before = self._standing.files, self._standing.records
        written: list[str] = []
        for path in self._rendered:
            record = self._records[path]
            old = {file.path: file for file in before[path].files} if path in before else {}
            files = [self._kept(file, old.get(file.path), present.get(file.path)) for file in record.files]
            written += [file.path for file, in_place in zip(record.files, files, strict=True) if in_place is None]
            if any(files):
                pairs = zip(files, record.files, strict=True)
                record = record._replace(files=tuple(in_place or file for in_place, file in pairs))
                self._rendered[path] = self._rendered[path]._replace(record=packed(record))
        if written:
            put_in_place(str(staging_folder(self._output)), str(self._output))
        removed = sorted(path for path in present if path not in self.inspections)
        remove_from(self._output, removed)
        gone = before.keys() - self._records.keys()
        if self._rendered or gone:
            self._standing.store.save(((path, *result) for path, result in self._rendered.items()), gone)
        self.discard()
        return Commit(tuple(sorted(written)), tuple(removed))

    def _kept(self, file: RecordedFile, old: RecordedFile | None, state: os.stat_result | None) -> RecordedFile | None:
        """Return the file in place where it has the same bytes, and drop the staged one; None where it has not."""
        if old is None or old.digest != file.digest or not is_intact(old, state):
            return None
        self._place(file.path).unlink()
        return file._replace(modified=old.modified)

    def discard(self) -> None:
        """Forget the staged files and let the next run begin."""
        shutil.rmtree(staging_folder(self._output), ignore_errors=True)
        self._lock.release()


def stage(pipeline: Pipeline, plan: Plan) -> StagedTree:
    """Render the outputs whose fingerprint or file in place is not what the records say; keep the others.

    Raises ForeignFolderError when the folder was not made by us. Waits while another run works on the same tree.
    """
    pipeline.settings.stages.begin(Stage.COMPARE)
    folder = pipeline.settings.folders.output
    beside = companion(folder)
    if not beside.exists() and folder.exists() and any(folder.iterdir()):
        raise ForeignFolderError(str(folder))
    beside.mkdir(parents=True, exist_ok=True)
    lock = FileLock(beside / "lock")
    lock.acquire()
    try:
        shutil.rmtree(staging_folder(folder), ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        store = RecordStore(folder)
        standing = TreeInPlace(dict(files_below(folder)), store.load(), store)
        workshop = Workshop(pipeline, plan, store, staging_folder(folder))
        records = render_changed(workshop, plan.outputs, standing.intact())
    except BaseException:
        lock.release()
        raise
    return StagedTree(pipeline, lock, standing, records, workshop.rendered)


def staging_folder(output: Path) -> Path:
    """Return the folder where files wait: beside the tree, so that renaming into it stays on one file system."""
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


def is_intact(file: RecordedFile, state: os.stat_result | None) -> bool:
    """Return whether the file in place is, by size and time, the one that was recorded."""
    return state is not None and (state.st_size, state.st_mtime_ns) == (file.size, file.modified)
