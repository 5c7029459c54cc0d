"""The text of attachments: PDF, Office and OpenDocument files, and plain text, within bounds of time and memory."""

import html
import logging
import re
from pathlib import Path
from typing import NamedTuple

from plugins.core.packages import PackageError, parts

MOST_BYTES = 60_000_000
"""More text than this in a document is an attack or an accident."""
MOST_PAGES = 1_000
_PLAIN = (".txt", ".csv", ".tsv", ".md", ".html", ".htm", ".rtf", ".json", ".xml", ".ics", ".vcf", ".srt", ".vtt")
_ZIPPED = (".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".pptm", ".odt", ".ods", ".odp", ".epub")
_OLD = (".doc", ".xls", ".ppt")
_PROPERTIES = ("docprops/", "meta.xml")
_BREAKS = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|p|c|v|si|row|div|li|td|h\d|[a-z]+:[a-zA-Z]+ *)>|<(?:w:br|w:tab|text:tab)\b"
)
_RUN_ENDS = re.compile(r"</(?:w|a|text):(?:r|t|span|rPr)>")
_TAG = re.compile(r"<[^<>]*>")


class FileText(NamedTuple):
    """The text of a file and the text of its properties."""

    text: str
    properties: str = ""


class UnreadableError(Exception):
    """The file is of a kind that holds text, but the text cannot be had."""


def file_text(file: Path) -> FileText:
    """Return the text of a file, empty for kinds that hold none; raises UnreadableError."""
    suffix = file.suffix.casefold()
    if suffix in _OLD or (suffix in (".pdf", *_ZIPPED, *_PLAIN) and file.stat().st_size > MOST_BYTES):
        raise UnreadableError
    if suffix == ".pdf":
        return _of_pdf(file)
    if suffix in _ZIPPED:
        return _of_zipped(file)
    if suffix in _PLAIN:
        return FileText(file.read_bytes().decode("utf-8", "replace"))
    return FileText("")


def _of_pdf(file: Path) -> FileText:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(file, strict=False)
        properties = "\n".join(str(value) for value in (reader.metadata or {}).values())
        pages = [page.extract_text() for page, _ in zip(reader.pages, range(MOST_PAGES), strict=False)]
    except Exception as error:  # PDF readers fail in every way that a damaged file can think of
        raise UnreadableError from error
    return FileText("\n".join(pages), properties)


def _of_zipped(file: Path) -> FileText:
    """Read the XML of a package without parsing it: entities that unfold without end stay as they are."""
    texts: dict[bool, list[str]] = {True: [], False: []}
    try:
        for name, data in parts(file, MOST_BYTES, _is_text):
            texts[name.casefold().startswith(_PROPERTIES)].append(_plain(data.decode("utf-8", "replace")))
    except PackageError as error:
        raise UnreadableError from error
    return FileText("\n".join(texts[False]), "\n".join(texts[True]))


def _is_text(name: str) -> bool:
    return name.casefold().endswith((".xml", ".xhtml", ".html"))


def _plain(xml: str) -> str:
    """Return the text between tags; the runs of one paragraph are joined, as they are on paper."""
    joined = _RUN_ENDS.sub("", xml)
    return html.unescape(_TAG.sub("", _BREAKS.sub(lambda found: "\n" + found[0], joined)))
