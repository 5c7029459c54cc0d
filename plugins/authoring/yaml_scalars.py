"""Scalars by the core schema of YAML 1.2: text, whole and decimal numbers, truth values, nothing."""

import re
from decimal import Decimal, InvalidOperation

Scalar = str | int | Decimal | bool | None

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"([-+]?)\.(?:inf|Inf|INF)")
_PLAIN: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), Decimal("NaN")),
}
_LONGEST = 300
"""Digits of a number that is read as one; a longer one is nobody's count of anything, and slow to compute with."""


class WrittenInteger(int):
    """A whole number that its writer wrote otherwise than by its plain digits: `012`, `+3`, `0x10`."""

    written: str

    def __str__(self) -> str:
        """As it was written."""
        return self.written


def plain_scalar(text: str) -> Scalar:
    """Resolve a scalar without quotation marks or tag."""
    if text in _PLAIN:
        return _PLAIN[text]
    if text[0] in "+-.0123456789" and len(text) < _LONGEST:
        return _number(text)
    return text


def tagged_scalar(text: str, tag: str) -> Scalar:
    """Read a scalar as its tag says, as text when it cannot be read so or the tag is none of the schema's."""
    name = tag.removeprefix("tag:yaml.org,2002:")
    value = plain_scalar(text) if name in {"int", "float", "bool", "null"} else text
    return value if not isinstance(value, str) else text


def _number(text: str) -> Scalar:
    if _INT.fullmatch(text):
        number = WrittenInteger(text, 0 if text[1:2] in {"o", "x"} else 10)
        number.written = text
        return number if int.__str__(number) != text else int(number)
    if _FLOAT.fullmatch(text):
        try:
            return Decimal(text)
        except InvalidOperation:  # an exponent beyond all measure
            return Decimal("Infinity")
    if infinite := _INFINITE.fullmatch(text):
        return Decimal(f"{infinite[1]}Infinity")
    return text
