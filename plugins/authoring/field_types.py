"""The field types of the schemas: dates of several precisions, addresses, texts, and texts per language.

A value that does not fit raises `PydanticCustomError` whose type is the token of what is expected; the report
translates it.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final
from urllib.parse import unquote

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from plugins.core.addresses import LONGEST_PART
from plugins.core.colours import hexadecimal, parsed
from plugins.core.content_paths import composed
from plugins.core.dates import When
from plugins.core.languages import LANGUAGES
from plugins.core.markup.text import is_visible
from plugins.core.site import Localized

LONGEST_FILE_NAME = 255
"""Bytes of a name that file systems take."""
LONGEST_ALIAS = 500
MOST_PARTS = 30
LONGEST_FIGURE = 15
"""Digits of a figure; one that is longer is no count of anything."""

_WHEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2})?)?)?)?")


class Schema(BaseModel):
    """A mapping of the content: its keys are known, its types are meant."""

    # Validators are built when first needed: most runs read few sources or none. Defaults that are
    # mappings are therefore made by `model_construct`, which needs none.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, arbitrary_types_allowed=True, defer_build=True)


def fault(expected: str) -> PydanticCustomError:
    """Make the error of a value that is of a possible type but does not fit."""
    return PydanticCustomError("expected", "{expected}", {"expected": expected})


def parse_when(text: str) -> When | None:
    """Read a year, a month, a day or a minute in ISO 8601's order; None when it is none of them."""
    match = _WHEN.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if hour is not None and (hour > 23 or (minute or 0) > 59):
        return None
    return When(year or 0, month, day, hour, minute)


def _any_precision(value: Any) -> When:
    when = parse_when(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    if when is None:
        raise fault("month")
    return when


def _day_or_time(value: Any) -> When:
    when = parse_when(value) if isinstance(value, str) else None
    if when is None or when.day is None:
        raise fault("date-or-time")
    return when


def _not_empty(text: str) -> str:
    if not is_visible(text):
        raise fault("not-empty")
    return _folded(text)


def _folded(text: str) -> str:
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split()) if is_visible(text) else ""


def _name(text: str) -> str:
    """Take what nobody sees out of a tag: two that look alike are one."""
    seen = _not_empty(text)
    if seen.isascii():
        return seen
    return unicodedata.normalize("NFC", "".join(sign for sign in seen if unicodedata.category(sign) != "Cf"))


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", text.strip()):
        raise fault("web-address")
    return text.strip()


def _email(text: str) -> str:
    if text and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", text.strip()):
        raise fault("email")
    return text.strip()


def _hex_colour(text: str) -> str:
    colour = parsed(text)
    if colour is None and text:
        raise fault("colour")
    return hexadecimal(colour) if colour else ""


def _content_path(text: str) -> str:
    path = composed(text.strip().removeprefix("/").removeprefix("content/"))
    if not path or ".." in path.split("/") or "\\" in path:
        raise fault("content-path")
    return path


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        raise fault("slug")
    return _short(text)


def _key(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+", text):
        raise fault("key")
    return _short(text)


def _short(part: str) -> str:
    if len(part) > LONGEST_PART or len(part.encode("utf-8", "replace")) > LONGEST_FILE_NAME:
        raise fault(f"at-most-characters:{LONGEST_PART}")
    return part


def _alias(text: str) -> str:
    if not re.fullmatch(r"/[^\s?#]*", text) or ".." in text.split("/"):
        raise fault("alias")
    for part in unquote(text).split("/"):
        _short(part)
    if len(text) > LONGEST_ALIAS:
        raise fault(f"at-most-characters:{LONGEST_ALIAS}")
    if text.count("/") > MOST_PARTS:
        raise fault(f"at-most-parts:{MOST_PARTS}")
    return text


def _focus(value: Any) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,3}) ?% +(\d{1,3}) ?%", value.strip()) if isinstance(value, str) else None
    across, down = (int(match[1]), int(match[2])) if match else (101, 101)
    if max(across, down) > 100:
        raise fault("focus")
    return across, down


def _figure(value: Any) -> str | int | Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise PydanticCustomError("string_type", "text or number")
    if isinstance(value, str):
        return value
    number = Decimal(int(value) if isinstance(value, int) else value)
    if not number.is_finite() or len(number.as_tuple().digits) > LONGEST_FIGURE or abs(number.adjusted()) > 15:
        raise fault("figure")
    return value if number else 0  # no `-0`


def _whole(value: Any) -> int | Decimal:
    number = _figure(value)
    if isinstance(number, str) or number <= 0:
        raise fault("figure")
    return number


def _as_written(value: Any) -> str:
    """Return a text, or a number in the letters in which it was written: `3.10` is no `3.1`."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise PydanticCustomError("string_type", "text or number")
    return _folded(str(value))


def _localized(value: Any) -> Localized:
    if value is None:
        return Localized()
    if isinstance(value, str):
        return Localized(common=_folded(value))
    if not isinstance(value, dict) or not all(isinstance(text, str | None) for text in value.values()):
        raise fault("text-per-language")
    for code in value:
        if code not in LANGUAGES:
            raise fault("one-of:" + "|".join(LANGUAGES))
    return Localized(texts=tuple((code, _folded(text or "")) for code, text in value.items()))


def _text_or_nothing(value: Any) -> Any:
    return "" if value is None else value


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


AnyWhen = Annotated[When, BeforeValidator(_any_precision)]
DayOrTime = Annotated[When, BeforeValidator(_day_or_time)]
SET: Final = "set"
"""Marks the type of a text that is set typographically when it is kept."""

Text = Annotated[str, AfterValidator(_not_empty), SET]
PersonName = Annotated[str, AfterValidator(_not_empty)]
Name = Annotated[str, AfterValidator(_name)]
OptionalText = Annotated[str, BeforeValidator(_text_or_nothing), AfterValidator(_folded), SET]
OptionalPersonName = Annotated[str, BeforeValidator(_text_or_nothing), AfterValidator(_folded)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Email = Annotated[str, BeforeValidator(_text_or_nothing), AfterValidator(_email)]
HexColour = Annotated[str, BeforeValidator(_text_or_nothing), AfterValidator(_hex_colour)]
ContentPath = Annotated[str, AfterValidator(_content_path)]
Slug = Annotated[str, AfterValidator(_slug)]
Key = Annotated[str, AfterValidator(_key)]
Alias = Annotated[str, AfterValidator(_alias)]
Focus = Annotated[tuple[int, int], BeforeValidator(_focus)]
FigureValue = Annotated[str | int | Decimal, BeforeValidator(_figure)]
FigureWhole = Annotated[int | Decimal, BeforeValidator(_whole)]
WrittenText = Annotated[str, BeforeValidator(_as_written)]
LocalizedText = Annotated[Localized, BeforeValidator(_localized)]
TextList = Annotated[list[Text], BeforeValidator(_one_or_more)]
