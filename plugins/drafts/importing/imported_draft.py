"""From what was read of a source to the files of a draft, and to what is told of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.addresses import slugify
from plugins.core.dates import When
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import DocumentType
from plugins.drafts.draft import DATED, proposed_key, yaml_text
from plugins.drafts.importing.agenda import with_items, with_lists
from plugins.drafts.importing.blocks import Imported, ImportedBlock, plain_paragraph, text_in
from plugins.drafts.importing.front_matter import front_matter
from plugins.drafts.importing.language_guess import guessed_language
from plugins.drafts.importing.layout_tables import without_layout
from plugins.drafts.importing.mail_header import parted_mail
from plugins.drafts.importing.markdown_writing import markdown, with_levels
from plugins.drafts.importing.meeting import Meeting
from plugins.drafts.importing.meeting_reading import MeetingReader
from plugins.drafts.importing.meeting_words import kind_of
from plugins.drafts.importing.picture_files import PictureFiles
from plugins.drafts.importing.resolutions import ResolutionReader
from plugins.drafts.importing.titles import taken_title
from plugins.drafts.new_files import NewFile


class Wish(Struct, frozen=True):
    """What the user said of the drafts to be; an empty text where it is to be found out."""

    type: str = ""
    projects: tuple[str, ...] = ()
    language: str = ""
    key: str = ""


class ImportedDraft(Struct, frozen=True):
    """A draft that is not written yet: its type, KEY and language, its files, and what is told of them."""

    type: DocumentType
    key: str
    language: str
    files: tuple[NewFile, ...]
    findings: tuple[Diagnostic, ...]


class _Text(Struct, frozen=True):
    """A body with its title, and the facts where it is of a meeting."""

    title: str
    blocks: tuple[ImportedBlock, ...]
    meeting: Meeting | None


def imported_draft(read: Imported, name: str, wish: Wish, languages: Sequence[str], now: datetime) -> ImportedDraft:
    """Make a draft of what was read of the file `name`; `now` is the local time."""
    everything = text_in(read.blocks) + " " + (read.markdown or "")
    language = wish.language or guessed_language(everything, languages, read.language)
    text = _understood(read, name, wish.type)
    kind = DocumentType(wish.type) if wish.type else DocumentType.MEETINGS if text.meeting else DocumentType.NEWS
    today = When(now.year, now.month, now.day)
    fields = dict(read.front)
    date, is_assumed = _date(read, text.meeting, today)
    title = fields.pop("title", "") or yaml_text(text.title)
    key = wish.key or proposed_key([(language, text.title)], date if kind in DATED else None) or slugify(name)
    path = f"{kind}/{key}.{language}.md"
    pictures = PictureFiles(read, key)
    body = _body(read, text, pictures)
    if kind in DATED:
        fields["date"] = date.iso
        fields["project"] = f"[{', '.join(wish.projects)}]" if len(wish.projects) > 1 else "".join(wish.projects)
    fields.pop("status", None)
    ordered = {"title": title, "date": fields.pop("date", ""), "status": "draft", "project": fields.pop("project", "")}
    rows = [(field, value) for field, value in (*ordered.items(), *fields.items()) if value]
    if text.meeting is not None and not text.meeting.sessions:
        text = replace(text, meeting=_dated(text.meeting, date))
        is_assumed = True
    front = front_matter(rows, text.meeting)
    whole = f"{front}\n{body}"
    findings = [*_findings(path, whole, read, text.meeting), *pictures.findings(path, whole)]
    if is_assumed and kind in DATED:
        line = whole.split("\n").index(f"date: {date.iso}") + 1
        findings.append(diagnostic("IMP008", Place(path, line), date=date.iso))
    return ImportedDraft(kind, key, language, (NewFile.of(path, whole), *pictures.files()), tuple(findings))


def _understood(read: Imported, name: str, wanted: str) -> _Text:
    """Take the title, and the facts of a meeting, where it is one."""
    if read.markdown is not None:
        return _Text(read.title or name, (), None)
    mail = parted_mail(read.blocks)
    title, blocks = taken_title(mail.body, mail.subject or read.title, name)
    if wanted in {"", DocumentType.MEETINGS}:
        items = with_items(without_layout(blocks))
        reader = MeetingReader(title, read.asides)
        rest = reader.read(items)
        meeting = reader.meeting
        says = bool(kind_of(title) or any(map(kind_of, read.asides)))
        if wanted or meeting.understood + 2 * says + bool(meeting.sessions) >= 3:
            local = {address: f"files/{file.name}" for address, file in read.files}
            rest = ResolutionReader(meeting, lambda address: local.get(address, "")).read(rest)
            meeting.name = meeting.name or title
            return _Text(title, tuple(with_levels((*mail.header, *rest))), meeting)
    return _Text(title, tuple(with_levels((*mail.header, *with_lists(blocks)))), None)


def _body(read: Imported, text: _Text, pictures: PictureFiles) -> str:
    body = read.markdown if read.markdown is not None else markdown(text.blocks, pictures.target)
    title_and_body = f"{text.title} {body}"
    remarks = [
        ImportedBlock("remark", plain_paragraph(aside).lines)
        for aside in read.asides
        if not _is_said(aside, title_and_body)
    ]
    return body + (f"\n{markdown(remarks, pictures.target)}" if remarks else "")


def _is_said(aside: str, text: str) -> bool:
    """Return whether all words of a page's head or foot stand in the text anyway."""
    return set(re.findall(r"\w+", aside.casefold())) <= set(re.findall(r"\w+", text.casefold()))


def _date(read: Imported, meeting: Meeting | None, today: When) -> tuple[When, bool]:
    if read.date is not None:
        return read.date, False
    if meeting is not None and meeting.sessions:
        last = meeting.sessions[-1].start
        day = When(last.year, last.month, last.day)
        return (day, False) if day.iso <= today.iso else (today, False)
    return today, True


def _dated(meeting: Meeting, date: When) -> Meeting:
    from plugins.core.facts import Session

    meeting.put_day(Session(When(date.year, date.month, date.day)))
    return meeting


def _findings(path: str, whole: str, read: Imported, meeting: Meeting | None) -> Iterator[Diagnostic]:
    lines = [_folded(line) for line in whole.split("\n")]
    for kind, text in meeting.doubts if meeting else ():
        yield diagnostic("IMP007", Place(path, _line_of(text, lines)), fact=kind, text=_cut(text))
    for text in read.dropped:
        yield diagnostic("IMP009", Place(path), text=_cut(text))
    remarks = [number for number, line in enumerate(whole.split("\n"), 1) if line.startswith("<!-- ") and len(line) > 9]
    for number in remarks:
        yield diagnostic("IMP010", Place(path, number))


def _line_of(text: str, lines: Sequence[str]) -> int:
    wanted = _folded(text)[:30]
    return next((number for number, line in enumerate(lines, 1) if wanted in line), 1)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _cut(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
