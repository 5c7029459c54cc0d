"""What is said of one diagnostic: its texts with its values in their places."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.core.codes import OPTIONAL
from plugins.core.diagnostics import Diagnostic
from plugins.core.languages import LANGUAGES
from plugins.quality.masking import printable
from plugins.quality.texts import Texts

LONGEST_VALUE = 200
_TABLES = {
    "expected": "expected",
    "state": "state",
    "marker": "marker",
    "lack": "lack",
    "sign": "sign",
    "part": "part",
    "where": "where",
    "answer": "answer",
    "flaw": "flaw",
    "reason": "reason",
    "was": "identity",
    "now": "identity",
    "filetype": "filetype",
    "fact": "fact",
}
"""The values that are tokens, with the tables that have the words for them."""
_SIZES = frozenset({"size", "limit"})


class Message(NamedTuple):
    """What is wrong, why that is wrong, and how to mend it."""

    what: str
    why: str
    mend: str


class _Values(dict[str, str]):
    def __missing__(self, name: str) -> str:
        # A report must never fail for the want of a word: whoever made the diagnostic forgot a value, and the fault
        # in the content would be lost behind one of ours. A test holds the two together.
        return "…"


def message(diagnostic: Diagnostic, texts: Texts) -> Message:
    """Put the values of a diagnostic into its texts; the nearest name is named only when there is one."""
    values = _Values((name, _shown(diagnostic.code, name, value, texts)) for name, value in diagnostic.values)
    if "key" in values:
        values["setting"] = texts.words["setting"].get(values["key"], values["key"])
    table = texts.codes[diagnostic.code]
    what, why, mend = (table[part].format_map(values) for part in ("what", "why", "mend"))
    if OPTIONAL in values and OPTIONAL in table:
        mend = f"{table[OPTIONAL].format_map(values)} {mend}"
    return Message(what, why, mend)


def _shown(code: str, name: str, value: str, texts: Texts) -> str:
    if name in _TABLES:
        return _worded(value, texts.words[_TABLES[name]])
    if name == "problem":
        return _parser_said(value, texts) if code == "FRM007" else _worded(value, texts.words[name])
    if name == "found":
        opening, closing = LANGUAGES[texts.language].quotes
        return texts.words[name].get(value) or f"{opening}{_brief(value)}{closing}"
    if name in _SIZES:
        return _size(value, texts)
    return _brief(value)


def _worded(token: str, words: Mapping[str, str]) -> str:
    name, _, argument = token.partition(":")
    if name not in words:
        return _brief(token)
    return words[name].format(_brief(argument.replace("|", ", ")))


def _parser_said(problem: str, texts: Texts) -> str:
    words = texts.words["yaml"]
    known = max((begin for begin in words if problem.startswith(begin)), key=len, default="other")
    return words[known].format(_brief(problem))


def _brief(value: str) -> str:
    """Make a value fit for a line: printable, without identity codes, not endless."""
    shown = printable(" ".join(value.split()))
    return shown if len(shown) <= LONGEST_VALUE else shown[: LONGEST_VALUE - 1] + "…"


def _size(value: str, texts: Texts) -> str:
    """Write bytes (whole digits) or megabytes (a decimal number) as people read them."""
    if not value.replace(".", "", 1).isdecimal():
        return _brief(value)
    size = float(value) * (1_000_000 if "." in value else 1)
    small, kilo, mega = texts.units
    number, unit = (size, small) if size < 1000 else (size / 1000, kilo) if size < 1_000_000 else (size / 1e6, mega)
    written = f"{number:.1f}".removesuffix(".0").replace(".", LANGUAGES[texts.language].decimal_separator)
    return f"{written} {unit}"
