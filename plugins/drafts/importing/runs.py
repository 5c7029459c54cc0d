"""Runs: a line of text as stretches that are written alike, whatever its source made of it."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

_SPACES = re.compile(r"[\s\u00a0\u2007\u202f\u3000]+")
_UNSEEN = re.compile(
    r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffc]"
)
"""Signs that nobody sees: soft hyphens, empty spaces, marks of direction, controls, and letters of private fonts."""
_LIGATURES = {ord(sign): normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"}
"""Letters that a typesetter has joined to one sign, as PDFs keep them."""


class StyledRun(Struct, frozen=True):
    """A stretch of a line with its marks."""

    text: str
    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    code: bool = False
    shift: str = ""
    """`sup` or `sub`."""
    address: str = ""
    """Where a link leads."""
    picture: str = ""
    """The place of a picture in its source; the text is its alternative text."""
    note: str = ""
    """The name of the footnote whose mark this is; the text is how the mark was written."""


Line = tuple[StyledRun, ...]


def clean(text: str) -> str:
    """Take out what nobody sees, make whole letters of parts and single spaces of white space; a tab stays a tab."""
    letters = normalize("NFC", _UNSEEN.sub("", text)).translate(_LIGATURES)
    return _SPACES.sub(lambda match: "\t" if "\t" in match[0] else " ", letters)


def text_of(line: Iterable[StyledRun]) -> str:
    """What a line says; pictures and marks of notes say nothing."""
    return clean("".join(run.text for run in line if not run.picture and not run.note)).strip()


def trimmed(line: Iterable[StyledRun]) -> Line:
    """Leave out white space at both ends, and runs that are nothing."""
    runs = [run for run in line if run.text or run.picture or run.note]
    while runs and not (runs[0].picture or runs[0].note) and not runs[0].text.strip():
        runs.pop(0)
    while runs and not (runs[-1].picture or runs[-1].note) and not runs[-1].text.strip():
        runs.pop()
    if runs and not runs[0].picture:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    if runs and not runs[-1].picture:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)


def without_start(line: Line, count: int) -> Line:
    """Leave out the first characters of a line; pictures and marks of notes stay."""
    rest: list[StyledRun] = []
    for run in line:
        if run.picture or run.note or not count:
            rest.append(run)
        elif len(run.text) <= count:
            count -= len(run.text)
        else:
            rest.append(replace(run, text=run.text[count:]))
            count = 0
    return trimmed(rest)


def without_end(line: Line, count: int) -> Line:
    """Leave out the last characters of a line."""
    rest: list[StyledRun] = []
    for run in reversed(line):
        if run.picture or run.note or not count:
            rest.append(run)
        elif len(run.text) <= count:
            count -= len(run.text)
        else:
            rest.append(replace(run, text=run.text[:-count]))
            count = 0
    return trimmed(reversed(rest))


def is_strong(line: Line) -> bool:
    """Return whether all that a line says is set in bold."""
    text_runs = [run for run in line if run.text.strip() and not run.note]
    return bool(text_runs) and all(run.strong for run in text_runs)


def plain(line: Line) -> Line:
    """Take bold and italics off a line, for a heading that is one by itself."""
    return tuple(replace(run, strong=False, emphasis=False) for run in line)


def joined(runs: Iterable[StyledRun]) -> Line:
    """Make one run of neighbours that have the same marks: Word cuts a sentence wherever somebody has typed."""
    line: list[StyledRun] = []
    for run in runs:
        same = line and not (run.picture or run.note or line[-1].picture or line[-1].note)
        if same and replace(line[-1], text="") == replace(run, text=""):
            line[-1] = replace(line[-1], text=line[-1].text + run.text)
        else:
            line.append(run)
    return tuple(line)


def folded(runs: Iterable[StyledRun]) -> Line:
    """Bring a line into its form: neighbours joined, single spaces, nothing unseen."""
    line: list[StyledRun] = []
    ends_in_space = True
    for run in joined(runs):
        text = run.text if run.picture else clean(run.text)
        if not run.picture and ends_in_space:
            text = text.lstrip(" ")
        if text or run.picture or run.note:
            line.append(replace(run, text=text))
            ends_in_space = text.endswith(" ") and not run.picture
    return trimmed(line)


def pictures_in(line: Line) -> Iterator[StyledRun]:
    """List the pictures of a line."""
    return (run for run in line if run.picture)
