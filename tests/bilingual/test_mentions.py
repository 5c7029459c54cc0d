"""What versions mention is read alike in every language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.dates import When, date_and_time, long_date, short_date
from plugins.core.languages import LANGUAGES
from plugins.core.mentions import mentions


@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("fi", "12.3.2026", "2026-03-12"),
        ("fi", "12. maaliskuuta 2026", "2026-03-12"),
        ("sv", "den 12 mars 2026", "2026-03-12"),
        ("en", "12 March 2026", "2026-03-12"),
        ("fi", "2026-03-12", "2026-03-12"),
        ("fi", "12.3.", "--03-12"),
        ("sv", "den 12 mars", "--03-12"),
        ("fi", "2.–3.3.2026", "2026-03-02 2026-03-03"),
        ("sv", "den 2–3 mars 2026", "2026-03-02 2026-03-03"),
        ("sv", "14–15.5.2031", "2031-05-14 2031-05-15"),
        ("fi", "14.–15.5.2031", "2031-05-14 2031-05-15"),
        ("sv", "1.6–31.8.2031", "--06-01 2031-08-31"),
        ("fi", "1.6.–31.8.2031", "--06-01 2031-08-31"),
        ("fi", "klo 9.00–14.30", "t09:00 t14:30"),
        ("sv", "kl. 9–14.30", "t09:00 t14:30"),
        ("en", "at 9:00–14:30", "t09:00 t14:30"),
        ("fi", "1 200 ja 1.200 ja 1\N{NO-BREAK SPACE}200", "1200"),
        ("en", "1,200", "1200"),
        ("fi", "1,50 euroa", "1.5"),
        ("en", "1.5 euros", "1.5"),
        ("fi", "45 %, 41 vastaajaa, helmikuussa 2026", "2026 41 45"),
        ("sv", "WCAG 2.1, lag 306/2019", "2.1 2019 306"),
        ("fi", "https://example.org/2026/12 nimi9@example.org A4 kolme", ""),
        ("fi", "99.99.2026", "2026 99.99"),
    ],
)
def test_tokens(language: str, text: str, tokens: str) -> None:
    assert " ".join(mentions(text, LANGUAGES[language])) == tokens


days = st.dates().map(lambda day: When(max(day.year, 1900), day.month, min(day.day, 28)))


@given(days, st.integers(0, 23), st.integers(0, 59))
def test_what_the_program_writes_is_read_alike(day: When, hour: int, minute: int) -> None:
    when = When(day.year, day.month, day.day, hour, minute)
    for language in LANGUAGES.values():
        assert mentions(short_date(day, language), language) == (day.iso,)
        assert mentions(long_date(day, language), language) == (day.iso,)
        assert set(mentions(date_and_time(when, language), language)) == {day.iso, f"t{hour:02d}:{minute:02d}"}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for language in LANGUAGES.values():
        assert mentions(text, language) == mentions(text, language)
