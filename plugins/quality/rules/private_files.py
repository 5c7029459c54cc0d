"""Attachments hold no personal data but what somebody has meant to publish."""

from collections.abc import Iterable, Iterator

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Trace, Version
from plugins.core.index import SiteIndex
from plugins.quality.rules.attachments import attached
from plugins.quality.rules.emails import is_private, public_emails
from plugins.quality.rules.personal_data import CODES

_PARTS = {"text": "file", "properties": "properties"}


def personal_data_in_files(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find traces of personal data in attachments (PRV001-PRV007), and attachments that cannot be read (PRV008).

    Each is told where a text names the file; the text's `privacy_ok` answers for the file too. In a file that no text
    uses only identity codes matter.
    """
    suspect = {path: file.traces for path, file in index.files.items() if file.traces}
    if not suspect:
        return
    known = public_emails(index)
    used: set[str] = set()
    for version in index.by_source.values():
        for path, place in attached(version):
            used.add(path)
            yield from _told(path, place, _open(suspect.get(path, ()), version, known))
    for path in suspect.keys() - used:
        yield from _told(path, Place(path), [trace for trace in suspect[path] if trace.kind == "identity"])


def _open(traces: Iterable[Trace], version: Version, known: frozenset[str]) -> Iterator[Trace]:
    """Keep the traces that nobody has answered for."""
    for trace in traces:
        if trace.kind not in version.privacy_ok and (trace.kind != "email" or is_private(trace.email, known)):
            yield trace


def _told(path: str, place: Place, traces: Iterable[Trace]) -> Iterator[Diagnostic]:
    for kind, part in dict.fromkeys((trace.kind, trace.part) for trace in traces):
        if kind == "location":
            yield diagnostic("PRV007", place, target=path)
        elif kind == "unread":
            yield diagnostic("PRV008", place, target=path)
        else:
            yield diagnostic(CODES[kind], place, where=f"{_PARTS[part]}:{path}")
