"""Listings cut into pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec import Struct

from plugins.calendar.occasions import is_coming
from plugins.core.dates import When, long_date
from plugins.core.documents import Version
from plugins.core.outputs import Output
from plugins.core.site import Site
from plugins.core.vocabulary import VOCABULARY, capital
from plugins.feeds.addresses import Feed
from plugins.listings.edition import Edition, Vantage
from plugins.listings.entries import entry, label, meeting_entry
from plugins.listings.page_outputs import page_output
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Anchor, Entry, EntryGroup, ListingPage, Pagination

PER_PAGE = 20

_NEAR = 2
"""How many pages are linked on either side of the current one, beside the first and the last."""


class Listing(Struct, frozen=True):
    """Documents to be listed at an address, on as many pages as they need."""

    kind: str
    """`section`, `tag` or `archive`."""
    name: str
    title: str
    address: str
    versions: tuple[Version, ...]
    counterparts: Mapping[str, tuple[str, int]]
    """The same listing by language: its address and how many documents it has; the listing's own included."""
    section: str = ""
    feeds: tuple[Feed, ...] = ()
    years: tuple[tuple[str, str], ...] = ()
    """Years of which there are listings elsewhere, with their addresses."""
    own_years: bool = False
    """Whether it leads to where its own years begin."""
    tags: tuple[tuple[str, str], ...] = ()
    above: tuple[tuple[str, str], ...] = ()
    """Names and addresses of what lies between the home and the listing."""
    project: str = ""
    """KEY of the project whose listing it is."""
    by_meeting: bool = False
    """Whether meetings stand by the day on which they are held, and those to come by themselves."""
    months: bool = False
    """Whether the names of months stand above what they have."""
    is_paired: bool = True
    """Whether a language without a counterpart has no such listing; see `Subject`."""


def page_count(documents: int) -> int:
    """Return how many pages a number of documents takes; a listing of nothing has a page too."""
    return max(1, -(-documents // PER_PAGE))


def page_address(site: Site, language: str, address: str, number: int) -> str:
    """Return the address of a page of a listing: the first is the listing's own, the second `/uutiset/sivu/2/`."""
    return address if number == 1 else f"{address}{site.word(language, 'page')}/{number}/"


def listing_pages(edition: Edition, listing: Listing) -> Iterator[Output]:
    """Make the pages of a listing."""
    total = page_count(len(listing.versions))
    addresses = [page_address(edition.site, edition.code, listing.address, number + 1) for number in range(total)]
    years = cache(partial(_first_pages, edition, listing))  # for all pages, once one of them is shown
    for number, address in enumerate(addresses, start=1):
        subject = _subject(edition, listing, number, address)
        yield page_output(edition, subject, partial(_page, edition, listing, addresses, number, subject, years))


def _page(
    edition: Edition,
    listing: Listing,
    addresses: list[str],
    number: int,
    subject: Subject,
    years: Callable[[], Mapping[str, int]],
) -> ListingPage:
    vantage = edition.at(subject.address)
    return ListingPage(
        shell=shell(vantage, subject),
        listing=listing.kind,
        name=listing.name,
        groups=_groups(vantage, listing, listing.versions[(number - 1) * PER_PAGE : number * PER_PAGE]),
        pagination=pagination(vantage, addresses, number),
        years=_own_years(vantage, years(), addresses, number)
        if listing.own_years
        else _anchors(vantage, listing.years, subject.address),
        tags=_anchors(vantage, listing.tags, subject.address),
        project=label(vantage, listing.project) if listing.project else None,
    )


def _groups(vantage: Vantage, listing: Listing, versions: tuple[Version, ...]) -> tuple[EntryGroup, ...]:
    """Put the entries of a page under headings, if the listing has some."""
    edition, shown = vantage.edition, meeting_entry if listing.by_meeting else entry
    groups: list[tuple[str, str, list[Entry]]] = []
    begun: set[str] = set()
    for version in versions:
        when, title = _when(edition, listing, version), ""
        if listing.by_meeting and is_coming(edition.index, version):
            title = VOCABULARY[edition.code].coming_meetings
        elif listing.months and when is not None:
            title = capital(long_date(When(when.year, when.month), edition.language))
        if not groups or groups[-1][0] != title:
            year = str(when.year) if when and listing.own_years and str(when.year) not in begun else ""
            begun.add(year)
            groups.append((title, year, []))
        groups[-1][2].append(shown(vantage, version))
    return tuple(EntryGroup(title, tuple(found), year) for title, year, found in groups)


def _when(edition: Edition, listing: Listing, version: Version) -> When | None:
    """Return the time by which a document stands in a listing; a meeting to come stands by itself."""
    if not listing.by_meeting:
        return version.date
    return None if is_coming(edition.index, version) else version.held_on


def _first_pages(edition: Edition, listing: Listing) -> Mapping[str, int]:
    """Return the number of the page of a listing on which each year begins."""
    first: dict[str, int] = {}
    for place, version in enumerate(listing.versions):
        when = _when(edition, listing, version)
        if when is not None:
            first.setdefault(str(when.year), place // PER_PAGE + 1)
    return first


def _own_years(vantage: Vantage, years: Mapping[str, int], addresses: list[str], current: int) -> tuple[Anchor, ...]:
    """Lead to where each year begins in the listing itself; a listing of one year needs no way there."""
    ways = tuple(
        Anchor(year, f"{'' if page == current else vantage.href(addresses[page - 1])}#_{year}")
        for year, page in years.items()
    )
    return ways if len(ways) > 1 else ()


def _subject(edition: Edition, listing: Listing, number: int, address: str) -> Subject:
    title = listing.title
    trail: tuple[tuple[str, str], ...] = (*listing.above, (title, listing.address))
    if number > 1:
        step = f"{edition.language.names['page']} {number}"
        title = f"{title}, {step}"
        trail = (*trail, (step[:1].upper() + step[1:], address))
    return Subject(
        address=address,
        title=title,
        description=f"{title} – {edition.tagline or edition.site_name}",
        counterparts={
            code: page_address(edition.site, code, other, number)
            for code, (other, documents) in listing.counterparts.items()
            if number <= page_count(documents)
        },
        section=listing.section,
        trail=trail,
        feeds=listing.feeds,
        robots="" if listing.versions else "noindex",
        is_paired=listing.is_paired,
    )


def pagination(vantage: Vantage, addresses: Sequence[str], current: int) -> Pagination:
    """Lead from a page of a list to its others."""
    # A window, so that the pages of a long listing do not each link to all the others.
    total = len(addresses)
    shown = sorted({1, total, *range(max(1, current - _NEAR), min(total, current + _NEAR) + 1)})
    anchors = {number: Anchor(str(number), vantage.href(addresses[number - 1]), number == current) for number in shown}
    return Pagination(
        current=current,
        total=total,
        pages=tuple(anchors.values()),
        previous=anchors.get(current - 1),
        next=anchors.get(current + 1),
    )


def _anchors(vantage: Vantage, targets: tuple[tuple[str, str], ...], address: str) -> tuple[Anchor, ...]:
    return tuple(Anchor(text, vantage.href(target), target == address) for text, target in targets)
