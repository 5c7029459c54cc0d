"""The shell of a page: head, menu, language switcher, breadcrumbs and footer."""

from collections.abc import Mapping

from msgspec import Struct, field

from plugins.core.addresses import section_address
from plugins.feeds.addresses import Feed
from plugins.listings.edition import SECTIONS, Edition, Vantage
from plugins.listings.feed_links import announced
from plugins.listings.navigation import footer, menu
from plugins.listings.structured_data import breadcrumb_list, to_json
from plugins.listings.views import Alternate, Anchor, Head, LanguageChoice, SharedPicture, Shell, Withheld
from plugins.search.addresses import search_page


class Subject(Struct, frozen=True):
    """What a page is, as far as the parts around its content need to know."""

    address: str
    title: str
    """The page's own title, without the site's name."""
    description: str
    counterparts: Mapping[str, str]
    """Addresses of the same content by language, the page's own included, in the site's order of languages."""
    section: str = ""
    """The section whose listing is nearest where there is no counterpart; empty when that is the home."""
    nearest: Mapping[str, str] = field(default_factory=dict)
    """Addresses by language that are nearer than either."""
    trail: tuple[tuple[str, str], ...] = ()
    """Names and addresses of what lies below the home on the way to the page, the page included; empty for a home."""
    feeds: tuple[Feed, ...] = ()
    """Feeds to announce beside that of everything."""
    kind: str = "website"
    robots: str = ""
    published: str = ""
    modified: str = ""
    is_paired: bool = True
    """Whether a language without a counterpart has no such page; else nobody knows, and nothing is claimed."""
    nodes: tuple[str, ...] = ()
    """Structured data of the content, as JSON objects."""
    image: SharedPicture | None = None
    """The picture that stands for the page."""
    searches: bool = False
    """Whether it is the search page."""
    placeless: bool = False
    """Whether the page is shown at any address: it has no address of its own to tell machines."""
    withheld: Withheld | None = None
    """Why readers do not see the page, of one that only writers see."""


def shell(vantage: Vantage, subject: Subject) -> Shell:
    """Put around a page what every page of the edition has."""
    edition = vantage.edition
    home = Anchor(edition.language.names["home"], vantage.href(edition.home), subject.address == edition.home)
    return Shell(
        language=edition.code,
        site_name=edition.site_name,
        tagline=edition.tagline,
        head=_head(vantage, subject),
        root=vantage.href("/"),
        home=home,
        menu=menu(vantage, subject.address, subject.section),
        languages=tuple([_choice(vantage, subject, code, name) for code, name in edition.tongues]),
        breadcrumbs=(home, *_steps(vantage, subject)) if subject.trail else (),
        footer=footer(vantage, subject.address),
        search=vantage.href(search_page(edition.site, edition.code)) if _offers_search(edition, subject) else "",
        operator=edition.operator,
        contact=edition.site.contact.email,
        colours=edition.colours,
        withheld=subject.withheld,
    )


def _offers_search(edition: Edition, subject: Subject) -> bool:
    return edition.site.search and not subject.searches


def _head(vantage: Vantage, subject: Subject) -> Head:
    edition = vantage.edition
    nodes = subject.nodes
    if subject.trail and not subject.placeless:
        steps = ((edition.language.names["home"], edition.home), *subject.trail)
        nodes = (*nodes, breadcrumb_list(edition, steps))
    return Head(
        title=f"{subject.title} – {edition.site_name}" if subject.trail else subject.title,
        description=subject.description,
        canonical="" if subject.placeless else edition.full(subject.address),
        alternates=() if subject.placeless else alternates(edition, subject.counterparts),
        feeds=announced(vantage, subject.feeds),
        kind=subject.kind,
        robots="noindex" if subject.withheld else subject.robots,
        published=subject.published,
        modified=subject.modified,
        structured_data=to_json(nodes) if nodes else "",
        image=subject.image or edition.card,
        searches=subject.searches,
    )


def alternates(edition: Edition, counterparts: Mapping[str, str]) -> tuple[Alternate, ...]:
    """Name the versions of a page, itself included, when there are several.

    `x-default` is the version in the site's default language. Where there is none the choice is left to the search
    engine: no other version is more everyone's than the rest.
    """
    if len(counterparts) < 2:
        return ()
    full = {code: edition.full(address) for code, address in counterparts.items()}
    named = [Alternate(code, address) for code, address in full.items()]
    default = full.get(edition.site.default_language)
    return (*named, Alternate("x-default", default)) if default is not None else tuple(named)


def _choice(vantage: Vantage, subject: Subject, code: str, name: str) -> LanguageChoice:
    edition = vantage.edition
    address = subject.counterparts.get(code)
    return LanguageChoice(
        code=code,
        name=name,
        href=vantage.href(_nearest(edition, subject, code) if address is None else address),
        current=code == edition.code,
        translated=address is not None or not subject.is_paired,
    )


def _nearest(edition: Edition, subject: Subject, code: str) -> str:
    if code in subject.nearest:
        return subject.nearest[code]
    section = subject.section
    return section_address(edition.site, code, section) if section in SECTIONS else edition.homes[code]


def _steps(vantage: Vantage, subject: Subject) -> list[Anchor]:
    """Return the way down to the page, without the page: its title stands right below."""
    return [Anchor(name, vantage.href(address)) for name, address in subject.trail if address != subject.address]
