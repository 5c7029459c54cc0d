"""The front matter of the five types."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from plugins.authoring.field_types import (
    Alias,
    AnyWhen,
    ContentPath,
    DayOrTime,
    Email,
    FigureValue,
    FigureWhole,
    Focus,
    Key,
    Name,
    OptionalPersonName,
    OptionalText,
    PersonName,
    Schema,
    Slug,
    Text,
    TextList,
    WebAddress,
    WrittenText,
    fault,
)
from plugins.core.dates import When
from plugins.core.documents import DocumentType

_Attendance: TypeAlias = dict[str, list[PersonName]]


def _grouped(value: object) -> object:
    """Read a plain list of people as one group without a name."""
    if not isinstance(value, dict | list):
        raise PydanticCustomError("list_type", "a list, or lists by groups")
    return {"": value} if isinstance(value, list) else value


def _not_before_start(end: When | None, info: ValidationInfo) -> When | None:
    start: When | None = info.data.get("start")
    if end is not None and start is not None and end.iso < start.iso[: len(end.iso)]:
        raise fault("end-after-start")
    return end


class PictureSchema(Schema):
    """`image` of any document."""

    file: ContentPath
    alt: Text
    caption: OptionalText = ""
    credit: OptionalText = ""
    focus: Focus = (50, 50)


class DocumentSchema(Schema):
    """What every type has."""

    title: Text
    date: DayOrTime | None = None
    updated: DayOrTime | None = None
    expires: DayOrTime | None = None
    status: Literal["draft", "published", "withdrawn"] = "published"
    project: TextList | None = None
    slug: Slug | None = None
    summary: OptionalText = ""
    tags: list[Name] = []
    image: PictureSchema | None = None
    aliases: list[Alias] = []
    id: Key | None = None
    changes: OptionalText = ""
    differs: OptionalText = ""
    privacy_ok: list[Literal["phone", "email", "address", "iban", "card"]] = []


class NewsSchema(DocumentSchema):
    """A news item."""

    date: DayOrTime
    project: TextList


class SessionSchema(Schema):
    """One sitting of a meeting."""

    start: DayOrTime
    end: Annotated[DayOrTime | None, AfterValidator(_not_before_start)] = None


def _any(sessions: list[SessionSchema]) -> list[SessionSchema]:
    if not sessions:
        raise fault("not-empty")
    return sessions


class AttachmentSchema(Schema):
    """A file of the content or an address elsewhere."""

    title: Text
    file: ContentPath | None = None
    url: WebAddress | None = None


def _one_target(attachment: AttachmentSchema) -> AttachmentSchema:
    if (attachment.file is None) == (attachment.url is None):
        raise fault("file-or-url")
    return attachment


class MeetingFactsSchema(Schema):
    """`meeting:` of meeting notes and minutes."""

    kind: Literal["notes", "minutes"]
    name: Text
    number: WrittenText = ""
    sessions: Annotated[list[SessionSchema], AfterValidator(_any)]
    place: OptionalText = ""
    mode: Literal["onsite", "remote", "hybrid"] | None = None
    chair: OptionalPersonName = ""
    secretary: OptionalPersonName = ""
    present: Annotated[_Attendance, BeforeValidator(_grouped)] = {}
    absent: Annotated[_Attendance, BeforeValidator(_grouped)] = {}
    attachments: list[Annotated[AttachmentSchema, AfterValidator(_one_target)]] = []
    next: DayOrTime | None = None


class MeetingSchema(NewsSchema):
    """Meeting notes or minutes."""

    meeting: MeetingFactsSchema


class PeriodSchema(Schema):
    """A stretch of time; either end may be open."""

    start: AnyWhen | None = None
    end: Annotated[AnyWhen | None, AfterValidator(_not_before_start)] = None


class FigureSchema(Schema):
    """A number worth telling."""

    label: Text
    value: FigureValue
    unit: OptionalText = ""
    of: FigureWhole | None = None


class LibrarySchema(Schema):
    """A pilot library and its page elsewhere."""

    name: Text
    url: WebAddress | None = None


def _library(value: object) -> object:
    """Read a plain name as a library without an address."""
    return {"name": value} if isinstance(value, str) else value


class PilotFactsSchema(Schema):
    """`pilot:` of a pilot update."""

    libraries: list[Annotated[LibrarySchema, BeforeValidator(_library)]] = []
    phase: Literal["preparation", "running", "evaluation", "ended"] | None = None
    period: PeriodSchema = PeriodSchema.model_construct()
    figures: list[FigureSchema] = []
    next_steps: list[Text] = []


class PilotSchema(NewsSchema):
    """A pilot update."""

    pilot: PilotFactsSchema = PilotFactsSchema.model_construct()


class ContactSchema(Schema):
    """Someone to write to."""

    name: OptionalPersonName = ""
    role: OptionalText = ""
    email: Email = ""


class PersonSchema(Schema):
    """Someone with a role in a project; a way to reach them belongs to `contacts`."""

    name: PersonName
    role: Text


class MilestoneSchema(Schema):
    """A step on a project's way; an event is one that people come to."""

    date: AnyWhen
    text: Text
    done: bool = False
    kind: Literal["milestone", "event"] = "milestone"


class WebLinkSchema(Schema):
    """An address elsewhere."""

    title: Text
    url: WebAddress


class ProjectSchema(DocumentSchema):
    """A project's own page."""

    short: OptionalText = ""
    phase: Literal["planned", "running", "ended"] | None = None
    period: PeriodSchema = PeriodSchema.model_construct()
    operator: OptionalText = ""
    funder: OptionalText = ""
    partners: list[Text] = []
    goals: list[Text] = []
    contacts: list[ContactSchema] = []
    people: list[PersonSchema] = []
    milestones: list[MilestoneSchema] = []
    links: list[WebLinkSchema] = []


class PageSchema(DocumentSchema):
    """A standing page."""

    menu: int | None = None
    shows: list[Literal["operator", "contact", "accessibility", "privacy"]] = []


SCHEMAS: dict[DocumentType, type[DocumentSchema]] = {
    DocumentType.NEWS: NewsSchema,
    DocumentType.MEETINGS: MeetingSchema,
    DocumentType.PILOTS: PilotSchema,
    DocumentType.PROJECTS: ProjectSchema,
    DocumentType.PAGES: PageSchema,
}
