"""The outlet of the manifest, which lists what the outlet of blocks has made in all languages."""

from collections.abc import Iterator, Sequence

from plugins.blocks.planned import PlannedBlock
from plugins.blocks.views import ManifestBlock, ManifestVersion, ManifestView, SchemaView
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output


def manifest(index: SiteIndex, outputs: Sequence[Output], *, release: bool = False) -> Iterator[Output]:
    """Give the manifest of every block, and the description of its form.

    The manifest of a release dates what is new by its own day, as the ledger will: the next one, made of the same
    content, says the same.
    """
    versions: dict[str, list[PlannedBlock]] = {}
    for output in outputs:
        if output.kind == "block":
            versions.setdefault(output.view.view.id, []).append(output.view)
    today = index.now.date().isoformat() if release else ""
    listed: list[ManifestBlock] = []
    for key, blocks in sorted(versions.items()):
        first = blocks[0]
        its_own = tuple([_version(index, one, today) for one in blocks])
        listed.append(ManifestBlock(key, first.view.kind, first.facts.type, first.view.projects, its_own))
    paths = tuple(version.output for block in listed for version in block.versions)
    yield Output("blocks/manifest.json", "block-manifest", ManifestView(index.site.base, tuple(listed)), gathers=paths)
    yield Output("blocks/manifest.schema.json", "block-manifest-schema", SchemaView())


def _version(index: SiteIndex, block: PlannedBlock, today: str) -> ManifestVersion:
    view, facts = block.view, block.facts
    histories = [index.ledger.block_versions(view.id, view.language, profile) for profile in block.profiles]
    return ManifestVersion(
        output=block.json_path,
        language=view.language,
        title=view.title,
        url=view.url,
        published=facts.published,
        changed=facts.changed,
        files=block.files,
        histories=tuple(histories),
        today=today,
    )
