"""Listings cut into pages."""

from collections.abc import Iterator, Mapping

from plugins.core.addresses import page_file
from plugins.core.documents import Version
from plugins.core.outputs import Output
from plugins.core.site import Site
from plugins.core.values import value
from plugins.feeds.addresses import Feed
from plugins.listings.edition import Edition, Vantage
from plugins.listings.entries import entries
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Anchor, ListingPage, Pagination

PER_PAGE = 20

_NEAR = 2
"""How many pages are linked on either side of the current one, beside the first and the last."""


@value
class Listing:
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
    tags: tuple[tuple[str, str], ...] = ()


def page_count(documents: int) -> int:
    """Tell how many pages a number of documents takes; a listing of nothing has a page too."""
    return max(1, -(-documents // PER_PAGE))


def page_address(site: Site, language: str, address: str, number: int) -> str:
    """Give the address of a page of a listing: the first is the listing's own, the second `/uutiset/sivu/2/`."""
    return address if number == 1 else f"{address}{site.word(language, 'page')}/{number}/"


def listing_pages(edition: Edition, listing: Listing) -> Iterator[Output]:
    """Make the pages of a listing."""
    total = page_count(len(listing.versions))
    addresses = [page_address(edition.site, edition.code, listing.address, number + 1) for number in range(total)]
    for number, address in enumerate(addresses, start=1):
        vantage = edition.at(address)
        view = ListingPage(
            shell=shell(vantage, _subject(edition, listing, number, address)),
            listing=listing.kind,
            name=listing.name,
            entries=entries(vantage, listing.versions[(number - 1) * PER_PAGE : number * PER_PAGE]),
            pagination=_pagination(vantage, addresses, number),
            years=_anchors(vantage, listing.years, address),
            tags=_anchors(vantage, listing.tags, address),
        )
        yield Output(page_file(address), "page", view)


def _subject(edition: Edition, listing: Listing, number: int, address: str) -> Subject:
    title = listing.title
    trail: tuple[tuple[str, str], ...] = ((title, listing.address),)
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
    )


def _pagination(vantage: Vantage, addresses: list[str], current: int) -> Pagination:
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
