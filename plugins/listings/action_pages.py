"""What the meetings of a project have given to do and what they have decided, on a page below the project's page."""

import re
from collections.abc import Iterator
from functools import partial

from plugins.core.addresses import version_address
from plugins.core.dates import When, long_date
from plugins.core.documents import Action, DocumentType, Version
from plugins.core.outputs import Output
from plugins.listings.edition import Edition, Vantage
from plugins.listings.entries import label
from plugins.listings.page_outputs import page_output
from plugins.listings.shell import Subject, shell
from plugins.listings.views import ActionRow, ActionsPage, Anchor, DecisionGroup

_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})|(?<!\d)(\d{4})-(\d{2})-(\d{2})")
LATEST = "9999"
"""Where a deadline without a day stands: after all others."""


def action_pages(edition: Edition) -> Iterator[Output]:
    """Make the page of every project of the edition's language whose meetings have decided something."""
    for project in edition.index.published(edition.code, DocumentType.PROJECTS):
        if has_actions(edition, project):
            subject = _subject(edition, project)
            yield page_output(edition, subject, partial(_page, edition, project, subject))


def actions_address(edition: Edition, project: Version) -> str:
    """Return the address of the page: `/hankkeet/tekoaly/toimenpiteet/`."""
    return f"{version_address(edition.site, project)}{edition.site.word(project.language, 'actions')}/"


def has_actions(edition: Edition, project: Version) -> bool:
    """Return whether the lists of a project's language show a meeting that has decided something or given it to do."""
    index = edition.index
    meetings = index.of_project(index.listed(project.language, DocumentType.MEETINGS), project.key)
    return any(meeting.body.decisions or meeting.body.actions for meeting in meetings)


def _page(edition: Edition, project: Version, subject: Subject) -> ActionsPage:
    vantage = edition.at(subject.address)
    versions = [version for version in edition.of_project(project.key) if version.type is DocumentType.MEETINGS]
    meetings = sorted(
        versions, key=lambda meeting: (when.iso if (when := meeting.held_on) else "", meeting.key), reverse=True
    )
    rows = tuple(_rows(vantage, meetings))
    return ActionsPage(
        shell=shell(vantage, subject),
        project=label(vantage, project.key),
        open=tuple(sorted((row for row in rows if not row.is_done), key=lambda row: _due(row.deadline))),
        done=tuple(row for row in rows if row.is_done),
        decisions=tuple(
            DecisionGroup(_meeting(vantage, meeting), meeting.body.decisions, edition.foreign(meeting))
            for meeting in meetings
            if meeting.body.decisions
        ),
    )


def _subject(edition: Edition, project: Version) -> Subject:
    address, names = actions_address(edition, project), edition.language.names
    title = f"{names['actions']}: {project.short_title}"
    return Subject(
        address=address,
        title=title,
        description=f"{title} – {edition.tagline or edition.site_name}",
        counterparts={
            translation.language: actions_address(edition, translation)
            for translation in edition.index.translations(project)
            if has_actions(edition, translation)
        },
        section=DocumentType.PROJECTS,
        trail=(
            (names[DocumentType.PROJECTS], edition.section(DocumentType.PROJECTS)),
            (project.short_title, edition.address(project)),
            (names["actions"], address),
        ),
    )


def _rows(vantage: Vantage, meetings: list[Version]) -> Iterator[ActionRow]:
    """Yield every action once, as the latest meeting that names it says."""
    known: set[str] = set()
    for meeting in meetings:
        for action in meeting.body.actions:
            same = " ".join(action.text.casefold().split())
            if same not in known:
                known.add(same)
                yield _row(vantage, meeting, action)


def _row(vantage: Vantage, meeting: Version, action: Action) -> ActionRow:
    return ActionRow(
        text=action.text,
        owner=action.owner,
        deadline=action.deadline,
        is_done=action.is_done,
        meeting=_meeting(vantage, meeting),
        language=vantage.edition.foreign(meeting),
    )


def _meeting(vantage: Vantage, meeting: Version) -> Anchor:
    when = meeting.held_on
    day = long_date(When(when.year, when.month, when.day), vantage.edition.language) if when else meeting.title
    return Anchor(day, vantage.to(meeting), language=vantage.edition.foreign(meeting))


def _due(deadline: str) -> str:
    """Return the day of a deadline as it sorts."""
    match = _DAY.search(deadline)
    if match is None:
        return LATEST
    day, month, year, other_year, other_month, other_day = match.groups()
    return f"{year or other_year}-{int(month or other_month):02d}-{int(day or other_day):02d}"
