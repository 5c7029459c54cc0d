"""Reading entries: files of the content as forms."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from plugins.authoring.yaml_document import YamlDocument, parse_yaml
from plugins.core.diagnostics import has_errors
from plugins.editor.forms import form_of
from plugins.editor.places import FormEntry, Places
from plugins.editor.refusals import RefusedError
from plugins.editor.source_text import Source, taken_apart


class Opened(Struct, frozen=True):
    """A file taken apart, what its YAML means, and its form."""

    file: Path
    source: Source
    value: Any
    fields: dict[str, Any]
    text: str

    @property
    def body(self) -> str:
        """The body, as the form has it."""
        return self.source.prose


def opened(places: Places, entry: FormEntry) -> Opened | None:
    """Open the file of an entry; None where there is none. Raises RefusedError for one that no form can show."""
    file = places.file(entry)
    if file is None:
        return None
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise RefusedError("unreadable", path=entry.path, line="1") from None
    return read(places, entry, file, text)


def read(places: Places, entry: FormEntry, file: Path, text: str) -> Opened:
    """Read the text of an entry; raises RefusedError for one that no form can show."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    source = taken_apart(text) if entry.is_document else Source(mark, text.removeprefix(mark), "", "")
    if source is None:
        raise RefusedError("unreadable", path=entry.path, line="1")
    document = parse_yaml(entry.path, source.yaml, source.head.count("\n") + 1)
    if has_errors(document.diagnostics) or not isinstance(document.value, dict | None):
        raise RefusedError("unreadable", path=entry.path, line=_first_faulty_line(document))
    value = {entry.wrapped: document.value or {}} if entry.wrapped else document.value or {}
    fields = form_of(entry.shape(places.languages), value) or {}
    return Opened(file, source, value, fields, text)


def _first_faulty_line(document: YamlDocument) -> str:
    faults = [diagnostic for diagnostic in document.diagnostics if diagnostic.is_error]
    return str(faults[0].place.line) if faults else "1"
