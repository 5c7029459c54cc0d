"""The pages of projects: the hub of everything that a project has told."""

from collections.abc import Mapping
from functools import partial

from plugins.core.documents import DocumentType, Version
from plugins.core.facts import PilotFacts, ProjectFacts
from plugins.core.outputs import Output
from plugins.core.projects import project_terms
from plugins.feeds.addresses import of_project
from plugins.listings.action_pages import actions_address, has_actions
from plugins.listings.coming import project_calendar
from plugins.listings.documents import document_head, document_shell
from plugins.listings.edition import DATED, Edition, Vantage
from plugins.listings.entries import entry, meeting_entry
from plugins.listings.feed_links import choices
from plugins.listings.milestones import phase_now, timeline
from plugins.listings.page_outputs import document_output
from plugins.listings.pilots import figure_views
from plugins.listings.project_listings import documents_of, listing_address
from plugins.listings.prose import prose
from plugins.listings.views import Anchor, ContactView, Entry, FeedChoice, FigureView, PersonView, ProjectPage

SHOWN = 5
"""How many of each type a hub lists; the rest is on a page of its own."""


def project_page(edition: Edition, version: Version) -> Output:
    """Make the page of a project."""
    return document_output(edition, version, partial(_page, edition, version))


def _page(edition: Edition, version: Version) -> ProjectPage:
    vantage = edition.at(edition.address(version))
    facts = version.facts if isinstance(version.facts, ProjectFacts) else ProjectFacts()
    figures, figures_from = _figures(vantage, version.key)
    return ProjectPage(
        shell=document_shell(vantage, version),
        document=document_head(vantage, version),
        body=prose(vantage, version),
        hue=edition.hues[version.key],
        short=facts.short,
        terms=project_terms(facts, phase_now(edition, version), edition.code),
        people=tuple(PersonView(person.name, person.role[:1].upper() + person.role[1:]) for person in facts.people),
        goals=facts.goals,
        contacts=tuple(ContactView(contact.name, contact.role, contact.email) for contact in facts.contacts),
        milestones=timeline(edition, facts.milestones),
        links=tuple(Anchor(link.title, link.url) for link in facts.links),
        news=_told(vantage, version, DocumentType.NEWS),
        meetings=_told(vantage, version, DocumentType.MEETINGS),
        pilots=_told(vantage, version, DocumentType.PILOTS),
        more=_more(vantage, version),
        actions=_actions(vantage, version),
        figures=figures,
        figures_from=figures_from,
        feeds=choices(vantage, (of_project(edition.site, version),)),
        calendar=_calendar(vantage, version),
    )


def _calendar(vantage: Vantage, version: Version) -> tuple[FeedChoice, ...]:
    is_used = any(version.key in occasion.projects for occasion in vantage.edition.occasions)
    return (project_calendar(vantage, version, vantage.edition.language.names["calendar"]),) if is_used else ()


def _told(vantage: Vantage, project: Version, section: DocumentType) -> tuple[Entry, ...]:
    show = meeting_entry if section is DocumentType.MEETINGS else entry
    return tuple(show(vantage, version) for version in documents_of(vantage.edition, project, section)[:SHOWN])


def _actions(vantage: Vantage, project: Version) -> Anchor | None:
    edition = vantage.edition
    if not has_actions(edition, project):
        return None
    return Anchor(edition.language.names["actions"], vantage.href(actions_address(edition, project)))


def _more(vantage: Vantage, project: Version) -> Mapping[str, Anchor]:
    """Return the ways to what the hub does not list, by type."""
    edition = vantage.edition
    found = {section: documents_of(edition, project, section) for section in DATED}
    return {
        section.value: Anchor(str(len(versions)), vantage.href(listing_address(edition, project, section)))
        for section, versions in found.items()
        if len(versions) > SHOWN
    }


def _figures(vantage: Vantage, key: str) -> tuple[tuple[FigureView, ...], str]:
    """Show the figures of the newest pilot update that has some, of those in the edition's language, and its place."""
    for version in vantage.edition.of_project(key):
        facts = version.facts
        if isinstance(facts, PilotFacts) and facts.figures and vantage.edition.foreign(version) is None:
            return figure_views(facts.figures), vantage.to(version)
    return (), ""
