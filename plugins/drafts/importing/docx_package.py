"""The package of a Word file: opened with care, and brought into the form that mammoth reads whole."""

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element

from plugins.core.packages import LargePackageError, LockedPackageError, PackageError, parts
from plugins.drafts.importing.docx_elements import make_readable
from plugins.drafts.importing.numbers import NUMBER_END, NUMBER_START, WORD, Numbering
from plugins.drafts.importing.refusals import RefusalError
from plugins.drafts.importing.runs import clean

MOST_BYTES = 200_000_000
"""Of all parts together, unpacked: a package that says more is made to fill the memory."""
MOST_XML = 40_000_000
"""Bytes of one part of text."""

_MAIN = "word/document.xml"
_DROPPED = ("del", "moveFrom")
_BESIDE = ("footnotes", "endnotes", "comments")
"""The parts of text that belong to places in the main one."""
_MARGINS = ("word/header", "word/footer")


class DocxPackage:
    """The parts of one file; raises RefusalError for what is no Word file or would be too large."""

    def __init__(self, data: bytes) -> None:
        """Unpack what is needed."""
        self._parts = _unpacked(data)
        self._main = _main_part(self._parts)
        self.dropped: list[str] = []
        """What tracked changes have struck out."""

    def prepared(self) -> bytes:
        """Return the package with numbers as text, and without what was struck out."""
        document = _parsed(self._parts[self._main])
        folder = self._main.rpartition("/")[0]
        numbering = Numbering(self._tree(f"{folder}/numbering.xml"), self._tree(f"{folder}/styles.xml"))
        self._make_readable(document)
        for paragraph in document.iter(f"{WORD}p"):
            if number := numbering.number(paragraph):
                _begin(paragraph, f"{NUMBER_START}{number}{NUMBER_END}")
        prepared = {**self._parts, self._main: _written(document)}
        for name in (f"{folder}/{stem}.xml" for stem in _BESIDE):
            if (beside := self._tree(name)) is not None:
                self._make_readable(beside)
                prepared[name] = _written(beside)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as package:
            for name, part in prepared.items():
                package.writestr(name, part)
        return stream.getvalue()

    def asides(self) -> tuple[str, ...]:
        """List the lines of the pages' heads and feet, each once."""
        lines: dict[str, None] = {}
        for name in sorted(self._parts):
            if name.startswith(_MARGINS) and name.endswith(".xml"):
                for paragraph in _parsed(self._parts[name]).iter(f"{WORD}p"):
                    if text := clean(_text(paragraph)).strip():
                        lines[text] = None
        return tuple(lines)

    def title(self) -> str:
        """Return the title that the file's properties name."""
        found = self._tree("docProps/core.xml")
        title = found.find("{http://purl.org/dc/elements/1.1/}title") if found is not None else None
        return clean(title.text or "").strip() if title is not None else ""

    def _tree(self, name: str) -> _Element | None:
        return _parsed(self._parts[name]) if name in self._parts else None

    def _make_readable(self, part: _Element) -> None:
        self._strike_out(part)
        _accept_moves(part)
        make_readable(part)

    def _strike_out(self, document: _Element) -> None:
        for name in _DROPPED:
            for element in [*document.iter(f"{WORD}{name}")]:
                if name == "del" and (text := clean(_text(element)).strip()):
                    self.dropped.append(text)
                parent = element.getparent()
                if parent is not None and parent.tag != f"{WORD}rPr":
                    parent.remove(element)


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        found = {name.lstrip("/"): part for name, part in parts(io.BytesIO(data), MOST_BYTES, lambda _: True)}
    except LockedPackageError as error:
        raise RefusalError("IMP003") from error
    except LargePackageError as error:
        raise RefusalError("IMP005") from error
    except PackageError as error:
        raise RefusalError("IMP002") from error
    if any(name.endswith((".xml", ".rels")) and len(part) > MOST_XML for name, part in found.items()):
        raise RefusalError("IMP005")
    return found


def _main_part(found: Mapping[str, bytes]) -> str:
    if _MAIN in found:
        return _MAIN
    relations = _parsed(found["_rels/.rels"]) if "_rels/.rels" in found else None
    for relation in relations if relations is not None else ():
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            name = str(relation.get("Target", "")).lstrip("/")
            if name in found and name.startswith("word"):
                return name
    raise RefusalError("IMP001", filetype="zip")


def _parsed(part: bytes) -> _Element:
    # No entity is expanded and nothing fetched: a document has no need of them.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        tree = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise RefusalError("IMP002") from error
    if b"<!DOCTYPE" in part[:2000]:
        raise RefusalError("IMP002")
    return tree


def _written(part: _Element) -> bytes:
    return etree.tostring(part, encoding="UTF-8", xml_declaration=True)


def _accept_moves(document: _Element) -> None:
    """Keep what was moved where it now stands: mammoth reads insertions, and not these."""
    for element in [*document.iter(f"{WORD}moveTo")]:
        element.tag = f"{WORD}ins"


def _begin(paragraph: _Element, text: str) -> None:
    run = etree.Element(f"{WORD}r")
    etree.SubElement(run, f"{WORD}t").text = text
    first = paragraph.find(f"{WORD}pPr")
    paragraph.insert(0 if first is None else paragraph.index(first) + 1, run)


def _text(element: _Element) -> str:
    return "".join(_texts(element))


def _texts(element: _Element) -> Iterator[str]:
    for piece in element.iter(f"{WORD}t", f"{WORD}delText", f"{WORD}tab", f"{WORD}br"):
        yield (piece.text or "") if piece.tag in {f"{WORD}t", f"{WORD}delText"} else " "
