"""The forecast as text for people and as data for programs, and the command `upcoming`, which writes it out."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from plugins.core.dates import When, clock_time, long_date, short_date, time_range
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.publishing.announcements import Voice
from plugins.publishing.forecast import Forecast, VisibilityChange, forecast

Words = Callable[..., str]
"""Returns a message by its key and values."""

_LACKS = {
    "absent": "lack-absent",
    "draft": "lack-draft",
    "withdrawn": "lack-withdrawn",
    "expired": "lack-expired",
    "scheduled": "lack-scheduled",
}


def as_text(shown: Forecast, language: str, words: Words) -> str:
    """Write the forecast: a list for each kind of thing, with dates as the language writes them."""
    tongue = LANGUAGES[language]

    def moment(when: When) -> str:
        date = short_date(when, tongue) if when.day else long_date(when, tongue)
        return f"{date} {tongue.clock}{clock_time(when, tongue)}" if when.has_time else date

    def expiry(change: VisibilityChange) -> str:
        return moment(change.when) if change.when.has_time else words("end-of-day", date=moment(change.when))

    lists: dict[str, list[tuple[str, str, str]]] = {
        "publications": [
            (moment(publication.when), publication.version.title, publication.version.source)
            for publication in shown.publications
        ],
        "withdrawals": [
            (expiry(withdrawal), withdrawal.version.title, withdrawal.version.source)
            for withdrawal in shown.withdrawals
        ],
        "meetings": [
            (time_range(meeting.start, meeting.end, tongue), meeting.name, meeting.version.source)
            for meeting in shown.meetings
        ],
        "milestones": [(moment(step.start), step.name, step.version.source) for step in shown.steps],
        "lacks": [
            (lack.language, words(_LACKS[lack.reason]), f"{lack.version.title}, {lack.version.source}")
            for lack in shown.lacks
        ],
    }
    day = (shown.until - timedelta(seconds=1)).date()
    parts = [words("upcoming", date=short_date(When(day.year, day.month, day.day), tongue))]
    for key, rows in lists.items():
        if rows:
            parts += ["", words(key), *_columns(rows)]
    return "\n".join(parts if len(parts) > 1 else [*parts, "", words("uneventful")]) + "\n"


def as_data(shown: Forecast) -> dict[str, Any]:
    """Return the forecast for JSON: moments by ISO 8601 with their offset, dates no more precise than known."""
    return {
        "from": shown.since.isoformat(timespec="seconds"),
        "until": shown.until.isoformat(timespec="seconds"),
        "publications": [_change(publication) for publication in shown.publications],
        "withdrawals": [_change(withdrawal) for withdrawal in shown.withdrawals],
        "meetings": [
            {
                "start": meeting.start.iso,
                "end": meeting.end.iso if meeting.end else None,
                "name": meeting.name,
                **_version(meeting.version),
            }
            for meeting in shown.meetings
        ],
        "milestones": [{"date": step.start.iso, "text": step.name, **_version(step.version)} for step in shown.steps],
        "lacks": [
            {"lang": lack.language, "lack": lack.reason, "there": _version(lack.version)} for lack in shown.lacks
        ],
    }


def _change(change: VisibilityChange) -> dict[str, str]:
    return {"at": change.at.isoformat(timespec="seconds"), **_version(change.version)}


def _version(version: Version) -> dict[str, str]:
    return {"key": version.key, "lang": version.language, "title": version.title, "source": version.source}


def _columns(rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for first, second, third in rows:
        yield f"  {first:<{widths[0]}}  {second:<{widths[1]}}  {third}"


def upcoming(index: SiteIndex, days: int, language: str, form: str) -> int:
    """Write what is to come, as JSON when the form is `json`; give the exit code."""
    shown = forecast(index, days)
    if form == "json":
        sys.stdout.write(json.dumps(as_data(shown), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(as_text(shown, language, Voice(language, sys.stdout).text))
    return 0
