"""What readers may see, to the minute."""

from datetime import datetime

import pytest

from plugins.core.arrangement import Visibility, visibility
from plugins.core.dates import When
from plugins.core.documents import Body, DocumentType, Status, Version
from plugins.core.site import Localized, Site

SITE = Site(name=Localized(common="Koe"), languages=("fi", "sv"))


def judged(now: str, date: When, expires: When | None = None, status: Status = Status.PUBLISHED) -> Visibility:
    version = Version(
        "a", DocumentType.NEWS, "fi", "news/a.fi.md", "A", "a", Body("", 0), date=date, expires=expires, status=status
    )
    return visibility(version, SITE, datetime.fromisoformat(now).replace(tzinfo=SITE.zone))


@pytest.mark.parametrize(
    ("now", "date", "expires", "expected"),
    [
        ("2026-02-15T23:59", When(2026, 2, 16), None, Visibility.SCHEDULED),
        ("2026-02-16T00:00", When(2026, 2, 16), None, Visibility.PUBLISHED),
        ("2026-02-16T08:59", When(2026, 2, 16, 9, 0), None, Visibility.SCHEDULED),
        ("2026-12-31T23:59", When(2026, 2, 16), When(2026, 12, 31), Visibility.PUBLISHED),
        ("2027-01-01T00:00", When(2026, 2, 16), When(2026, 12, 31), Visibility.EXPIRED),
        ("2026-12-31T12:00", When(2026, 2, 16), When(2026, 12, 31, 12, 0), Visibility.EXPIRED),
    ],
)
def test_borders(now: str, date: When, expires: When | None, expected: Visibility) -> None:
    assert judged(now, date, expires) is expected


def test_status_goes_before_time() -> None:
    assert judged("2026-03-01T00:00", When(2026, 2, 16), status=Status.DRAFT) is Visibility.DRAFT
    assert judged("2026-03-01T00:00", When(2026, 4, 1), status=Status.WITHDRAWN) is Visibility.WITHDRAWN
