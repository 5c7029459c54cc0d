"""The clock: the one place that reads it. Everything else is told what time it is."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from plugins.core.dates import When


def moment(given: str | None, zone: ZoneInfo) -> datetime:
    """Return the moment to build for: the given one (ISO 8601, local or with an offset), else now. Aware.

    Raises ValueError when the text is no moment.
    """
    if given is None:
        return datetime.now(UTC).astimezone(zone)
    parsed = datetime.fromisoformat(given)
    if parsed.tzinfo is not None:
        return parsed.astimezone(zone)
    return When(parsed.year, parsed.month, parsed.day, parsed.hour, parsed.minute).starts(zone)
