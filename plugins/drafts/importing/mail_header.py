"""The header of a mail in which minutes were sent: who sent it and when is nothing of the meeting."""

import re
from collections.abc import Sequence

from msgspec import Struct

from plugins.drafts.importing.blocks import ImportedBlock, text_in
from plugins.drafts.importing.runs import text_of

_SENDERS = ("lähettäjä", "keneltä", "från", "avsändare", "from")
_OTHERS = (
    "lähetetty", "päivämäärä", "päiväys", "päivä", "pvm", "vastaanottaja", "vastaanottajat", "kenelle", "kopio",
    "piilokopio", "liitteet", "liite", "skickat", "datum", "till", "mottagare", "kopia", "hemlig kopia", "bilagor",
    "bilaga", "sent", "date", "to", "cc", "bcc", "reply-to", "attachments", "importance", "tärkeys", "prioritet",
)  # fmt: skip
_SUBJECTS = ("aihe", "otsikko", "ämne", "ärende", "subject")
_FIELD = re.compile(rf"\s*({'|'.join((*_SENDERS, *_OTHERS, *_SUBJECTS))})\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_ANSWER = re.compile(r"(?:\s*(?:re|vs|sv|fw|fwd|vl|vb)\s*:)+\s*", re.IGNORECASE)
_NEAR = 3
"""Blocks before which a header begins."""


class Mail(Struct, frozen=True):
    """A text that was sent: its header as it stood, its subject, and what it says."""

    header: tuple[ImportedBlock, ...]
    subject: str
    body: tuple[ImportedBlock, ...]


def parted_mail(blocks: Sequence[ImportedBlock]) -> Mail:
    """Part a mail into header and body; without a sender and a subject there is no header."""
    for start in range(min(_NEAR, len(blocks))):
        end = start
        header: list[tuple[str, str]] = []
        while end < len(blocks) and (fields := _fields(blocks[end])):
            header += fields
            end += 1
        names = {name for name, _ in header}
        subject = next((value for name, value in header if name in _SUBJECTS), "")
        if names & {*_SENDERS} and subject:
            return Mail(tuple(blocks[:end]), _ANSWER.sub("", subject, count=1), tuple(blocks[end:]))
    return Mail((), "", tuple(blocks))


def _fields(block: ImportedBlock) -> list[tuple[str, str]]:
    """Read the fields of a block of which every line or row is one; of any other nothing."""
    if block.kind == "table":
        texts = [f"{text_in(row[0]).rstrip(' :')}: {' '.join(map(text_in, row[1:]))}" for row in block.rows if row]
    elif block.kind in {"paragraph", "heading"}:
        texts = [text_of(line).replace("\t", " ") for line in block.lines]
    else:
        return []
    matches = [_FIELD.match(text) for text in texts]
    return [(match[1].casefold(), match[2].strip()) for match in matches if match] if all(matches) else []
