"""From validated front matter to the facts that the kernel keeps, typographically set."""

from decimal import Decimal

from plugins.authoring import schemas
from plugins.authoring.typography import typeset
from plugins.core.documents import Picture
from plugins.core.facts import (
    Attachment,
    Attendance,
    Facts,
    Figure,
    Library,
    MeetingFacts,
    Milestone,
    PageFacts,
    Person,
    PilotFacts,
    ProjectFacts,
    Session,
    WebLink,
)
from plugins.core.languages import LANGUAGES
from plugins.core.site import Contact


def picture_of(image: schemas.PictureSchema | None, language: str) -> Picture | None:
    """Give the picture of front matter."""
    if image is None:
        return None
    alt, caption, credit = (typeset(text, language) for text in (image.alt, image.caption, image.credit))
    return Picture(image.file, alt, caption, credit, image.focus)


def facts_of(model: schemas.DocumentSchema, language: str) -> Facts | None:
    """Give the facts of a type; None for news, which have none of their own."""
    match model:
        case schemas.MeetingSchema():
            return _meeting(model.meeting, language)
        case schemas.PilotSchema():
            return _pilot(model.pilot, language)
        case schemas.ProjectSchema():
            return _project(model, language)
        case schemas.PageSchema():
            return PageFacts(model.menu, tuple(dict.fromkeys(model.shows)))
        case _:
            return None


def _meeting(meeting: schemas.MeetingFactsSchema, language: str) -> MeetingFacts:
    return MeetingFacts(
        kind=meeting.kind,
        name=typeset(meeting.name, language),
        sessions=tuple(Session(one.start, one.end) for one in meeting.sessions),
        number=meeting.number,
        place=typeset(meeting.place, language),
        mode=meeting.mode or "",
        chair=meeting.chair,
        secretary=meeting.secretary,
        present=_attendance(meeting.present),
        absent=_attendance(meeting.absent),
        attachments=tuple(
            Attachment(typeset(one.title, language), one.file or "", one.url or "") for one in meeting.attachments
        ),
        next=meeting.next,
    )


def _attendance(groups: dict[str, list[str]]) -> tuple[Attendance, ...]:
    return tuple(Attendance(group, tuple(people)) for group, people in groups.items() if people)


def _pilot(pilot: schemas.PilotFactsSchema, language: str) -> PilotFacts:
    return PilotFacts(
        libraries=tuple(Library(typeset(one.name, language), one.url or "") for one in pilot.libraries),
        phase=pilot.phase or "",
        start=pilot.period.start,
        end=pilot.period.end,
        figures=tuple(_figure(one, language) for one in pilot.figures),
        next_steps=tuple(typeset(one, language) for one in pilot.next_steps),
    )


def _figure(figure: schemas.FigureSchema, language: str) -> Figure:
    given = figure.value
    written = typeset(given, language) if isinstance(given, str) else _number(given, language)
    unit = typeset(figure.unit, language)
    return Figure(
        label=typeset(figure.label, language),
        value=f"{written}\N{NO-BREAK SPACE}{unit}" if unit else written,
        number=None if isinstance(given, str) else float(given),
        of=None if figure.of is None else float(figure.of),
        whole="" if figure.of is None else _number(figure.of, language),
    )


def _number(number: Decimal | float, language: str) -> str:
    # A decimal number keeps its places: 1.50 is not 1.5.
    written = f"{number:,f}" if isinstance(number, Decimal) else f"{int(number):,}"
    written = written.replace(",", "\N{NO-BREAK SPACE}").replace(".", LANGUAGES[language].decimal_separator)
    return written.replace("-", "\N{MINUS SIGN}")


def _project(project: schemas.ProjectSchema, language: str) -> ProjectFacts:
    return ProjectFacts(
        short=typeset(project.short, language),
        phase=project.phase or "",
        start=project.period.start,
        end=project.period.end,
        operator=typeset(project.operator, language),
        funder=typeset(project.funder, language),
        partners=tuple(typeset(one, language) for one in project.partners),
        goals=tuple(typeset(one, language) for one in project.goals),
        contacts=tuple(Contact(one.name, typeset(one.role, language), one.email) for one in project.contacts),
        people=tuple(Person(one.name, typeset(one.role, language)) for one in project.people),
        milestones=tuple(
            Milestone(one.date, typeset(one.text, language), one.done, one.kind) for one in project.milestones
        ),
        links=tuple(WebLink(typeset(one.title, language), one.url) for one in project.links),
    )
