"""The front matter of an imported draft, in the order of the skeletons."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from plugins.core.facts import Attachment, Session
from plugins.drafts.draft import yaml_text
from plugins.drafts.importing.meeting import Meeting


def front_matter(fields: Sequence[tuple[str, str]], meeting: Meeting | None) -> str:
    """Write fields, whose values are YAML already, and the facts of a meeting."""
    lines = [f"{key}: {value}" for key, value in fields]
    if meeting is not None:
        lines += ["meeting:", *(f"  {line}" for line in _meeting(meeting))]
    return "\n".join(("---", *lines, "---")) + "\n"


def _meeting(meeting: Meeting) -> Iterator[str]:
    yield f"kind: {meeting.kind}"
    yield f"name: {yaml_text(meeting.name)}"
    if meeting.number:
        yield f"number: {yaml_text(meeting.number)}"
    yield "sessions:"
    yield from (f"  - {_session(session)}" for session in meeting.sessions)
    for key in ("place", "mode", "chair", "secretary"):
        if value := getattr(meeting, key):
            yield f"{key}: {yaml_text(value)}"
    for key, groups in (("present", meeting.present), ("absent", meeting.absent)):
        yield from _people(key, {group: people for group, people in groups.items() if people})
    if meeting.attachments:
        yield "attachments:"
        yield from (f"  - {_attachment(attachment)}" for attachment in meeting.attachments)
    if meeting.next is not None:
        yield f"next: {meeting.next.iso}"


def _session(session: Session) -> str:
    end = f", end: {session.end.iso}" if session.end else ""
    return f"{{start: {session.start.iso}{end}}}"


def _people(key: str, groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if not groups:
        return
    yield f"{key}:"
    if list(groups) == [""]:
        yield from (f"  - {yaml_text(person)}" for person in groups[""])
        return
    for group, people in groups.items():
        yield f"  {yaml_text(group)}:"
        yield from (f"    - {yaml_text(person)}" for person in people)


def _attachment(attachment: Attachment) -> str:
    where = f"file: {_in_braces(attachment.file)}" if attachment.file else f"url: {_in_braces(attachment.url)}"
    return f"{{{where}, title: {_in_braces(attachment.title)}}}"


def _in_braces(text: str) -> str:
    """Write a text where a comma or a bracket would end it."""
    return json.dumps(text, ensure_ascii=False) if re.search(r"[,\[\]{}]", text) else yaml_text(text)
