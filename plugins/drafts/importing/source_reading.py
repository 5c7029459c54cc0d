"""What a file is, told from its first bytes, and who reads it."""

import re
from pathlib import Path

from plugins.core.encodings import decoded
from plugins.drafts.importing.blocks import Imported
from plugins.drafts.importing.refusals import RefusalError

MOST_BYTES = 60_000_000
"""Of one file."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Office programs begin, and new ones with a password."""
_OLD_TEXT = {b"{\\rtf": "rtf"}
_POST = re.compile(r"---[ \t]*\r?\n|(?:[A-Za-z][\w-]*:[ \t]?.*\r?\n)+\r?\n")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|table|section)\b", re.IGNORECASE)
_MARKDOWN = frozenset({"md", "markdown", "mkd", "mdown", "txt"})


def read_source(file: Path) -> Imported:
    """Read a file of any kind that is known; raises RefusalError for one that cannot be brought in."""
    try:
        if not file.is_file():
            raise RefusalError("IMP002")
        if file.stat().st_size > MOST_BYTES:
            raise RefusalError("IMP005")
        data = file.read_bytes()
    except OSError as error:
        raise RefusalError("IMP002") from error
    return read_bytes(data, file.name, file)


def read_bytes(data: bytes, name: str, file: Path | None = None) -> Imported:
    """Read a source that has been read or uploaded; `file` is where others may lie beside it."""
    if len(data) > MOST_BYTES:
        raise RefusalError("IMP005")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise RefusalError("IMP004")
    try:
        read = _read(data, name, file)
    except RecursionError as error:  # elements within one another by the hundred are nobody's text
        raise RefusalError("IMP002") from error
    if not read.title and not read.blocks and not (read.markdown or "").strip():
        raise RefusalError("IMP004")
    return read


def _read(data: bytes, name: str, file: Path | None) -> Imported:
    if data.startswith(b"PK"):
        from plugins.drafts.importing.docx_reading import read_docx

        return read_docx(data)
    if b"%PDF-" in data[:1024]:
        from plugins.drafts.importing.pdf_reading import read_pdf

        return read_pdf(data)
    if data.startswith(_COMPOUND):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise RefusalError("IMP003" if locked else "IMP001", **({} if locked else {"filetype": "doc"}))
    if found := next((kind for start, kind in _OLD_TEXT.items() if data.startswith(start)), ""):
        raise RefusalError("IMP001", filetype=found)
    ending = name.rpartition(".")[2].casefold()
    text = decoded(data)
    if "\0" in text[:100_000]:
        raise RefusalError("IMP001", filetype="binary")
    if ending in _MARKDOWN or _POST.match(text.lstrip("\ufeff")):
        from plugins.drafts.importing.posts import read_post

        return read_post(text, name)
    if _HTML.search(data[:200_000]) or ending in {"html", "htm", "xhtml"}:
        from plugins.drafts.importing.web_page import read_page

        return read_page(data, file)
    raise RefusalError(
        "IMP002" if ending in {"docx", "pdf"} else "IMP001",
        **({} if ending in {"docx", "pdf"} else {"filetype": "unknown"}),
    )
