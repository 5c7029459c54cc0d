"""Rendering what changed: decide by fingerprint, render in parallel, note what others need to know."""

import pickle
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.core.content_paths import located
from plugins.core.markup.tree import Tree
from plugins.core.outputs import Facts, Output
from plugins.core.pipeline import Inspection, Pipeline
from plugins.incremental.fingerprints import digest, fingerprint
from plugins.incremental.placement import write_staged
from plugins.incremental.records import Record, RecordedFile, Records


class Workshop:
    """The materials that renderers ask for, and the renderers themselves."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self.records: Records = {}
        self.staging: Path | None = None
        self._loaded: dict[str, Facts] = {}
        self.made: set[str] = set()
        """Folders of the staging folder that this process knows to be there."""

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""
        assert self.pipeline.cache is not None
        return self.pipeline.cache.tree(digest)

    def file(self, path: str) -> bytes:
        """Load a file of the content folder."""
        return located(self.pipeline.folders.content, path).read_bytes()

    def facts(self, path: str) -> Facts:
        """Give the facts of an output rendered before; empty when it has none."""
        record = self.records.get(path)
        if record is None:
            return {}
        if path not in self._loaded:  # the manifest, the ledger and the gallery gather the same
            self._loaded[path] = pickle.loads(record.facts)
        return self._loaded[path]

    def output(self, path: str) -> bytes:
        """Give the bytes of a file that was rendered before, in this run or an earlier one."""
        staged = self.staging / path if self.staging else None
        return (staged if staged and staged.exists() else self.pipeline.folders.output / path).read_bytes()


def render_changed(
    workshop: Workshop, outputs: Sequence[Output], intact: Mapping[str, Record], staging: Path
) -> tuple[Records, frozenset[str]]:
    """Render the outputs that no intact record stands for, into the staging folder.

    Outputs that gather facts come after all others, since what they gather decides whether they changed. Gives the
    records of all outputs, and which of them were rendered.
    """
    workshop.staging = staging
    rendered: set[str] = set()
    waves = (
        [output for output in outputs if not output.gathers],
        [output for output in outputs if output.gathers],
    )
    for wave in waves:
        work: list[Output] = []
        for output in wave:
            record = intact.get(output.path)
            if record is not None and record.fingerprint == _fingerprint(workshop, output):
                workshop.records[output.path] = record
            else:
                work.append(output)
        # What gathers most comes first, as it takes longest; then outputs of one source side by side: the worker that
        # has the text loaded shows it everywhere.
        work.sort(key=lambda output: (-len(output.gathers), output.source, output.path))
        staging.mkdir(exist_ok=True)
        done = workshop.pipeline.spread(lambda output: _render(workshop, output, staging), work)
        for output, record in zip(work, done, strict=True):
            workshop.records[output.path] = _with_shared_strings(record)
            rendered.add(output.path)
    return workshop.records, frozenset(rendered)


def _fingerprint(workshop: Workshop, output: Output) -> str:
    key = workshop.pipeline.renderer_keys.get(output.kind, "")
    gathered = (workshop.records[path].facts_digest for path in output.gathers if path in workshop.records)
    return fingerprint(output, key, gathered)


def _render(workshop: Workshop, output: Output, staging: Path) -> Record:
    mark = _fingerprint(workshop, output)
    rendering = workshop.pipeline.renderers[output.kind](output.view, workshop)
    if not rendering.beside.keys() <= set(output.beside):
        raise RuntimeError(f"{output.kind}: files beside {output.path} that nobody has announced")
    made = {} if rendering.data is None else {output.path: rendering.data}
    return Record(
        fingerprint=mark,
        files=tuple(
            _write(workshop, output, staging, path, data) for path, data in {**made, **rendering.beside}.items()
        ),
        facts=pickle.dumps(dict(rendering.facts), pickle.HIGHEST_PROTOCOL),
        facts_digest=digest(repr(sorted(rendering.facts.items())).encode("utf-8", "surrogatepass")),
        diagnostics=rendering.diagnostics,
    )


def _write(workshop: Workshop, output: Output, staging: Path, path: str, data: bytes) -> RecordedFile:
    modified = write_staged(f"{staging}/{path}", data, workshop.made)
    inspect = workshop.pipeline.inspect
    inspection = inspect(workshop.pipeline.base, path, data) if inspect else Inspection()
    return RecordedFile(path, digest(data), len(data), modified, _from_source(inspection, output.source))


def _from_source(inspection: Inspection, source: str) -> Inspection:
    """Note which source an output shows, and let its faults point there."""
    shown = Inspection(inspection.ids, inspection.links, (), source)
    if not inspection.diagnostics:
        return shown
    return shown._replace(diagnostics=tuple(replace(one, place=shown.place) for one in inspection.diagnostics))


def _with_shared_strings(record: Record) -> Record:
    """Share equal link strings between records: ten thousand pages link to the same menu."""
    return record._replace(files=tuple(file._replace(inspection=_shared(file.inspection)) for file in record.files))


def _shared(known: Inspection) -> Inspection:
    ids, links = frozenset(map(sys.intern, known.ids)), tuple(map(sys.intern, known.links))
    return Inspection(ids, links, known.diagnostics, known.source)
