"""Rendering what changed: decide by fingerprint, render in parallel, note what others need to know."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from plugins.core.content_paths import located
from plugins.core.contributions import Pipeline
from plugins.core.made_blocks import MadeBlock
from plugins.core.markup.tree import Tree
from plugins.core.output_tree import Inspection, Plan
from plugins.core.outputs import Output, Quoting, Rendering
from plugins.core.stages import Stage
from plugins.incremental.fingerprints import digest, fingerprint
from plugins.incremental.parallel import WORTHWHILE
from plugins.incremental.placement import read_file, write_staged
from plugins.incremental.records import (
    Record,
    RecordedFile,
    Records,
    RecordStore,
    packed,
    packed_facts,
    unpacked,
    unpacked_facts,
)


class Workshop:
    """The materials that renderers ask for, and the renderers themselves."""

    def __init__(self, pipeline: Pipeline, plan: Plan, store: RecordStore, staging: Path) -> None:
        self.pipeline = pipeline
        self.plan = plan
        self.staging = staging
        self.records: Records = {}
        self.rendered: dict[str, Made] = {}
        """What this run has made, by the path that names the output."""
        self.made: set[str] = set()
        """Folders of the staging folder that this process knows to be there."""
        self._store = store
        self._loaded: dict[str, MadeBlock | None] = {}

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""
        return self.pipeline.cache.tree(digest)

    def file(self, path: str) -> bytes:
        """Load a file of the content folder."""
        return located(self.pipeline.settings.folders.content, path).read_bytes()

    def facts(self, path: str) -> MadeBlock | None:
        """Give the facts of an output rendered before; None when it has none."""
        if path not in self.records:
            return None
        if path not in self._loaded:  # the manifest, the ledger and the gallery gather the same
            made = self.rendered.get(path)
            self._loaded[path] = unpacked_facts(made.facts if made else self._facts_stored[path])
        return self._loaded[path]

    @cached_property
    def _facts_stored(self) -> Mapping[str, bytes]:
        return self._store.facts()

    def output(self, path: str) -> bytes:
        """Give the bytes of a file that was rendered before, in this run or an earlier one."""
        try:
            return read_file(f"{self.staging}/{path}")
        except FileNotFoundError:
            return read_file(f"{self.pipeline.settings.folders.output}/{path}")


class _Job(NamedTuple):
    """An output to be rendered, and its fingerprint where that has been found out already."""

    output: Output
    mark: str = ""


class _Staged(NamedTuple):
    """A file in the staging folder: its path in the tree, its bytes, when it was written in nanoseconds."""

    path: str
    data: bytes
    modified: int


class Made(NamedTuple):
    """What is remembered of an output that was rendered: its record and its facts, packed."""

    record: bytes
    facts: bytes


def render_changed(workshop: Workshop, outputs: Sequence[Output], intact: Mapping[str, Record]) -> Records:
    """Render the outputs that no intact record stands for, into the staging folder; give the records of all.

    Outputs that gather facts come after all others, since what they gather decides whether they changed.
    """
    stages = workshop.pipeline.settings.stages
    waves = {
        Stage.RENDER: [output for output in outputs if not output.gathers],
        Stage.GATHER: [output for output in outputs if output.gathers],
    }
    for stage, wave in waves.items():
        stages.begin(Stage.COMPARE, len(wave))
        jobs: list[_Job] = []
        for output in wave:
            record = intact.get(output.path)
            mark = _fingerprint(workshop, output) if record is not None else ""
            if record is not None and record.fingerprint == mark:
                workshop.records[output.path] = record
            else:
                jobs.append(_Job(output, mark))
            stages.advance()
        # What gathers most comes first, as it takes longest; then outputs of one source side by side: the worker that
        # has the text loaded shows it everywhere.
        jobs.sort(key=lambda job: (-len(job.output.gathers), job.output.source, job.output.path))
        stages.begin(stage, len(jobs))
        for job, made in zip(jobs, _rendered(workshop, jobs), strict=True):
            workshop.records[job.output.path] = unpacked(made.record)
            workshop.rendered[job.output.path] = made
    return workshop.records


def is_current(workshop: Workshop, output: Output, record: Record | None) -> bool:
    """Tell whether an output that gathers nothing would come out as a record says."""
    return record is not None and record.fingerprint == _fingerprint(workshop, output)


def _rendered(workshop: Workshop, jobs: Sequence[_Job]) -> list[Made]:
    """Render with every core where that pays.

    Of each kind of which there are many the first one is rendered here: templates, catalogues and patterns that it
    needs are then ready in every process that follows.
    """
    workshop.staging.mkdir(exist_ok=True)
    firsts: dict[str, int] = {}
    counts = Counter(job.output.kind for job in jobs)
    for place, job in enumerate(jobs):
        if counts[job.output.kind] >= WORTHWHILE:
            firsts.setdefault(job.output.kind, place)
    made = {place: _render(workshop, jobs[place]) for place in firsts.values()}
    workshop.pipeline.settings.stages.advance(len(made))
    others = [job for place, job in enumerate(jobs) if place not in made]
    done = iter(workshop.pipeline.spread(partial(_render, workshop), others))
    return [made[place] if place in made else next(done) for place in range(len(jobs))]


def _fingerprint(workshop: Workshop, output: Output) -> str:
    key = f"{workshop.plan.program}:{workshop.pipeline.kinds[output.kind].key}"
    gathered = [workshop.records[path] for path in output.gathers if path in workshop.records]
    # The files too: who gathers may read them, and their bytes may change where the facts do not.
    digests = (part for one in gathered for part in (one.facts_digest, *[file.digest for file in one.files]))
    return fingerprint(output, key, digests)


def _render(workshop: Workshop, job: _Job) -> Made:
    rendering = _rendering(workshop, job.output)
    staged = [_staged(workshop, path, data) for path, data in _files(job.output, rendering)]
    files = _recorded(workshop, job.output, rendering, staged)
    mark = job.mark or _fingerprint(workshop, job.output)
    facts = packed_facts(rendering.facts)
    return Made(packed(Record(mark, files, digest(facts), rendering.diagnostics)), facts)


def _rendering(workshop: Workshop, output: Output) -> Rendering:
    rendering = workshop.pipeline.kinds[output.kind].render(output.view, workshop)
    unannounced = rendering.beside.keys() - set(output.beside)
    if not all(output.folder and path.startswith(output.folder) for path in unannounced):
        raise RuntimeError(f"{output.kind}: files beside {output.path} that nobody has announced")
    return rendering


def _files(output: Output, rendering: Rendering) -> list[tuple[str, bytes]]:
    """Give the files of an output by path, the one that names it first."""
    beside = list(rendering.beside.items())
    return beside if rendering.data is None else [(output.path, rendering.data), *beside]


def _staged(workshop: Workshop, path: str, data: bytes) -> _Staged:
    return _Staged(path, data, write_staged(f"{workshop.staging}/{path}", data, workshop.made))


def _recorded(
    workshop: Workshop, output: Output, rendering: Rendering, files: Sequence[_Staged]
) -> tuple[RecordedFile, ...]:
    """Look at the files of an output that were written, and note what matters of them."""
    recorded = []
    for path, data, modified in files:
        quoting = rendering.quoting if path == output.path else None
        found = _from_source(_inspection(workshop, path, data, quoting), output.source)
        recorded.append(RecordedFile(path, digest(data), len(data), modified, found))
    return tuple(recorded)


def _inspection(workshop: Workshop, path: str, data: bytes, quoting: Quoting | None) -> Inspection:
    inspect, base = workshop.pipeline.inspect, workshop.plan.base
    if quoting is None:
        return inspect(base, path, data, ())
    found = [
        file.inspection
        for maker, quoted in quoting.files
        for file in workshop.records[maker].files
        if file.path == quoted
    ]
    return inspect(base, path, quoting.around, found)


def _from_source(inspection: Inspection, source: str) -> Inspection:
    """Note which source an output shows, and let its faults point there."""
    shown = Inspection(inspection.ids, inspection.links, (), source)
    if not inspection.diagnostics:
        return shown
    return shown._replace(diagnostics=tuple(replace(one, place=shown.place) for one in inspection.diagnostics))
