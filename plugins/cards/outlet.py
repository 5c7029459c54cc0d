"""The outlet of cards: one for every published version, and one for each language's other pages."""

from collections.abc import Iterator, Mapping

from plugins.cards.model import CardView, Photo
from plugins.core.dates import date_range, long_date
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import MeetingFacts, ProjectFacts
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view
from plugins.core.projects import project_hues


def cards(index: SiteIndex, language: str) -> Iterator[Output]:
    """Yield the cards of a language; what looks alike is one file. None when the site wants none."""
    if not index.site.cards:
        return
    views: dict[str, tuple[CardView, str]] = {}
    site = site_card(index, language)
    views[site.path] = site, ""
    hues = project_hues(index)
    for kind in DocumentType:
        for version in index.published(language, kind):
            view = document_card(index, version, hues)
            views.setdefault(view.path, (view, version.source))
    for path, (view, source) in views.items():
        yield Output(path, "card", planned_view(view), source=source)


def site_card(index: SiteIndex, language: str) -> CardView:
    """Return the card of the pages of a language that are no documents."""
    site = index.site
    return CardView(
        title=site.tagline.get(language) or site.name.get(language),
        language=language,
        site_name=site.name.get(language),
        label="",
        date="",
        hue=0,
        colour=site.colours.light,
    )


def document_card(index: SiteIndex, version: Version, hues: Mapping[str, int]) -> CardView:
    """Return the card of a version; a project's own has its colour too."""
    is_project = version.type is DocumentType.PROJECTS
    keys = (version.key,) if is_project else version.projects
    found = (index.project(key, version.language) for key in keys)
    projects = [project for project in found if project is not None]
    return CardView(
        title=version.title,
        language=version.language,
        site_name=index.site.name.get(version.language),
        label="" if is_project else " · ".join(project.short_title for project in projects),
        date=_date(index, version),
        hue=hues.get(projects[0].key, 0) if projects else 0,
        photo=_photo(index, version),
        colour="" if projects else index.site.colours.light,
    )


def _date(index: SiteIndex, version: Version) -> str:
    """Return when: of a meeting the day that it takes place, of a project its time, of other texts the publication."""
    language = index.site.language(version.language)
    facts = version.facts
    if isinstance(facts, MeetingFacts):
        last = facts.sessions[-1]
        return date_range(facts.sessions[0].start, last.end or last.start, language)
    if isinstance(facts, ProjectFacts):
        return date_range(facts.start, facts.end, language)
    return long_date(version.date, language) if version.date else ""


def _photo(index: SiteIndex, version: Version) -> Photo | None:
    image = version.image
    file = index.files.get(image.file) if image else None
    if image is None or file is None or file.picture is None or file.picture.problem:
        return None
    return Photo(file.path, file.digest, image.focus)
