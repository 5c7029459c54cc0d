"""What came of trying addresses, kept in the cache folder with its time, so that nobody is asked too often."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from plugins.disk.replacement import put
from plugins.quality.external.tries import OK

GOOD_FOR = {True: timedelta(days=7), False: timedelta(hours=1)}
"""How long an outcome holds: one that is fine, and one that is not."""


class Outcomes:
    """A JSON file: address to time and outcome. A damaged file counts as empty."""

    def __init__(self, file: Path, now: datetime) -> None:
        """Read what is still worth something at a moment."""
        self._file = file
        self._now = now
        self._known = {address: (time, out) for address, (time, out) in _load(file).items() if self._holds(time, out)}

    def _holds(self, time: str, outcome: str) -> bool:
        age = self._now - datetime.fromisoformat(time)
        return timedelta(0) <= age < GOOD_FOR[outcome == OK]

    def known(self) -> Mapping[str, str]:
        """Return the outcomes that hold, by address."""
        return {address: outcome for address, (_, outcome) in self._known.items()}

    def keep(self, new: Mapping[str, str]) -> None:
        """Store outcomes of this moment beside those that still hold."""
        time = self._now.isoformat()
        self._known |= {address: (time, outcome) for address, outcome in new.items()}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        draft = self._file.with_suffix(".new")
        draft.write_text(json.dumps(self._known, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        put(draft, self._file)


def _load(file: Path) -> dict[str, tuple[str, str]]:
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        return {
            str(address): (datetime.fromisoformat(time).isoformat(), str(outcome))
            for address, (time, outcome) in stored.items()
            if datetime.fromisoformat(time).tzinfo
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
