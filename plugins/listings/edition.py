"""The site as readers of one language meet it: what the pages of that language have in common.

An edition lives as long as its index. It only remembers what follows from the index, so that a thousand pages need not
each work out the menu, a project's label or the list entry of a document again.
"""

from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.calendar.occasions import Occasion, occasions, series_of
from plugins.cards.model import HEIGHT, WIDTH
from plugins.cards.outlet import site_card
from plugins.core.addresses import absolute, alias_address, by_way, home_address, section_address, version_address
from plugins.core.arrangement import newest_first
from plugins.core.colour_sheet import colour_sheet_path
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import MeetingFacts, PageFacts, ProjectFacts
from plugins.core.index import SiteIndex
from plugins.core.languages import collation_key
from plugins.core.projects import project_hues
from plugins.feeds.addresses import FEED_TYPES, Feed
from plugins.listings.tags import Tag, tags
from plugins.listings.titles import home_title, own_titles
from plugins.listings.views import Anchor, Date, Entry, FeedLink, ProjectLabel, SharedPicture

SECTIONS = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS, DocumentType.PROJECTS)
"""The types that have a listing of their own, in the order in which the site shows them."""

_BACKWARDS = str.maketrans("0123456789", "9876543210")
"""Turns the order of dates round."""

DATED = FEED_TYPES
"""The types that tell what goes on in projects: what "latest" and archives are made of, as feeds are."""


class Edition:
    """The index seen from one language."""

    def __init__(self, index: SiteIndex, code: str) -> None:
        """Remember the language; everything else is worked out when first needed."""
        self.index = index
        self.site = index.site
        self.zone = index.site.zone
        self.code = code
        self.language = index.site.language(code)
        self.home = home_address(index.site, code)
        self.homes = {language: home_address(index.site, language) for language in index.site.languages}
        self.tongues = tuple((language, index.site.language(language).name) for language in index.site.languages)
        self.site_name = index.site.name.get(code)
        self.tagline = index.site.tagline.get(code)
        self.operator = index.site.operator.get(code)
        self.colours = colour_sheet_path(index.site.colours)
        self._folder = cache(partial(section_address, self.site))
        self._counterparts = cache(self._counterparts_of)
        self._vantage = cache(self._vantage_at)
        self.of_project = cache(self._versions_of)
        """What `latest` holds of a project."""
        self.full = cache(partial(absolute, self.site))
        """An address in full, with the site's host."""
        self.section = cache(partial(section_address, self.site, code))
        """The address of one of the language's sections or own pages."""
        self.feeds: dict[tuple[str, tuple[str, ...]], tuple[Feed, ...]] = {}
        self.outlines: dict[str, Outline] = {}

    def address(self, version: Version) -> str:
        """Return the address of a version's page, whatever its language."""
        return f"{self._folder(version.language, version.type)}{version.slug}/"

    def counterparts(self, version: Version) -> Mapping[str, str]:
        """Return the addresses of a document's published versions by language, in the site's order of languages."""
        return self._counterparts(version.key)

    def _counterparts_of(self, key: str) -> Mapping[str, str]:
        versions = self.index.by_key[key].versions
        return {version.language: self.address(version) for version in versions if self.index.is_published(version)}

    def foreign(self, version: Version) -> str | None:
        """Return a version's language when it is not the edition's own."""
        return None if version.language == self.code else version.language

    def at(self, address: str) -> "Vantage":
        """Return the vantage of a page: pages at one depth write their links alike and share it."""
        return self._vantage(address.count("/"))

    def _vantage_at(self, depth: int) -> "Vantage":
        return Vantage(self, partial(by_way, "../" * (depth - 1)))

    def anywhere(self) -> "Vantage":
        """Return the vantage of a page that is shown at any depth: its links begin at the root of the host."""
        return Vantage(self, lambda target: urlsplit(absolute(self.site, target)).path)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Own titles of the language's published versions, by source."""
        return self.index.lasting(own_titles, self.code)

    @cached_property
    def home_title(self) -> str:
        """The title of the edition's home."""
        return home_title(self.index, self.code)

    @cached_property
    def card(self) -> SharedPicture | None:
        """The card of the edition's pages that are no documents; None when the site has none."""
        if not self.site.cards:
            return None
        card = site_card(self.index, self.code)
        return SharedPicture(self.full(f"/{card.path}"), self.site_name, WIDTH, HEIGHT)

    @cached_property
    def hues(self) -> Mapping[str, int]:
        """Each project's colour, 1 to 6, by the order of all project keys: publishing one recolours no other."""
        return self.index.lasting(project_hues)

    @cached_property
    def projects(self) -> tuple[Version, ...]:
        """The projects that the language's lists show: that with the newest news first, those that have ended last."""
        return self.index.versions(self.index.lasting(_projects, self.code))

    @cached_property
    def latest(self) -> tuple[Version, ...]:
        """News, meetings and pilot updates of the language's lists together, newest first."""
        return self.index.versions(self.index.lasting(_latest, self.code))

    def _versions_of(self, key: str) -> tuple[Version, ...]:
        return self.index.versions(self.index.lasting(_by_project, self.code).get(key, ()))

    def series_around(self, meeting: Version) -> tuple[Version | None, Version | None]:
        """Return the meetings of the same series that are held just before and just after."""
        place = self.index.lasting(_series_places, self.code).get(meeting.source)
        if place is None:
            return None, None
        series, at = place
        before, after = series[at - 1] if at else "", series[at + 1] if at + 1 < len(series) else ""
        return self.index.by_source.get(before), self.index.by_source.get(after)

    def neighbours(self, version: Version, key: str, count: int) -> tuple[Version, ...]:
        """Return what stands nearest to a version in a project's part of `latest`: one newer, the rest older."""
        siblings = self.index.lasting(_by_project, self.code)[key]
        place = self.index.lasting(_places_in_project, self.code, key)[version.source]
        first = max(0, min(place - 1, len(siblings) - 1 - count))
        return self.index.versions(
            sibling for sibling in siblings[first : first + count + 1] if sibling != version.source
        )

    @cached_property
    def standing(self) -> tuple[Version, ...]:
        """The standing pages of the language's lists: by their place in the menu, the others after them by title."""
        return tuple(sorted(self.index.listed(self.code, DocumentType.PAGES), key=_standing_order))

    @cached_property
    def tags(self) -> Mapping[str, Tag]:
        """The language's tags by slug."""
        return self.index.once(tags, self.code)

    @cached_property
    def taken(self) -> frozenset[str]:
        """Every address, case folded, at which a version of any language stands, or which its author has given it."""
        return self.index.lasting(_taken)

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """What takes place, in the order of time."""
        return occasions(self.index, self.code)

    @cached_property
    def used_sections(self) -> tuple[DocumentType, ...]:
        """The sections that have something to list."""
        return tuple(name for name in SECTIONS if self.index.lists(self.code, name))


def _latest(index: SiteIndex, code: str) -> tuple[str, ...]:
    return tuple(
        version.source for version in newest_first(version for name in DATED for version in index.listed(code, name))
    )


def _by_project(index: SiteIndex, code: str) -> Mapping[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for version in index.versions(index.lasting(_latest, code)):
        for key in version.projects:
            grouped.setdefault(key, []).append(version.source)
    return {key: tuple(sources) for key, sources in grouped.items()}


def _places_in_project(index: SiteIndex, code: str, key: str) -> Mapping[str, int]:
    return {source: place for place, source in enumerate(index.lasting(_by_project, code)[key])}


def _projects(index: SiteIndex, code: str) -> tuple[str, ...]:
    by_project = index.lasting(_by_project, code)

    def order(project: Version) -> tuple[bool, str, tuple[tuple[int, ...], str]]:
        dates = (version.date for version in index.versions(by_project.get(project.key, ())))
        newest = next((date.iso for date in dates if date), "")
        name = collation_key(project.short_title, index.site.language(code))
        return has_ended(project), newest.translate(_BACKWARDS) or "~", name

    return tuple(project.source for project in sorted(index.listed(code, DocumentType.PROJECTS), key=order))


def _series_places(index: SiteIndex, code: str) -> Mapping[str, tuple[tuple[str, ...], int]]:
    """Return, by source, the meetings of a meeting's series in the order of their days, and its place there."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for meeting in index.listed(code, DocumentType.MEETINGS):
        if isinstance(meeting.facts, MeetingFacts) and meeting.facts.sessions:
            found.setdefault(series_of(meeting.facts), []).append(
                (meeting.facts.sessions[0].start.iso, meeting.key, meeting.source)
            )
    places: dict[str, tuple[tuple[str, ...], int]] = {}
    for meetings in found.values():
        series = tuple(source for _, _, source in sorted(meetings))
        places.update({source: (series, at) for at, source in enumerate(series)})
    return places


def _taken(index: SiteIndex) -> frozenset[str]:
    published = [version for version in index.by_source.values() if index.is_published(version)]
    given = (alias_address(alias) for version in published for alias in version.aliases)
    addresses = (version_address(index.site, version) for version in published)
    return frozenset(address.casefold() for address in (*addresses, *given))


class Outline(Struct, frozen=True):
    """The parts of a list entry that are alike wherever the edition lists it."""

    date: Date | None
    kind: str
    session: str


class Vantage:
    """A place that links are written from, with what has been written there so far."""

    def __init__(self, edition: Edition, write: Callable[[str], str]) -> None:
        """Write root-relative addresses as `write` does."""
        self.edition = edition
        self.href = cache(write)
        """Writes an address."""
        self.entries: dict[str, Entry] = {}
        self.labels: dict[tuple[str, ...], tuple[ProjectLabel, ...]] = {}
        self.tags: dict[str, Anchor | None] = {}
        self.navigation: dict[str, tuple[Anchor, ...]] = {}
        self.leads_to: set[str] = set()
        self.feeds: dict[tuple[Feed, ...], tuple[FeedLink, ...]] = {}

    def to(self, version: Version) -> str:
        """Write the way to a version's page."""
        return self.href(self.edition.address(version))


def has_ended(project: Version) -> bool:
    """Return whether a project says that it has ended."""
    return isinstance(project.facts, ProjectFacts) and project.facts.phase == "ended"


def menu_place(version: Version) -> int | None:
    """Return a standing page's place in the menu, if it has one."""
    return version.facts.menu if isinstance(version.facts, PageFacts) else None


def _standing_order(version: Version) -> tuple[bool, int, str, str]:
    place = menu_place(version)
    return place is None, place or 0, version.title, version.key
