"""The elements of a Word file that mammoth passes over with all their words, as elements that it reads."""

from lxml import etree
from lxml.etree import _Element

from plugins.drafts.importing.numbers import WORD

_CONTENT = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VECTOR = "{urn:schemas-microsoft-com:vml}"
_TEXTS = (f"{WORD}t", f"{_MATHS}t")

_OPENED = frozenset(
    (
        *(f"{WORD}{name}" for name in
          "document body footnotes footnote endnotes endnote comments comment p r tbl tr tc t customXml ins moveTo "
          "object smartTag drawing txbxContent pict hyperlink sdt sdtContent".split()),
        *(f"{_VECTOR}{name}" for name in "group rect roundrect shape textbox".split()),
        *(f"{_CONTENT}{name}" for name in ("AlternateContent", "Fallback")),
        *(f"{_DRAWN}{name}" for name in ("inline", "anchor")),
    )
)  # fmt: skip
"""What mammoth looks for words in."""
_RENAMED = {
    f"{WORD}cr": f"{WORD}br",
    f"{WORD}ptab": f"{WORD}tab",
    f"{WORD}dstrike": f"{WORD}strike",
    f"{_MATHS}r": f"{WORD}r",
    f"{_MATHS}t": f"{WORD}t",
}
"""What has another name in mammoth's eyes."""


def make_readable(part: _Element) -> None:
    """Bring the words of a part to where mammoth looks for them, in their order."""
    for choice in [*part.iter(f"{_CONTENT}AlternateContent")]:
        _choose(choice)
    for drawing in [*part.iter(f"{_DRAWN}inline", f"{_DRAWN}anchor")]:
        _take_out_boxes(drawing)
    for formula in [*part.iter(f"{_MATHS}f", f"{_MATHS}sup", f"{_MATHS}sub")]:
        _write_out(formula)
    for field in [*part.iter(f"{WORD}fldSimple")]:
        _part_field(field)
    for element in [*part.iter(*_RENAMED)]:
        element.tag = _RENAMED[str(element.tag)]
    closed = (node for node in [*part.iter("{*}*")] if node.tag not in _OPENED)
    for element in filter(_says, closed):
        _unwrap(element)


def _choose(choice: _Element) -> None:
    """Keep of the same thing, written for newer and older programs, what says more; the older form if both do."""
    newer, older = choice.find(f"{_CONTENT}Choice"), choice.find(f"{_CONTENT}Fallback")
    if newer is None:
        return
    if older is None or (_says(newer) and not _says(older)):
        for other in [*choice]:
            if other is not newer:
                choice.remove(other)
        _unwrap(newer)
        _unwrap(choice)
    else:
        for other in choice.findall(f"{_CONTENT}Choice"):
            choice.remove(other)


def _take_out_boxes(drawing: _Element) -> None:
    """Put the text boxes of a drawing beside it: within it, only pictures are looked for."""
    boxes = [box for box in drawing.iter(f"{WORD}txbxContent") if not _is_boxed(box, drawing)]
    parent = drawing.getparent()
    if boxes and parent is not None:
        beside = etree.Element(f"{WORD}pict")
        beside.extend(boxes)
        parent.insert(parent.index(drawing) + 1, beside)


def _is_boxed(box: _Element, drawing: _Element) -> bool:
    above = box.getparent()
    while above is not None and above is not drawing:
        if above.tag == f"{WORD}txbxContent":
            return True
        above = above.getparent()
    return False


def _write_out(formula: _Element) -> None:
    """Write what only its place says of a number in a formula: ½ must not become 12, nor 10⁶ become 106."""
    if formula.tag == f"{_MATHS}f":
        below = formula.find(f"{_MATHS}den")
        if below is not None:
            formula.insert(formula.index(below), _run(WORD, "t", "/"))
        return
    for run in formula.iter(f"{_MATHS}r"):
        properties = etree.Element(f"{WORD}rPr")
        shift = "superscript" if formula.tag == f"{_MATHS}sup" else "subscript"
        etree.SubElement(properties, f"{WORD}vertAlign").set(f"{WORD}val", shift)
        run.insert(0, properties)


def _part_field(field: _Element) -> None:
    """Write a field that is one element as one of several, of which mammoth knows links and takes the text."""
    for sign, place in (("begin", 0), ("separate", 1), ("end", len(field) + 2)):
        run = etree.Element(f"{WORD}r")
        etree.SubElement(run, f"{WORD}fldChar").set(f"{WORD}fldCharType", sign)
        field.insert(place, run)
    field.insert(1, _run(WORD, "instrText", field.get(f"{WORD}instr", "")))


def _run(space: str, name: str, text: str) -> _Element:
    run = etree.Element(f"{WORD}r")
    etree.SubElement(run, f"{space}{name}").text = text
    return run


def _says(element: _Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(*_TEXTS)).strip()


def _unwrap(element: _Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = [*element]
