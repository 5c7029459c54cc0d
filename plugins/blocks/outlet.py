"""The outlet of blocks: their fragments in each profile, as JSON, in feeds of projects, and the manifest of all."""

from collections.abc import Iterable, Iterator

from plugins.blocks.declared_blocks import declared_blocks
from plugins.blocks.own_blocks import own_blocks
from plugins.blocks.planned import PlannedBlock
from plugins.blocks.project_feeds import project_feeds
from plugins.blocks.views import FragmentView, ManifestBlock, ManifestVersion, ManifestView, SchemaView, in_profile
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output


def blocks(index: SiteIndex, language: str, *, release: bool = False) -> Iterator[Output]:
    """Give the blocks of a language; with the default language also the manifest of all.

    The manifest of a release dates what is new by its own day, as the ledger will: the next one, made of the same
    content, says the same.
    """
    planned = tuple(planned_blocks(index, language))
    for block in planned:
        yield from _files(block)
    yield from project_feeds(index, language, planned)
    if language == index.site.default_language:
        others = (block for code in index.site.languages if code != language for block in planned_blocks(index, code))
        today = index.now.date().isoformat() if release else ""
        listed = tuple(_listed(index, (*planned, *others), today))
        paths = tuple(path for block in listed for version in block.versions for _, path in version.files)
        yield Output("blocks/manifest.json", "block-manifest", ManifestView(index.site.base, listed), gathers=paths)
        yield Output("blocks/manifest.schema.json", "block-manifest-schema", SchemaView())


def planned_blocks(index: SiteIndex, language: str) -> Iterator[PlannedBlock]:
    """Give every block of a language: documents' own first, then those of blocks.yaml."""
    yield from own_blocks(index, language)
    yield from declared_blocks(index, language)


def block_path(block: str, language: str, profile: str) -> str:
    """Give the file of a block in the output tree."""
    return f"blocks/{block}/{language}.{profile}.html"


def json_path(block: str, language: str) -> str:
    """Give the file of a block as JSON."""
    return f"blocks/{block}/{language}.json"


def _files(block: PlannedBlock) -> Iterator[Output]:
    view = block.view
    for profile in block.profiles:
        shown = view if profile == view.profile else in_profile(view, profile)
        yield Output(block_path(view.id, view.language, profile), "block", shown, source=view.source)
    fragment = FragmentView(view, block.facts)
    yield Output(json_path(view.id, view.language), "block-json", fragment, source=view.source)


def _listed(index: SiteIndex, planned: Iterable[PlannedBlock], today: str) -> Iterator[ManifestBlock]:
    gathered: dict[str, list[PlannedBlock]] = {}
    for block in planned:
        gathered.setdefault(block.view.id, []).append(block)
    for key, versions in sorted(gathered.items()):
        in_order = sorted(versions, key=lambda one: index.site.languages.index(one.view.language))
        yield ManifestBlock(
            id=key,
            kind=in_order[0].view.kind,
            type=in_order[0].facts.type,
            projects=in_order[0].view.projects,
            versions=tuple(_listed_version(index, block, today) for block in in_order),
        )


def _listed_version(index: SiteIndex, block: PlannedBlock, today: str) -> ManifestVersion:
    view = block.view
    return ManifestVersion(
        language=view.language,
        title=view.title,
        url=view.url,
        published=block.facts.published,
        changed=block.facts.changed,
        files=tuple((profile, block_path(view.id, view.language, profile)) for profile in block.profiles),
        histories=tuple(index.ledger.block_versions(view.id, view.language, profile) for profile in block.profiles),
        today=today,
    )
