"""Dates: as precise as known, in local time, written as each language writes them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from plugins.core.dates import When, date_and_time, date_range, long_date, short_date, time_range
from plugins.core.languages import LANGUAGES, collation_key
from plugins.engine.clock import moment

HELSINKI = ZoneInfo("Europe/Helsinki")
FI, SV, EN = (LANGUAGES[code] for code in ("fi", "sv", "en"))
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("when", "utc"),
    [
        (When(2026, 2, 16), "2026-02-15T22:00"),
        (When(2026, 7, 1, 9, 0), "2026-07-01T06:00"),
        (When(2026, 3, 29, 3, 30), "2026-03-29T01:30"),  # does not exist: moves forward
        (When(2026, 10, 25, 3, 30), "2026-10-25T00:30"),  # exists twice: the first
        (When(2026, 2), "2026-01-31T22:00"),
        (When(2026), "2025-12-31T22:00"),
    ],
)
def test_first_moment(when: When, utc: str) -> None:
    assert when.starts(HELSINKI).astimezone(UTC) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "utc"),
    [
        (When(2026, 12, 31), "2026-12-31T22:00"),
        (When(2026, 3, 29), "2026-03-29T21:00"),  # a day of 23 hours
        (When(2026, 12), "2026-12-31T22:00"),
        (When(2026, 2), "2026-02-28T22:00"),
        (When(2026), "2026-12-31T22:00"),
        (When(2026, 12, 31, 12, 0), "2026-12-31T10:00"),
    ],
)
def test_moment_after(when: When, utc: str) -> None:
    assert when.ends(HELSINKI).astimezone(UTC) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "utc"),
    [
        ("2031-06-01T12:00", "2031-06-01T09:00"),
        ("2031-06-01T12:00+02:00", "2031-06-01T10:00"),
        ("2031-06-01T12:00Z", "2031-06-01T12:00"),
        ("2031-06-01", "2031-05-31T21:00"),
        ("2026-03-29T03:30", "2026-03-29T01:30"),  # does not exist: moves forward
        ("2026-10-25T03:30", "2026-10-25T00:30"),  # exists twice: the first
    ],
)
def test_now_is_local_or_has_an_offset(given: str, utc: str) -> None:
    assert moment(given, HELSINKI).astimezone(UTC) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_dates_in_words() -> None:
    day = When(2026, 3, 12, 9, 5)
    assert [short_date(day, one) for one in (FI, SV, EN)] == ["12.3.2026", "12.3.2026", "12 March 2026"]
    assert [long_date(day, one) for one in (FI, SV)] == ["12. maaliskuuta 2026", "12 mars 2026"]
    assert [long_date(When(2026, 2), one) for one in (FI, SV, EN)] == [
        "helmikuu 2026",
        "februari 2026",
        "February 2026",
    ]
    assert date_and_time(day, FI) == f"12. maaliskuuta 2026 klo{NBSP}9.05"
    assert date_and_time(day, SV) == f"12 mars 2026 kl.{NBSP}9.05"


def test_ranges_in_words() -> None:
    start, end = When(2031, 5, 14, 10, 0), When(2031, 5, 14, 12, 30)
    assert time_range(start, end, FI) == f"14. toukokuuta 2031 klo{NBSP}10.00–12.30"
    assert time_range(start, None, SV) == f"14 maj 2031 kl.{NBSP}10.00"
    assert time_range(When(2031, 5, 14), When(2031, 5, 15), FI) == "14.–15. toukokuuta 2031"
    assert date_range(When(2026, 2), When(2026, 11), FI) == "helmikuu–marraskuu 2026"
    assert date_range(When(2026, 2), None, SV) == "februari 2026–"
    assert date_range(When(2025, 12), When(2026, 1), SV) == "december 2025 – januari 2026"
    assert date_range(When(2025), When(2027), FI) == "2025–2027"
    assert date_range(None, None, FI) == ""


def test_names_sort_as_readers_expect() -> None:
    names = ["Öster", "Zeta", "Åbo", "Ärla", "adam", "Éva", "Bo"]
    assert sorted(names, key=lambda one: collation_key(one, SV)) == [
        "adam",
        "Bo",
        "Éva",
        "Zeta",
        "Åbo",
        "Ärla",
        "Öster",
    ]
