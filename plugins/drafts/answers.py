"""Answers: what may be said of a new document, judged against the site and its content."""

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from plugins.core.dates import When
from plugins.core.document_blocks import SUMMARY
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.portable_names import is_portable
from plugins.core.suggestions import nearest

NO_VERSION = "-"
"""As a title: there will be no version in this language, for now."""

_KEY = re.compile(r"[a-z0-9-]+").fullmatch
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2})[:.](\d{2}))?").fullmatch
_FINNISH = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})").fullmatch


class MisfitError(Exception):
    """An answer that does not do: the key of what is said of it, and the values that this names."""

    def __init__(self, key: str, **values: str) -> None:
        """Keep the parts; the message is put together in the language of the user."""
        super().__init__(key, values)
        self.key = key
        self.values: Mapping[str, str] = values


class Judge(Struct, frozen=True):
    """Makes values of answers; raises MisfitError for those that do not do."""

    index: SiteIndex

    @property
    def projects(self) -> tuple[str, ...]:
        """The KEYs of the site's projects, of those too whose files have faults."""
        known = {document.key for document in self.index.documents if document.type is DocumentType.PROJECTS}
        return tuple(sorted(known | {key for folder, key in self._unread() if folder == DocumentType.PROJECTS}))

    def type(self, answer: str) -> DocumentType:
        """Read a type."""
        if answer not in tuple(DocumentType):
            raise MisfitError(
                "unknown-type", said=answer, known=", ".join(DocumentType), near=_near(answer, DocumentType)
            )
        return DocumentType(answer)

    def project(self, answer: str) -> tuple[str, ...]:
        """Read one project or several with commas between them."""
        keys = tuple(dict.fromkeys(key.strip() for key in answer.split(",") if key.strip()))
        if not self.projects:
            raise MisfitError("no-projects")
        for key in keys or ("",):
            if key not in self.projects:
                known = ", ".join(self.projects)
                raise MisfitError("unknown-project", said=key, known=known, near=_near(key, self.projects))
        return keys

    def title(self, answer: str) -> str:
        """Read a title; empty when there is to be no version in the language."""
        title = " ".join(answer.split())
        if not title:
            raise MisfitError("empty")
        return "" if title == NO_VERSION else title

    def date(self, answer: str) -> When:
        """Read a date: ISO 8601, perhaps with a time, or as it is written in Finland."""
        iso, finnish = _ISO(answer.strip()), _FINNISH(answer.strip())
        numbers = [int(group) for group in iso.groups() if group] if iso else []
        if finnish:
            numbers = [int(group) for group in reversed(finnish.groups())]
        try:
            when = When(*numbers)
            when.starts(self.index.site.zone)
        except (TypeError, ValueError):
            raise MisfitError("bad-date", said=answer) from None
        return when

    def key(self, answer: str, kind: DocumentType, languages: Collection[str]) -> str:
        """Read a KEY that nothing else has, or that of a document which lacks its versions in some languages."""
        if not _KEY(answer):
            raise MisfitError("bad-key", said=answer)
        if not is_portable(answer):
            raise MisfitError("device-key", said=answer)
        there = self.index.by_key.get(answer)
        if there and there.type is kind and not any(there.version(code) for code in languages):
            return answer
        blocks = {block.id for block in self.index.site.blocks}
        unread = {key for _, key in self._unread()}
        known = self.index.by_key.keys() | self.index.ledger.types.keys() | blocks | unread
        if answer in known or answer.removesuffix(SUMMARY) in known or f"{answer}{SUMMARY}" in known:
            raise MisfitError("taken-key", said=answer)
        return answer

    def _unread(self) -> list[tuple[str, str]]:
        """Return the folders and KEYs of sources that are there but have faults."""
        parts = (source.partition("/") for source in self.index.unread)
        return [(folder, name.split(".")[0]) for folder, _, name in parts]


def _near(wrong: str, known: Sequence[str] | type[DocumentType]) -> str:
    return nearest(wrong, [str(name) for name in known]) or ""
