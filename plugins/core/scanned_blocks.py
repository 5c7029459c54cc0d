"""What a scan found on pages of the CMS: written as JSON by the scan, read by the workbench."""

from enum import StrEnum

import msgspec
from msgspec import Struct


class ScanState(StrEnum):
    """What is to be said of a block on a page, or of a page."""

    CURRENT = "current"
    CHANGED_BY_CMS = "changed-by-cms"
    """Current: the text is the site's but for what the CMS has added to it."""
    WITHOUT_HEADING = "without-heading"
    """Current: the block's heading is gone, and the page's own title says the same."""
    STALE = "stale"
    EDITED = "edited"
    DAMAGED = "damaged"
    MISSING = "missing"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


FINE = frozenset({ScanState.CURRENT, ScanState.CHANGED_BY_CMS, ScanState.WITHOUT_HEADING})
"""States in which nobody has to do anything."""


class ChangedWords(Struct, frozen=True):
    """Words in a row: `same`, `gone` (on the page only) or `new` (on the site only)."""

    run: str
    text: str


class ScannedBlock(Struct, frozen=True):
    """One block on one page; of a page that could not be read `block` may be empty."""

    page: str
    """The page's address, or the name of a saved file."""
    state: ScanState
    needs_editor: bool
    block: str = ""
    language: str = ""
    profile: str = ""
    title: str = ""
    v: str = ""
    """The version that the source link names."""
    edit: str = ""
    """The address of the page's edit form in the CMS; empty where the page does not tell it."""
    reasons: tuple[str, ...] = ()
    """Keys of sentences that say why; or the status with which a server answered."""
    behind: int | None = 0
    """How many versions have followed; None where the version is not known."""
    since: str = ""
    """The day since when it is behind (ISO 8601); empty where that is not known."""
    changes: tuple[ChangedWords, ...] = ()
    links_gone: tuple[str, ...] = ()
    links_new: tuple[str, ...] = ()
    replacement: str = ""
    """The HTML to put in its place; empty where nothing is to be replaced, or there is nothing to replace it by."""


class ScannedPlacement(Struct, frozen=True):
    """A place where a block stands and which placements.yaml does not name."""

    block: str
    url: str
    lang: str
    profile: str


class ScanReport(Struct, frozen=True):
    """The findings of one scan."""

    site: str
    """The address of the site whose blocks were looked for."""
    scanned: str
    """The moment of the scan (ISO 8601)."""
    blocks: tuple[ScannedBlock, ...]
    placements: tuple[ScannedPlacement, ...] = ()
    """What placements.yaml may be completed with; only from `--find`."""


def report_bytes(report: ScanReport) -> bytes:
    """A report as JSON, indented; keys are the same in every language."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def read_report(data: bytes) -> ScanReport | None:
    """The report in a file; None where it is none."""
    try:
        return msgspec.json.decode(data, type=ScanReport)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
