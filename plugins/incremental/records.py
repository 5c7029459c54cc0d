"""What is remembered of an output tree: a record for each file, kept beside the tree and never in it."""

import os
import pickle
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.core.diagnostics import Diagnostic
from plugins.core.pipeline import Inspection

FORMAT = f"kaiku-tree-1-{sys.version_info[0]}.{sys.version_info[1]}"


@dataclass(frozen=True)
class Record:
    """An output as it was made: by which fingerprint, with which bytes, and what others need to know of it.

    `size` is -1 when nothing was to be written. `facts` are pickled: most runs need only their digest.
    """

    fingerprint: str
    digest: str
    size: int
    modified: int
    facts: bytes
    facts_digest: str
    inspection: Inspection
    diagnostics: tuple[Diagnostic, ...]


Records = dict[str, Record]


def companion(output: Path) -> Path:
    """Give the folder beside an output tree that holds its records, lock and staging: `.output.kaiku`."""
    return output.with_name(f".{output.name}.kaiku")


def load_records(output: Path) -> Records:
    """Load the records of a tree; none when they are missing, damaged or of another program version."""
    try:
        form, records = pickle.loads((companion(output) / "records").read_bytes())
    except Exception:  # noqa: BLE001 - damage of any kind means the same: make everything anew
        return {}
    return records if form == FORMAT else {}


def save_records(output: Path, records: Mapping[str, Record]) -> None:
    """Store the records in one step, so that an interruption leaves the old ones."""
    target = companion(output) / "records"
    fresh = target.with_name("records.new")
    fresh.write_bytes(pickle.dumps((FORMAT, dict(records)), pickle.HIGHEST_PROTOCOL))
    os.replace(fresh, target)
