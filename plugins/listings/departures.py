"""Pages at addresses where something used to be: redirects to what has moved, notices of what was withdrawn.

What the ledger remembers gives way to what is at an address now. An alias does not: the author asks for it, so that
one which meets a page is a collision, and the plan of the run says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from plugins.core.addresses import alias_address, section_address
from plugins.core.documents import DocumentType, Version
from plugins.core.ledger import PublishedVersion
from plugins.core.outputs import Output
from plugins.listings.action_pages import actions_address, has_actions
from plugins.listings.edition import DATED, SECTIONS, Edition, Vantage
from plugins.listings.page_outputs import page_output
from plugins.listings.project_listings import documents_of, listing_address
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Anchor, NoticePage, RedirectPage


def redirect_pages(edition: Edition, version: Version) -> Iterator[Output]:
    """Make the pages at earlier addresses of a published version."""
    present = edition.address(version)
    known = edition.index.ledger.version(version.key, version.language)
    has_moved = known is not None and known.addresses != (present,)
    if not version.aliases and not has_moved:
        return
    there = _There(version.title, present, version.type, edition.counterparts(version), version.source)
    for address in dict.fromkeys(alias_address(aliase) for aliase in version.aliases):
        if address != present:
            yield _redirect(edition, address, there)
    if known is not None and has_moved:
        yield from (_redirect(edition, address, there) for address in _free(known.addresses, edition))
        if version.type is DocumentType.PROJECTS:
            yield from _of_listings(edition, version)


def _of_listings(edition: Edition, project: Version) -> Iterator[Output]:
    """Make the pages where the listings of a project stood before it moved."""
    present = edition.address(project)
    for name, address in _listings_of(edition, project):
        there = _There(name, address, project.type, edition.counterparts(project), project.source)
        earlier = (
            earlier_address + address.removeprefix(present)
            for earlier_address in edition.index.earlier_addresses(project)
        )
        yield from (_redirect(edition, earlier_address, there) for earlier_address in _free(earlier, edition))


def _listings_of(edition: Edition, project: Version) -> Iterator[tuple[str, str]]:
    """Yield name and address of each page below a project's: what it has told, and what its meetings decided."""
    names = edition.language.names
    for section in DATED:
        if documents_of(edition, project, section):
            yield f"{names[section]}: {project.short_title}", listing_address(edition, project, section)
    if has_actions(edition, project):
        yield f"{names['actions']}: {project.short_title}", actions_address(edition, project)


def departed_pages(edition: Edition) -> Iterator[Output]:
    """Make the pages at earlier addresses of what the ledger alone knows to be there."""
    if not edition.index.is_departed:
        return
    for known in edition.index.ledger.of_language(edition.code):
        if known.addresses and not known.withdrawn:
            present, *earlier = known.addresses
            there = _There(edition.full(present), present, known.type, {})
            yield from (_redirect(edition, address, there) for address in earlier)


def notice_pages(edition: Edition) -> Iterator[Output]:
    """Make the pages at the addresses of what readers of the language could read once, and cannot now."""
    live = {version.key for version in _published(edition)}
    for known in edition.index.ledger.of_language(edition.code):
        is_there = known.key in live or (edition.index.is_departed and not known.withdrawn)
        if not is_there:
            yield from (_notice(edition, address, known) for address in _free(known.addresses, edition))
    if edition.code == edition.index.site.default_language:
        yield from _of_dropped_languages(edition)


def _of_dropped_languages(edition: Edition) -> Iterator[Output]:
    """Make the pages where versions stood in languages that the site has given up, in its default language."""
    index = edition.index
    there = {version.key: version for version in _published(edition)}
    for known in index.ledger.versions:
        if known.language not in index.site.languages:
            version = there.get(known.key)
            for address in _free(known.addresses, edition):
                if version is None:
                    yield _notice(edition, address, known)
                else:
                    place = _There(version.title, edition.address(version), version.type, {}, version.source)
                    yield _redirect(edition, address, place)


def _free(addresses: Iterable[str], edition: Edition) -> Iterator[str]:
    """Keep the addresses at which no version stands, and which no author has given to one."""
    return (address for address in addresses if address.casefold() not in edition.taken)


def _published(edition: Edition) -> Iterator[Version]:
    for kind in DocumentType:
        yield from edition.index.published(edition.code, kind)


class _There(NamedTuple):
    """Where a redirect leads: to what, and how that stands in the site."""

    title: str
    address: str
    type: str
    counterparts: Mapping[str, str]
    source: str = ""


def _redirect(edition: Edition, address: str, there: _There) -> Output:
    vantage = edition.at(address)
    name = edition.language.names["moved"]
    subject = Subject(
        address=address,
        title=f"{name}: {there.title}",
        description=f"{name} – {edition.site_name}",
        counterparts={**there.counterparts, edition.code: address},
        section=there.type,
        trail=((name, address),),
        robots="noindex",
    )
    recipe = partial(_redirect_page, vantage, subject, there)
    return page_output(edition, subject, recipe, source=there.source)


def _redirect_page(vantage: Vantage, subject: Subject, there: _There) -> RedirectPage:
    around = shell(vantage, subject)
    # Search engines are told where the page is now; what stands here has nothing else to tell them.
    head = replace(around.head, canonical=vantage.edition.full(there.address), alternates=(), structured_data="")
    return RedirectPage(replace(around, head=head), Anchor(there.title, vantage.href(there.address)))


def _notice(edition: Edition, address: str, known: PublishedVersion) -> Output:
    vantage = edition.at(address)
    names = edition.language.names
    has_section = known.type in SECTIONS
    listings = _listings(edition, known.type) if has_section else edition.homes
    subject = Subject(
        address=address,
        title=names["withdrawn"],
        description=f"{names['withdrawn']} – {edition.site_name}",
        counterparts={**listings, edition.code: address},
        section=known.type,
        trail=((names["withdrawn"], address),),
        robots="noindex",
    )
    way = (names[known.type if has_section else "home"], listings[edition.code])
    return page_output(edition, subject, partial(_notice_page, vantage, subject, way))


def _notice_page(vantage: Vantage, subject: Subject, way: tuple[str, str]) -> NoticePage:
    """Show the page, with the name and address of where to go on."""
    around = shell(vantage, subject)
    # The listings of other languages are where to go on from here, too, but they are no versions of this page.
    around = replace(around, head=replace(around.head, alternates=()))
    return NoticePage(around, Anchor(way[0], vantage.href(way[1])))


def _listings(edition: Edition, section: str) -> Mapping[str, str]:
    return {code: section_address(edition.site, code, section) for code in edition.site.languages}
