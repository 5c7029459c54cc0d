"""The page for addresses that lead nowhere."""

from collections.abc import Iterator
from functools import partial

from plugins.core.addresses import home_address
from plugins.core.outputs import Output
from plugins.listings.edition import Edition, Vantage
from plugins.listings.navigation import section_anchors
from plugins.listings.page_outputs import page_output
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Anchor, NotFoundPage


def not_found_pages(edition: Edition) -> Iterator[Output]:
    """Make the page. A web server shows it in the place of any address, so its links begin at the host's root."""
    site, language = edition.site, edition.language
    vantage = edition.anywhere()
    address = _address(edition, edition.code)
    subject = Subject(
        address=address,
        title=language.names["not_found"],
        description=f"{language.names['not_found']} – {edition.site_name}",
        counterparts={code: _address(edition, code) for code in site.languages},
        trail=((language.names["not_found"], address),),
        robots="noindex",
        placeless=True,
    )
    yield page_output(edition, subject, partial(_page, vantage, subject))


def _page(vantage: Vantage, subject: Subject) -> NotFoundPage:
    edition, site = vantage.edition, vantage.edition.site
    return NotFoundPage(
        shell=shell(vantage, subject),
        sections=section_anchors(vantage),
        others=tuple(
            Anchor(site.language(code).name, vantage.href(home_address(site, code)), language=code)
            for code in site.languages
            if code != edition.code
        ),
    )


def _address(edition: Edition, code: str) -> str:
    return f"{home_address(edition.site, code)}404.html"
