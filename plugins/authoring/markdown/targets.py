"""Where links lead: targets and titles in brackets, and the definitions of references (CommonMark 4.7, 6.3)."""

import re

from msgspec import Struct

from plugins.authoring.markdown.entities import with_signs
from plugins.authoring.markdown.passage import Spot

ESCAPABLE = "!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~"
_ESCAPE = re.compile(rf"\\([{ESCAPABLE}])")

_LABEL = r"\[((?:[^\\\[\]]|\\.){1,999})\]"
_PLAIN = r"(?:[^\s<>()\\]|\\.|\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*\)){1,20000}"
_TITLE = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)"
_INLINE = re.compile(rf"\(\s*(?:<((?:[^<>\n\\]|\\.)*)>|({_PLAIN})?)(?:\s+({_TITLE}))?\s*\)", re.DOTALL)
_SPACED = re.compile(r"\(([^()<>\n\"\[\]]{1,2000})\)")
"""A target with spaces, as browsers' bars and file managers give them; CommonMark reads no link here."""

_DEFINITION = re.compile(
    rf" {{0,3}}{_LABEL}:[ ]*\n?[ ]*(?:<((?:[^<>\n\\]|\\.)*)>|([^\s<]\S*))"
    rf"(?:(?:[ ]+|[ ]*\n[ ]*)({_TITLE}))?[ ]*(?:\n|\Z)",
    re.DOTALL,
)
LABEL = re.compile(_LABEL, re.DOTALL)


class Target(Struct, frozen=True):
    """Where a link leads, with its title; where that is written, and the end of what was read in the text."""

    href: str
    title: str | None
    start: int
    end: int


class ReferenceDefinition(Struct, frozen=True):
    """A definition of a reference."""

    label: str
    href: str
    title: str | None
    spot: Spot


def unescaped(text: str) -> str:
    """Take escapes and entities out of a target or a title."""
    return with_signs(_ESCAPE.sub(r"\1", text) if "\\" in text else text)


def label_of(text: str) -> str:
    """Fold a label, so that references find their definitions whatever their case and spaces."""
    return " ".join(text.split()).casefold()


def inline_target(text: str, start: int) -> Target | None:
    """Read the target of a link from its opening bracket on."""
    match = _INLINE.match(text, start)
    if match is not None:
        pointed, plain, title = match.groups()
        written = pointed if pointed is not None else plain or ""
        return Target(unescaped(written), _title(title), max(match.start(1), match.start(2), start + 1), match.end())
    spaced = _SPACED.match(text, start)
    if spaced is None or not any(sign in spaced[1] for sign in "/.\\"):
        return None
    return Target(unescaped(spaced[1].strip()), None, spaced.start(1), spaced.end())


def definition(text: str, start: int) -> tuple[str, str, str | None, int] | None:
    """Read a definition of a reference: its label, target, title and end."""
    match = _DEFINITION.match(text, start)
    if match is None or not match[1].strip():
        return None
    href = match[2] if match[2] is not None else match[3]
    return " ".join(match[1].split()), unescaped(href), _title(match[4]), match.end()


def _title(written: str | None) -> str | None:
    return None if written is None else unescaped(written[1:-1])
