"""The outlet of the manifest, which lists what the outlet of blocks has made in all languages."""

from collections.abc import Iterator, Sequence

from plugins.blocks.views import FragmentView, ManifestBlock, ManifestVersion, ManifestView, SchemaView
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output


def manifest(index: SiteIndex, outputs: Sequence[Output], *, release: bool = False) -> Iterator[Output]:
    """Give the manifest of every block, and the description of its form.

    The manifest of a release dates what is new by its own day, as the ledger will: the next one, made of the same
    content, says the same.
    """
    files: dict[tuple[str, str], list[tuple[str, str]]] = {}
    versions: dict[str, list[FragmentView]] = {}
    for output in outputs:
        if output.kind == "block":
            files.setdefault((output.view.id, output.view.language), []).append((output.view.profile, output.path))
        elif output.kind == "block-json":
            versions.setdefault(output.view.block.id, []).append(output.view)
    today = index.now.date().isoformat() if release else ""
    listed: list[ManifestBlock] = []
    for key, fragments in sorted(versions.items()):
        first = fragments[0]
        its_own = [_version(index, one, files[key, one.block.language], today) for one in fragments]
        listed.append(ManifestBlock(key, first.block.kind, first.facts.type, first.block.projects, tuple(its_own)))
    paths = tuple(path for block in listed for version in block.versions for _, path in version.files)
    yield Output("blocks/manifest.json", "block-manifest", ManifestView(index.site.base, tuple(listed)), gathers=paths)
    yield Output("blocks/manifest.schema.json", "block-manifest-schema", SchemaView())


def _version(index: SiteIndex, fragment: FragmentView, files: Sequence[tuple[str, str]], today: str) -> ManifestVersion:
    view, facts = fragment.block, fragment.facts
    return ManifestVersion(
        language=view.language,
        title=view.title,
        url=view.url,
        published=facts.published,
        changed=facts.changed,
        files=tuple(files),
        histories=tuple([index.ledger.block_versions(view.id, view.language, profile) for profile, _ in files]),
        today=today,
    )
