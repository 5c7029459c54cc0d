"""The numbers that Word shows before paragraphs: they stand in no text, but are counted by `numbering.xml`."""

from collections import defaultdict

from lxml.etree import _Element
from msgspec import Struct

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBER_START, NUMBER_END = "\ue000", "\ue001"
"""Around a number that has been put into a text: letters that no text has once it has been cleaned."""

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Level(Struct, frozen=True):
    """How one level of a list is numbered."""

    start: int
    form: str
    text: str
    """`%1.%2` with the numbers of this level and those above."""


class Numbering:
    """Counts through the paragraphs of one document."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        """Read the definitions of lists, and which styles are numbered."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is not None:
            self._read(numbering)
        if styles is not None:
            self._read_styles(styles)

    def number(self, paragraph: _Element) -> str:
        """Count a paragraph, and give the number that stands before it; empty for bullets and plain paragraphs."""
        found = self._place(paragraph)
        if found is None:
            return ""
        which, depth = found
        levels = self._levels.get(which, {})
        level = levels.get(depth)
        if level is None or level.form in {"bullet", "none"}:
            return ""
        counts = self._counts[self._abstract.get(which, which)]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [count for count in counts if count > depth]:
            del counts[deeper]
        text = level.text
        for above in range(depth + 1):
            own = levels.get(above, level)
            text = text.replace(f"%{above + 1}", _written(counts.get(above, own.start), own.form))
        return text

    def _place(self, paragraph: _Element) -> tuple[str, int] | None:
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        inherited = self._styles.get(style.get(f"{WORD}val", "") if style is not None else "")
        own = paragraph.find(f"{WORD}pPr/{WORD}numPr")
        if own is None:
            return inherited
        which, depth = _value(own, "numId"), _value(own, "ilvl")
        if which == "0":
            return None
        return (which or (inherited[0] if inherited else "")), int(depth or (inherited[1] if inherited else 0))

    def _read(self, numbering: _Element) -> None:
        abstract = {
            definition.get(f"{WORD}abstractNumId", ""): dict(map(_level, definition.findall(f"{WORD}lvl")))
            for definition in numbering.findall(f"{WORD}abstractNum")
        }
        for instance in numbering.findall(f"{WORD}num"):
            which, base = instance.get(f"{WORD}numId", ""), _value(instance, "abstractNumId")
            levels = dict(abstract.get(base, {}))
            overrides = instance.findall(f"{WORD}lvlOverride")
            for override in overrides:
                depth = int(override.get(f"{WORD}ilvl", "0"))
                inner, start = override.find(f"{WORD}lvl"), _value(override, "startOverride")
                if inner is not None:
                    levels[depth] = _level(inner)[1]
                if start and depth in levels:
                    levels[depth] = Level(int(start), levels[depth].form, levels[depth].text)
            self._levels[which] = levels
            self._abstract[which] = which if overrides else f"abstract {base}"

    def _read_styles(self, styles: _Element) -> None:
        bases, own = {}, {}
        for style in styles.findall(f"{WORD}style"):
            name = style.get(f"{WORD}styleId", "")
            bases[name] = _value(style, "basedOn")
            numbered = style.find(f"{WORD}pPr/{WORD}numPr")
            if numbered is not None:
                own[name] = (_value(numbered, "numId"), int(_value(numbered, "ilvl") or 0))
        for name in bases:
            walk, seen = name, set[str]()
            while walk and walk not in own and walk not in seen:
                seen.add(walk)
                walk = bases.get(walk, "")
            if walk in own and own[walk][0] not in {"", "0"}:
                self._styles[name] = own[walk]


def _level(element: _Element) -> tuple[int, Level]:
    start = _value(element, "start")
    form, text = _value(element, "numFmt") or "decimal", _value(element, "lvlText")
    return int(element.get(f"{WORD}ilvl", "0")), Level(int(start) if start else 1, form, text)


def _value(element: _Element, name: str) -> str:
    found = element.find(f"{WORD}{name}")
    return "" if found is None else found.get(f"{WORD}val", "")


def _written(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 40:
        roman, rest = "", number
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman.upper() if form == "upperRoman" else roman
    return str(number)
