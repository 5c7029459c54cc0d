"""The plan of a run: every output of every outlet, each address once."""

from collections.abc import Iterable, Iterator
from itertools import chain

from plugins.core.addresses import alias_address, file_address
from plugins.core.contributions import Pipeline
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Version
from plugins.core.index import SiteIndex, document_types
from plugins.core.outputs import Output
from plugins.core.portable_names import unportable_part
from plugins.core.stages import Stage


def planned(index: SiteIndex, pipeline: Pipeline) -> tuple[Output, ...]:
    """Ask every outlet for every version and every language, then those that tell of what the others make."""
    languages, stages = index.site.languages, pipeline.settings.stages
    stages.begin(Stage.PLAN, (1 + len(pipeline.outlets)) * len(languages) + len(pipeline.sequels))
    outputs: list[Output] = []
    for language in languages:
        for version in published(index, language):
            outputs += outputs_of(index, version, pipeline)
        stages.advance()
    for outlet in pipeline.outlets:
        for language in languages:
            outputs += outlet(index, language)
            stages.advance()
    derived_outputs: list[Output] = []
    for sequel in pipeline.sequels:
        derived_outputs += sequel(index, outputs)
        stages.advance()
    return (*outputs, *derived_outputs)


def published(index: SiteIndex, language: str) -> Iterator[Version]:
    """Yield every published version of a language."""
    return chain.from_iterable(index.published(language, kind) for kind in document_types())


def outputs_of(index: SiteIndex, version: Version, pipeline: Pipeline) -> Iterator[Output]:
    """Ask every outlet of versions for one."""
    return chain.from_iterable(outlet(index, version) for outlet in pipeline.version_outlets)


def collisions(index: SiteIndex, outputs: Iterable[Output]) -> tuple[Diagnostic, ...]:
    """Find outputs that would stand at one address, also by case only: many file systems know no case.

    A file where another output needs a folder is one too, and so is one in a folder that another has for itself.
    """
    outputs = tuple(outputs)
    taken: dict[str, tuple[str, Output]] = {}
    met: list[tuple[str, Output, Output]] = []
    for output in outputs:
        for path in output.paths:
            _, first = taken.setdefault(path.casefold(), (path, output))
            if first is not output:
                met.append((path, first, output))
    met += [
        (path, taken[above][1], output)
        for folded, (path, output) in taken.items()
        for above in _folders(folded)
        if above in taken
    ]
    met += [
        (path, owner, output)
        for owner in outputs
        if owner.folder
        for folded, (path, output) in taken.items()
        if output is not owner and folded.startswith(owner.folder.casefold())
    ]
    found: list[Diagnostic] = []
    for path, first, output in met:
        address = file_address(path)
        sources = sorted({first.source, output.source} - {""})
        blamed = output.source if output.source in index.by_source else first.source
        version = index.by_source.get(blamed)
        place = _address_place(version, address) if version else Place("site.yaml")
        other = next((source for source in sources if source != blamed), "-")
        found.append(diagnostic("ADR001", place, address=address, other=other))
    return tuple(found)


def unportable(index: SiteIndex, outputs: Iterable[Output]) -> tuple[Diagnostic, ...]:
    """Find outputs whose files Windows could not hold: a site that is built here can be built by every colleague."""
    found: list[Diagnostic] = []
    for output in outputs:
        for path in output.paths:
            part = unportable_part(path)
            if part is not None:
                address, version = file_address(path), index.by_source.get(output.source)
                place = _address_place(version, address) if version else Place("site.yaml")
                found.append(diagnostic("ADR002", place, address=address, name=part))
    return tuple(found)


def _folders(path: str) -> Iterator[str]:
    """Yield the folders of a path that could be files of the site by their names."""
    folder = path.rpartition("/")[0]
    while "." in folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _address_place(version: Version, address: str) -> Place:
    """Return the key of a source that an address comes from."""
    for number, alias in enumerate(version.aliases):
        if alias_address(alias).casefold() == address.casefold():
            return version.item_places("aliases")(number)
    written = any(path == "slug" for path, _, _ in version.places)
    return version.place("slug" if written else "title")
