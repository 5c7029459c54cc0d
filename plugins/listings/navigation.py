"""The menu and the footer of an edition."""

from msgspec import Struct

from plugins.listings.edition import SECTIONS, Edition, Vantage, menu_place
from plugins.listings.views import Anchor


class _Target(Struct, frozen=True):
    text: str
    address: str
    language: str | None


def menu(vantage: Vantage, address: str, section: str) -> tuple[Anchor, ...]:
    """Return the menu on the page at an address: sections with something in them, the calendar, pages that ask for it.

    The section that the page lies in is marked.
    """
    return _shown(vantage, "menu", address, section)


def footer(vantage: Vantage, address: str) -> tuple[Anchor, ...]:
    """Return the footer on the page at an address: every standing page, then ways to follow."""
    return _shown(vantage, "footer", address)


def section_anchors(vantage: Vantage) -> tuple[Anchor, ...]:
    """Return the ways to the sections with something in them."""
    edition = vantage.edition
    return tuple(
        Anchor(edition.language.names[used_section], vantage.href(edition.section(used_section)))
        for used_section in edition.used_sections
    )


def _shown(vantage: Vantage, name: str, address: str, section: str = "") -> tuple[Anchor, ...]:
    anchors = vantage.navigation.get(name)
    if anchors is None:
        targets = _menu_targets(vantage.edition) if name == "menu" else _footer_targets(vantage.edition)
        anchors = tuple(
            Anchor(target.text, vantage.href(target.address), language=target.language) for target in targets
        )
        vantage.navigation[name] = anchors
        vantage.leads_to.update(anchor.href for anchor in anchors)
    here = vantage.href(address)
    over = vantage.href(vantage.edition.section(section)) if section in SECTIONS else ""
    if not {here, over} & vantage.leads_to:
        return anchors
    return tuple(
        Anchor(anchor.text, anchor.href, anchor.href == here, anchor.language, anchor.href == over != here)
        for anchor in anchors
    )


def _menu_targets(edition: Edition) -> list[_Target]:
    sections = [_Target(edition.language.names[name], edition.section(name), None) for name in edition.used_sections]
    if edition.occasions:
        sections.append(_Target(edition.language.names["calendar"], edition.section("calendar"), None))
    return sections + _standing(edition, in_menu=True)


def _footer_targets(edition: Edition) -> list[_Target]:
    subscribe = _Target(edition.language.names["subscribe"], edition.section("subscribe"), None)
    return [*_standing(edition, in_menu=False), subscribe]


def _standing(edition: Edition, *, in_menu: bool) -> list[_Target]:
    return [
        _Target(page.title, edition.address(page), edition.foreign(page))
        for page in edition.standing
        if not in_menu or menu_place(page) is not None
    ]
