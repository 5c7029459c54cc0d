"""How each kind of block begins (CommonMark 4 and 5)."""

import re
from collections.abc import Mapping

HEADING = re.compile(r"(#{1,6})(?:(?:[ ]+#*)?[ ]*|[ ]+(.*?)(?:[ ]+#+)?[ ]*)$")
UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
RULE = re.compile(r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})(.*)$")
ITEM = re.compile(r"([-*+]|[0-9]{1,9}[.)])(?=[ ]|$)")
TASK = re.compile(r"\[([ xX])\][ \N{NO-BREAK SPACE}]")
NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ ]*")
MEANING = re.compile(r":[ ]+(?=\S)")
ABBREVIATION = re.compile(r"\*\[([^\]\\]+)\][ ]?:[ ]*(.*\S)")

_BLOCKS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
    "title tr track ul"
).replace(" ", "|")
_RAW = r"<(?:script|pre|style|textarea)(?:\s|>|$)"
_ATTRIBUTES = r"(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*"
_KINDS = (
    ("raw", re.compile(_RAW, re.IGNORECASE)),
    ("instruction", re.compile(r"<\?")),
    ("data", re.compile(r"<!\[CDATA\[")),
    ("declaration", re.compile(r"<![A-Za-z]")),
    (
        "opening",
        re.compile(rf"<[A-Za-z][A-Za-z0-9-]*{_ATTRIBUTES}\s+markdown(?:=\S*)?{_ATTRIBUTES}\s*>", re.IGNORECASE),
    ),
    ("block", re.compile(rf"</?(?:{_BLOCKS})(?:\s|/?>|$)", re.IGNORECASE)),
)
_ONE_TAG = re.compile(rf"(?:<[A-Za-z][A-Za-z0-9-]*{_ATTRIBUTES}\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>)\s*$")

HTML_ENDS: Mapping[str, re.Pattern[str] | None] = {
    "raw": re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    "instruction": re.compile(r"\?>"),
    "data": re.compile(r"\]\]>"),
    "declaration": re.compile(r">"),
    "opening": re.compile(r""),
    "block": None,
    "tag": None,
}
"""What ends a block of HTML; where it is None, a blank line does."""


def html_kind(text: str, *, in_paragraph: bool) -> str:
    """Return which kind of HTML block a text begins, if any."""
    for kind, pattern in _KINDS:
        if pattern.match(text):
            return kind
    return "tag" if not in_paragraph and _ONE_TAG.match(text) else ""
