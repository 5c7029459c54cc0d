"""Tables as GitHub writes them: a row of headings, a rule, and rows."""

import re
from xml.etree.ElementTree import Element, SubElement

from plugins.authoring.markdown.attribute_lists import AT_END, attributes_of
from plugins.authoring.markdown.context import Context
from plugins.authoring.markdown.emphasis import fill
from plugins.authoring.markdown.inlines import InlineReader
from plugins.authoring.markdown.passage import Line, MarkedText, Spot, at
from plugins.authoring.markdown.starts import TASK

_RULE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_BAR = re.compile(r"(?<!\\)\|")


def is_rule(line: str) -> bool:
    """Return whether a line may stand below the headings of a table."""
    return "-" in line and _RULE.fullmatch(line) is not None


def cells(line: Line) -> list[Line]:
    """Take a row apart at its bars; those that are escaped are signs."""
    text = line.text.rstrip()
    start = len(text) - len(text.lstrip())
    start += text.startswith("|", start)
    end = len(text) - (len(text) > start and _BAR.match(text, len(text) - 1) is not None)
    parts: list[Line] = []
    for bar in [*(match.start() for match in _BAR.finditer(text, start, end)), end]:
        part = text[start:bar]
        begin = start + len(part) - len(part.lstrip())
        parts.append(Line(part.strip(), Spot(line.spot.line, line.spot.column + begin)))
        start = bar + 1
    return parts


def table(parent: Element, lines: list[Line], context: Context) -> None:
    """Make a table of its lines, the second of which is the rule; no cell is lost in a row with too many."""
    head, rule, *rows = lines
    aligned = [_alignment(cell.text) for cell in cells(rule)]
    element = SubElement(parent, "table", at(head.spot))
    _row(SubElement(element, "thead"), "th", cells(head), aligned, context)
    body = SubElement(element, "tbody") if rows else None
    for row in rows:
        found = cells(row)
        if len(found) > len(aligned):
            context.tell("TXT014", found[len(aligned)].spot, cells=len(found), columns=len(aligned))
            last = found[len(aligned) - 1]
            begin = last.spot.column - row.spot.column
            found[len(aligned) - 1] = Line(row.text.rstrip()[begin:].removesuffix("|").rstrip(), last.spot)
        assert body is not None
        _row(body, "td", found, aligned, context)


def _alignment(rule: str) -> str:
    if rule.endswith(":"):
        return "center" if rule.startswith(":") else "right"
    return "left" if rule.startswith(":") else ""


def _row(parent: Element, tag: str, found: list[Line], aligned: list[str], context: Context) -> None:
    row = SubElement(parent, "tr")
    for number, alignment in enumerate(aligned):
        cell = SubElement(row, tag, {"style": f"text-align: {alignment};"} if alignment else {})
        if number < len(found):
            line = found[number]
            cell.attrib.update(at(line.spot))
            listed = AT_END.search(line.text) if line.text.endswith("}") else None
            if listed is not None and listed.start():
                cell.attrib.update(attributes_of(listed[1]))
                line = Line(line.text[: listed.start()], line.spot)
            if TASK.match(line.text):
                context.tell("TXT010", line.spot, mark=line.text[:3])  # a task is an item of a list
            text = line.text.replace("\\|", "|")  # a sign of its own once the cell is known, in code too
            fill(cell, InlineReader(MarkedText([Line(text, line.spot)]), context).read())
