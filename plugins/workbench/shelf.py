"""The shelf: every block of the site with its languages, in the order in which an edition lists them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from plugins.blocks.views import PlannedBlock
from plugins.core.block_contract import USUAL
from plugins.core.index import SiteIndex
from plugins.core.languages import collation_key
from plugins.listings.edition import Edition
from plugins.workbench.places import KnownPlace, known_places

_OF_DOCUMENTS = {"news": "news", "meetings": "meeting", "pilots": "pilot"}


class ShelvedBlock(Struct, frozen=True):
    """A block in all its languages: what it is, and its plan in each, in the site's order."""

    id: str
    kind: str
    """A key of the vocabulary's kinds of blocks."""
    project: str
    """KEY of the first of its projects; empty for none."""
    date: str
    """The day of publication (ISO 8601) of the newest thing that it tells."""
    declared: bool
    versions: Mapping[str, PlannedBlock]

    def version(self, language: str) -> PlannedBlock:
        """Return the block in a language, else in the first that it has."""
        return self.versions.get(language) or next(iter(self.versions.values()))


class Shelf:
    """Every block of the site, and the pages of the CMS where they stand."""

    def __init__(self, index: SiteIndex, planned: Iterable[PlannedBlock]) -> None:
        self.index = index
        by_id: dict[str, dict[str, PlannedBlock]] = {}
        for version in planned:
            by_id.setdefault(version.view.id, {})[version.view.language] = version
        self.blocks = {block: _shelved(versions) for block, versions in by_id.items()}

    @cached_property
    def places(self) -> Sequence[KnownPlace]:
        """Every place where a block stands or should: by placements.yaml, and where the last scan found one."""
        return known_places(self.index.site)

    @cached_property
    def places_of(self) -> Mapping[tuple[str, str], tuple[KnownPlace, ...]]:
        """The places of each block in a language."""
        found: dict[tuple[str, str], list[KnownPlace]] = {}
        for place in self.places:
            found.setdefault((place.block, place.language), []).append(place)
        return {identity: tuple(some) for identity, some in found.items()}

    def listed(self, edition: Edition) -> Sequence[ShelvedBlock]:
        """Return the blocks by project, in the order of the projects' names, those of no project last.

        Of a project those of blocks.yaml come first, in its order, then documents' own, newest first; so a new document
        moves only what is older.
        """
        names = {project.key: collation_key(project.short_title, edition.language) for project in edition.projects}
        order = {key: place for place, key in enumerate(sorted(names, key=lambda key: (names[key], key)))}

        def by_project(block: ShelvedBlock) -> int:
            return order.get(block.project, len(order))

        declared = [block for block in self.blocks.values() if block.declared]
        own = [block for block in self.blocks.values() if not block.declared]
        own.sort(key=lambda block: (block.date, block.id), reverse=True)
        return sorted((*declared, *own), key=by_project)


def _shelved(versions: Mapping[str, PlannedBlock]) -> ShelvedBlock:
    first = next(iter(versions.values()))
    view, facts = first.view, first.facts
    kind = view.kind if view.declared or view.kind == "summary" else _OF_DOCUMENTS[facts.type]
    date = facts.changed if view.declared else facts.published
    return ShelvedBlock(view.id, kind, next(iter(view.projects), ""), date[:10], view.declared, versions)


def usual_profile(planned: PlannedBlock) -> str:
    """Name the profile in which a block is shown: the usual one, else the first of its own."""
    return USUAL if USUAL in planned.profiles else planned.profiles[0]
