"""Documents' own blocks: every published news item, meeting and pilot update, and each meeting's summary."""

from collections.abc import Iterator

from msgspec.structs import replace

from plugins.blocks.body import DEEPEST
from plugins.blocks.facts import meeting_after, meeting_before, pilot_after, pilot_before
from plugins.blocks.views import BlockFacts, BlockPicture, BlockView, Part, PictureSource, PlannedBlock
from plugins.core.addresses import absolute, version_address
from plugins.core.block_contract import exported
from plugins.core.destinations import absolute_links, picture_variants
from plugins.core.diagnostics import Place
from plugins.core.document_blocks import BLOCK_TYPES, SUMMARY
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts, PilotFacts
from plugins.core.index import SiteIndex
from plugins.core.vocabulary import VOCABULARY


def own_blocks(index: SiteIndex, language: str) -> Iterator[PlannedBlock]:
    """Yield the blocks of a language's documents, newest first within a type."""
    for kind in BLOCK_TYPES:
        for version in index.published(language, kind):
            if names := own_profiles(index, version):
                yield document_block(index, version, names)
                if has_summary(version):
                    yield summary_block(index, version, names)


def own_profiles(index: SiteIndex, version: Version) -> tuple[str, ...]:
    """Return the profiles for which a version is a block of itself, if it is one."""
    return exported(index.site.block_defaults.profiles) if version.type in BLOCK_TYPES else ()


def has_summary(version: Version) -> bool:
    """Return whether a version is a meeting, whose summary is a block too."""
    return isinstance(version.facts, MeetingFacts)


def document_block(index: SiteIndex, version: Version, profiles: tuple[str, ...]) -> PlannedBlock:
    """Return the block of a version, which its files, its summary, feeds and the workbench show."""
    return index.once(_document_block, version.source, profiles)


def summary_block(index: SiteIndex, version: Version, profiles: tuple[str, ...]) -> PlannedBlock:
    """Return the block of a meeting's summary."""
    return index.once(_summary_block, version.source, profiles)


def _document_block(index: SiteIndex, source: str, profiles: tuple[str, ...]) -> PlannedBlock:
    version = index.by_source[source]
    return PlannedBlock(_document(index, version, profiles[0]), _facts(index, version), profiles)


def _summary_block(index: SiteIndex, source: str, profiles: tuple[str, ...]) -> PlannedBlock:
    version = index.by_source[source]
    whole = document_block(index, version, profiles)
    meeting = version.facts if isinstance(version.facts, MeetingFacts) else MeetingFacts("notes", "", ())
    facts = replace(whole.facts, feed_id=whole.facts.feed_id + SUMMARY)
    return PlannedBlock(_summary(whole.view, version, meeting), facts, profiles)


def picture_sources(index: SiteIndex, version: Version) -> tuple[PictureSource, ...]:
    """Return the largest variant of each picture that the version uses."""
    used = [version.image.file] if version.image else []
    used += [reference.target for reference in version.body.references if reference.kind == "image"]
    found = ((path, picture_variants(index, path)) for path in dict.fromkeys(used))
    return tuple(
        PictureSource(path, absolute(index.site, f"/{variants[-1].path}"), variants[-1].width, variants[-1].height)
        for path, variants in found
        if variants
    )


def deep_headings(version: Version, level: int) -> tuple[tuple[str, Place], ...]:
    """Return the headings of a text that may lie too deep below a block's heading of a level, and their places."""
    return tuple(
        (heading.id, heading.place) for heading in version.body.headings if level + heading.level - 1 > DEEPEST
    )


def changed(version: Version) -> str:
    """Return when a version last changed, as its author says."""
    latest = version.updated or version.date
    return latest.iso if latest else ""


def _document(index: SiteIndex, version: Version, profile: str) -> BlockView:
    before, after = _parts(index, version)
    place = version.place()
    picture = version.image
    return BlockView(
        id=version.key,
        kind="document",
        language=version.language,
        profile=profile,
        projects=version.projects,
        title=version.title,
        level=index.site.block_defaults.level,
        url=absolute(index.site, version_address(index.site, version)),
        before=before,
        body=version.body.digest,
        links=absolute_links(index, version, version.language),
        after=after,
        picture=BlockPicture(picture.file, picture.alt, picture.caption, picture.credit) if picture else None,
        sources=picture_sources(index, version),
        deep_headings=deep_headings(version, index.site.block_defaults.level),
        source=version.source,
        line=place.line,
        column=place.column,
    )


def _summary(view: BlockView, version: Version, facts: MeetingFacts) -> BlockView:
    """Make the summary of a meeting of its block: its facts, and what was decided and assigned."""
    return replace(
        view,
        id=f"{view.id}{SUMMARY}",
        kind="summary",
        title=f"{VOCABULARY[view.language].blocks.summary}: {version.title}",
        source_title=version.title,
        before=meeting_before(facts, view.language, attendance=False),
        body=version.body.resolutions,
        after=(),
        picture=None,
    )


def _parts(index: SiteIndex, version: Version) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    facts, language = version.facts, version.language
    if isinstance(facts, MeetingFacts):
        attendance = index.site.block_defaults.attendance
        return meeting_before(facts, language, attendance=attendance), meeting_after(facts, index, language)
    if isinstance(facts, PilotFacts):
        return pilot_before(facts, language), pilot_after(facts, language)
    return (), ()


def _facts(index: SiteIndex, version: Version) -> BlockFacts:
    return BlockFacts(
        type=version.type.value,
        published=version.date.iso if version.date else "",
        changed=changed(version),
        feed_id=index.feed_id(version),
        moment=version.date.starts(index.site.zone).isoformat() if version.date else "",
        summary=version.summary,
    )
