"""Where the editor's entries lie on the disk: documents by KEY and language, whatever subfolder, and the settings."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from plugins.authoring.content_files import list_sources
from plugins.authoring.site_reading import read_site
from plugins.authoring.version_reading import SourceName
from plugins.core.documents import DocumentType
from plugins.editor.shapes import PLACEMENTS, RecordShape, document_shape, settings_shapes


class FormEntry(Struct, frozen=True):
    """A file as the editor calls it: `news/KEY.fi.md` for a document, its plain name for settings."""

    path: str
    type: DocumentType | None = None
    key: str = ""
    language: str = ""

    @property
    def is_document(self) -> bool:
        """Whether it is a version of a document."""
        return self.type is not None

    def shape(self, languages: tuple[str, ...]) -> RecordShape:
        """Return the shape of what it holds."""
        if self.type is not None:
            return document_shape(self.type, languages)
        return settings_shapes(languages)[self.path]

    @property
    def wrapped(self) -> str:
        """The name under which a form holds all of it; empty when it is a record itself."""
        return PLACEMENTS if self.path == "placements.yaml" else ""


class Places(Struct, frozen=True, dict=True):
    """The content folder as the editor sees it at one moment."""

    content: Path
    languages: tuple[str, ...]
    """The site's languages."""

    @classmethod
    def of(cls, content: Path) -> "Places":
        """Look at a content folder as it is now."""
        return cls(content, read_site(content, None, ()).site.languages)

    def entry(self, path: str) -> FormEntry | None:
        """Return the entry of a path; None for a path that is none."""
        if path in settings_shapes(self.languages):
            return FormEntry(path)
        folder, _, name = path.rpartition("/")
        key, _, rest = name.partition(".")
        language, _, suffix = rest.partition(".")
        if folder not in tuple(DocumentType) or suffix != "md" or language not in self.languages or not _is_key(key):
            return None
        return FormEntry(path, DocumentType(folder), key, language)

    def file(self, entry: FormEntry) -> Path | None:
        """Return the file of an entry; None when there is none."""
        if not entry.is_document:
            file = self.content / entry.path
            return file if file.is_file() else None
        return self.documents(entry.type).get((entry.key, entry.language))

    def documents(self, kind: DocumentType | None) -> dict[tuple[str, str], Path]:
        """Return the files of a type's documents by KEY and language, of two alike the first by path."""
        found: dict[tuple[str, str], Path] = {}
        for source in self._sources:
            if source.type is kind:
                found.setdefault((source.key, source.language), self.content / source.path)
        return found

    @cached_property
    def _sources(self) -> list[SourceName]:
        return list_sources(self.content, self.languages).sources

    def new_file(self, entry: FormEntry) -> Path:
        """Return where the file of an entry is to be: beside the other versions of the document."""
        if entry.type is None:
            return self.content / entry.path
        others = (path.parent for (key, _), path in self.documents(entry.type).items() if key == entry.key)
        folder = next(others, self.content / entry.type)
        return folder / f"{entry.key}.{entry.language}.md"

    def versions(self, entry: FormEntry) -> Iterator[FormEntry]:
        """Yield the entry of every language of a document, in the site's order."""
        for code in self.languages:
            yield FormEntry(f"{entry.type}/{entry.key}.{code}.md", entry.type, entry.key, code)

    def way_up(self, file: Path) -> str:
        """Return the relative way from the folder of a file to the content folder: `../`."""
        return "../" * (len(file.relative_to(self.content).parts) - 1)


def _is_key(text: str) -> bool:
    return (
        bool(text) and all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in text) and text == text.lower()
    )
