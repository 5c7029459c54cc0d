"""The page for people who want to follow the site: its feeds by name."""

from collections.abc import Iterator
from functools import partial

from plugins.core.addresses import section_address
from plugins.core.outputs import Output
from plugins.feeds.addresses import FEED_TYPES, of_everything, of_project, of_section
from plugins.listings.edition import Edition, Vantage
from plugins.listings.feed_links import choices
from plugins.listings.page_outputs import page_output
from plugins.listings.shell import Subject, shell
from plugins.listings.views import SubscribePage


def subscribe_pages(edition: Edition) -> Iterator[Output]:
    """Make the page of the edition's feeds."""
    site, address = edition.site, edition.section("subscribe")
    vantage = edition.at(address)
    title = edition.language.names["subscribe"]
    subject = Subject(
        address=address,
        title=title,
        description=f"{title} – {edition.tagline or edition.site_name}",
        counterparts={code: section_address(site, code, "subscribe") for code in site.languages},
        trail=((title, address),),
    )
    yield page_output(edition, subject, partial(_page, vantage, subject))


def _page(vantage: Vantage, subject: Subject) -> SubscribePage:
    edition, site = vantage.edition, vantage.edition.site
    return SubscribePage(
        shell=shell(vantage, subject),
        everything=choices(vantage, (of_everything(site, edition.code),)),
        sections=choices(vantage, (of_section(site, edition.code, section) for section in FEED_TYPES)),
        projects=choices(
            vantage, (of_project(site, project) for project in edition.projects if not edition.foreign(project))
        ),
    )
