"""Rendering what changed: views are made, compared and rendered on every core; what others need to know is noted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

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
        """Return the facts of an output rendered before; None when it has none."""
        if path not in self.records:
            return None
        if path not in self._loaded:  # the manifest, the ledger and the gallery gather the same
            result = self.rendered.get(path)
            self._loaded[path] = unpacked_facts(result.facts if result else self._facts_stored[path])
        return self._loaded[path]

    @cached_property
    def _facts_stored(self) -> Mapping[str, bytes]:
        return self._store.facts()

    def output(self, path: str) -> bytes:
        """Return the bytes of a file that was rendered before, in this run or an earlier one."""
        try:
            return read_file(f"{self.staging}/{path}")
        except FileNotFoundError:
            return read_file(f"{self.pipeline.settings.folders.output}/{path}")


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
    """Render the outputs that no intact record stands for, into the staging folder; return the records of all.

    Outputs that gather facts come after all others, since what they gather decides whether they changed.
    """
    waves = {
        Stage.RENDER: [output for output in outputs if not output.gathers],
        Stage.GATHER: [output for output in outputs if output.gathers],
    }
    for stage, wave in waves.items():
        batches = _batches(wave, intact)
        workshop.pipeline.settings.stages.begin(stage, len(batches))
        for batch, results in zip(batches, _worked(workshop, batches, intact), strict=True):
            for output, result in zip(batch, results, strict=True):
                if result is None:
                    workshop.records[output.path] = intact[output.path]
                else:
                    workshop.records[output.path] = unpacked(result.record)
                    workshop.rendered[output.path] = result
    return workshop.records


_Batch: TypeAlias = tuple[Output, ...]

AT_ONCE = 8
"""Outputs with an intact record that are one piece of work: comparing them takes about as long as rendering one."""


def _batches(outputs: Iterable[Output], intact: Mapping[str, Record]) -> list[_Batch]:
    """Cut the work into pieces.

    What gathers most comes first, as it takes longest; then outputs of one source side by side: the worker that has the
    text loaded shows it everywhere.
    """
    ordered = sorted(outputs, key=lambda output: (-len(output.gathers), output.source, output.path))
    new = [(output,) for output in ordered if output.path not in intact]
    known = [output for output in ordered if output.path in intact]
    return [*new, *(tuple(known[first : first + AT_ONCE]) for first in range(0, len(known), AT_ONCE))]


def _worked(workshop: Workshop, batches: Sequence[_Batch], intact: Mapping[str, Record]) -> list[list[Made | None]]:
    """Compare and render with every core where that pays.

    Of each kind and recipe of which there are many the first one is made here: what it needs (templates, catalogues,
    what the pages of a language share) is then ready in every process that follows.
    """
    workshop.staging.mkdir(exist_ok=True)
    work = partial(_made_of_batch, workshop, intact)
    sorts = [(batch[0].kind, getattr(batch[0].recipe, "func", None)) for batch in batches]
    counts = Counter(sorts)
    firsts: dict[tuple[str, object], int] = {}
    for place, sort in enumerate(sorts):
        if counts[sort] >= WORTHWHILE:
            firsts.setdefault(sort, place)
    first_results = {place: work(batches[place]) for place in firsts.values()}
    workshop.pipeline.settings.stages.advance(len(first_results))
    others = [batch for place, batch in enumerate(batches) if place not in first_results]
    done = iter(workshop.pipeline.spread(work, others))
    return [first_results[place] if place in first_results else next(done) for place in range(len(batches))]


def _made_of_batch(workshop: Workshop, intact: Mapping[str, Record], batch: _Batch) -> list[Made | None]:
    return [_made(workshop, output, intact.get(output.path)) for output in batch]


def _made(workshop: Workshop, output: Output, record: Record | None) -> Made | None:
    """Make the view and compare it; render it unless the record says that it would come out the same."""
    view = output.view
    mark = _fingerprint(workshop, output, view)
    if record is not None and record.fingerprint == mark:
        return None
    rendering = _rendering(workshop, output, view)
    staged = [_staged(workshop, path, data) for path, data in _files(output, rendering)]
    files = _recorded(workshop, output, rendering, staged)
    facts = packed_facts(rendering.facts)
    return Made(packed(Record(mark, files, digest(facts), rendering.diagnostics)), facts)


def _fingerprint(workshop: Workshop, output: Output, view: object) -> str:
    key = f"{workshop.plan.program}:{workshop.pipeline.kinds[output.kind].key}"
    gathered = [workshop.records[path] for path in output.gathers if path in workshop.records]
    # The files too: who gathers may read them, and their bytes may change where the facts do not.
    digests = (part for record in gathered for part in (record.facts_digest, *[file.digest for file in record.files]))
    return fingerprint(output.kind, view, key, digests)


def _rendering(workshop: Workshop, output: Output, view: object) -> Rendering:
    rendering = workshop.pipeline.kinds[output.kind].render(view, workshop)
    unannounced = rendering.beside.keys() - set(output.beside)
    if not all(output.folder and path.startswith(output.folder) for path in unannounced):
        raise RuntimeError(f"{output.kind}: files beside {output.path} that nobody has announced")
    return rendering


def _files(output: Output, rendering: Rendering) -> list[tuple[str, bytes]]:
    """Return the files of an output by path, the one that names it first."""
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
    return shown._replace(
        diagnostics=tuple(replace(diagnostic, place=shown.place) for diagnostic in inspection.diagnostics)
    )
