"""What a project has told, each type on pages of its own below the project's page."""

from collections.abc import Iterator

from plugins.core.addresses import version_address
from plugins.core.documents import DocumentType, Version
from plugins.core.outputs import Output
from plugins.feeds.addresses import of_project
from plugins.listings.edition import DATED, Edition
from plugins.listings.pagination import Listing, listing_pages
from plugins.listings.sections import by_own_time


def project_listing_pages(edition: Edition) -> Iterator[Output]:
    """Make the listings of every project of the edition's language; a type of which it has nothing has none."""
    for project in edition.index.published(edition.code, DocumentType.PROJECTS):
        for section in DATED:
            versions = documents_of(edition, project, section)
            if versions:
                yield from listing_pages(edition, _listing(edition, project, section, versions))


def documents_of(edition: Edition, project: Version, section: DocumentType) -> tuple[Version, ...]:
    """Return a project's documents of a type, in the order of the section's own listing."""
    versions = tuple(version for version in edition.of_project(project.key) if version.type is section)
    return by_own_time(edition, versions) if section is DocumentType.MEETINGS else versions


def listing_address(edition: Edition, project: Version, section: DocumentType) -> str:
    """Return the address of a project's listing: `/hankkeet/tekoaly/uutiset/`."""
    return f"{version_address(edition.site, project)}{edition.site.word(project.language, section)}/"


def _listing(edition: Edition, project: Version, section: DocumentType, versions: tuple[Version, ...]) -> Listing:
    index, names = edition.index, edition.language.names
    others = (version for version in index.by_key[project.key].versions if index.is_published(version))
    counted = {other.language: (other, _count(edition, other, section)) for other in others}
    return Listing(
        kind="project",
        name=section.value,
        title=f"{names[section]}: {project.short_title}",
        address=listing_address(edition, project, section),
        versions=versions,
        counterparts={
            code: (listing_address(edition, counted[code][0], section), counted[code][1])
            for code in edition.site.languages
            if code in counted and counted[code][1]
        },
        section=DocumentType.PROJECTS,
        feeds=(of_project(edition.site, project),),
        above=(
            (names[DocumentType.PROJECTS], edition.section(DocumentType.PROJECTS)),
            (project.short_title, edition.address(project)),
        ),
        project=project.key,
        by_meeting=section is DocumentType.MEETINGS,
        months=True,
        own_years=True,
    )


def _count(edition: Edition, project: Version, section: DocumentType) -> int:
    """Count what the lists of a project's language show of a type."""
    index = edition.index
    return len(index.of_project(index.listed(project.language, section), project.key))
