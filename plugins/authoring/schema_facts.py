"""From validated front matter to the facts that the kernel keeps, typographically set."""

from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from msgspec import Struct, convert

from plugins.authoring import schemas
from plugins.authoring.field_types import SET, Schema
from plugins.authoring.typography import typeset
from plugins.core.documents import Picture
from plugins.core.facts import Attendance, Facts, Figure, MeetingFacts, PageFacts, PilotFacts, ProjectFacts
from plugins.core.languages import LANGUAGES

_Kept = TypeVar("_Kept", bound=Struct)


def picture_of(image: schemas.PictureSchema | None, language: str) -> Picture | None:
    """Return the picture of front matter."""
    return None if image is None else _kept(Picture, image, language)


def facts_of(model: schemas.DocumentSchema, language: str) -> Facts | None:
    """Return the facts of a type; None for news, which have none of their own."""
    match model:
        case schemas.MeetingSchema(meeting=meeting):
            people = {"present": _attendance(meeting.present), "absent": _attendance(meeting.absent)}
            return _kept(MeetingFacts, meeting, language, **people)
        case schemas.PilotSchema(pilot=pilot):
            figures = tuple(_figure(figure, language) for figure in pilot.figures)
            return _kept(PilotFacts, pilot, language, start=pilot.period.start, end=pilot.period.end, figures=figures)
        case schemas.ProjectSchema(period=period):
            return _kept(ProjectFacts, model, language, start=period.start, end=period.end)
        case schemas.PageSchema():
            return _kept(PageFacts, model, language, shows=tuple(dict.fromkeys(model.shows)))
        case _:
            return None


def _kept(kind: type[_Kept], model: Schema, language: str, **other: object) -> _Kept:
    """Return what the kernel keeps of a model: the fields of the same names, and those that have another form there."""
    return convert({**_fields(model, language), **other}, kind)


def _fields(model: Schema, language: str) -> dict[str, Any]:
    """Return the fields that say something: texts set where their type says so, lists as tuples."""
    fields = ((name, _set(getattr(model, name), language, is_set=is_set)) for name, is_set in _declared(type(model)))
    return {name: value for name, value in fields if value is not None}


def _set(value: object, language: str, *, is_set: bool) -> object:
    if isinstance(value, str):
        return typeset(value, language) if is_set else value
    if isinstance(value, list):
        return tuple(_set(item, language, is_set=is_set) for item in value)
    return _fields(value, language) if isinstance(value, Schema) else value


@cache
def _declared(schema: type[Schema]) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a schema, each with whether its type, or that of its items, is set typographically."""
    return tuple((name, _says_set(kind)) for name, kind in get_type_hints(schema, include_extras=True).items())


def _says_set(kind: object) -> bool:
    return SET in getattr(kind, "__metadata__", ()) or any(map(_says_set, get_args(kind)))


def _attendance(groups: dict[str, list[str]]) -> tuple[Attendance, ...]:
    return tuple(Attendance(group, tuple(people)) for group, people in groups.items() if people)


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
