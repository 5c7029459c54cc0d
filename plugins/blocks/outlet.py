"""The outlet of blocks: every published news item, meeting and pilot update is a block, in each language it has."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.blocks.facts import meeting_after, meeting_before, pilot_after, pilot_before
from plugins.blocks.views import (
    BlockPicture,
    BlockView,
    ManifestBlock,
    ManifestVersion,
    ManifestView,
    Part,
    PictureSource,
    SchemaView,
)
from plugins.core.addresses import absolute, version_address
from plugins.core.destinations import absolute_links
from plugins.core.documents import DocumentType, MeetingFacts, PilotFacts, Version
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output

BLOCK_TYPES = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)
"""Documents of these types are blocks of themselves."""

EXPORTED = ("basic",)
"""The profiles of documents' own blocks, of those in `profiles.PROFILES`."""


def blocks(index: SiteIndex, language: str) -> Iterator[Output]:
    """Give the blocks of a language; with the default language also the manifest of all."""
    for version in _versions(index, language):
        view = _view(index, version)
        for profile in _profiles(index):
            shown = view if profile == view.profile else replace(view, profile=profile)
            yield Output(block_path(view.id, language, profile), "block", shown, source=version.source)
    if language == index.site.default_language:
        listed = tuple(_listed(index))
        paths = tuple(path for block in listed for version in block.versions for _, path in version.files)
        yield Output("blocks/manifest.json", "block-manifest", ManifestView(index.site.base, listed), gathers=paths)
        yield Output("blocks/manifest.schema.json", "block-manifest-schema", SchemaView())


def block_path(block: str, language: str, profile: str) -> str:
    """Give the file of a block in the output tree."""
    return f"blocks/{block}/{language}.{profile}.html"


def _profiles(index: SiteIndex) -> tuple[str, ...]:
    return tuple(profile for profile in EXPORTED if profile in index.site.block_defaults.profiles)


def _versions(index: SiteIndex, language: str) -> Iterator[Version]:
    for kind in BLOCK_TYPES:
        yield from index.published(language, kind)


def _view(index: SiteIndex, version: Version) -> BlockView:
    before, after = _parts(index, version)
    place = version.place()
    picture = version.image
    return BlockView(
        id=version.key,
        kind="document",
        language=version.language,
        profile=EXPORTED[0],
        projects=version.projects,
        title=version.title,
        level=index.site.block_defaults.level,
        url=absolute(index.site, version_address(index.site, version)),
        before=before,
        body=version.body.digest,
        links=absolute_links(index, version, version.language),
        after=after,
        picture=BlockPicture(picture.file, picture.alt, picture.caption, picture.credit) if picture else None,
        sources=tuple(_sources(index, version)),
        source=version.source,
        line=place.line,
        column=place.column,
    )


def _sources(index: SiteIndex, version: Version) -> Iterator[PictureSource]:
    """Give the largest variant of each picture that the version uses."""
    used = [version.image.file] if version.image else []
    used += [one.target for one in version.body.references if one.kind == "image"]
    for path in dict.fromkeys(used):
        file = index.files.get(path)
        if file is not None and file.picture is not None and file.picture.variants:
            largest = file.picture.variants[-1]
            yield PictureSource(path, absolute(index.site, f"/{largest.path}"), largest.width, largest.height)


def _parts(index: SiteIndex, version: Version) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    facts, language = version.facts, version.language
    if isinstance(facts, MeetingFacts):
        attendance = index.site.block_defaults.attendance
        return meeting_before(facts, language, attendance=attendance), meeting_after(facts, index, language)
    if isinstance(facts, PilotFacts):
        return pilot_before(facts, language), pilot_after(facts, language)
    return (), ()


def _listed(index: SiteIndex) -> Iterator[ManifestBlock]:
    gathered: dict[str, list[Version]] = {}
    for language in index.site.languages:
        for version in _versions(index, language):
            gathered.setdefault(version.key, []).append(version)
    for key, versions in sorted(gathered.items()):
        yield ManifestBlock(
            id=key,
            kind="document",
            type=str(versions[0].type),
            projects=versions[0].projects,
            versions=tuple(_listed_version(index, version) for version in versions),
        )


def _listed_version(index: SiteIndex, version: Version) -> ManifestVersion:
    published = version.date.iso if version.date else ""
    key, language, profiles = version.key, version.language, _profiles(index)
    return ManifestVersion(
        language=language,
        title=version.title,
        url=absolute(index.site, version_address(index.site, version)),
        published=published,
        changed=version.updated.iso if version.updated else published,
        files=tuple((profile, block_path(key, language, profile)) for profile in profiles),
        histories=tuple(index.ledger.block_versions(key, language, profile) for profile in profiles),
    )
