"""Series of meetings: which announcement of a next meeting stands, told in time that grows with their number."""

import time

from hypothesis import given
from hypothesis import strategies as st

from plugins.calendar.occasions import replaced_meetings
from tests.calendar.calendars import index_of, meeting
from tests.laws import law

DAYS = st.integers(1, 9).map(lambda day: f"2031-05-0{day}")
MEETINGS = st.lists(st.tuples(DAYS, st.none() | DAYS, st.sampled_from(["Ryhmä", "ryhmä ", "Toinen"])), max_size=8)


@law(100, 5_000)
@given(MEETINGS)
def test_an_announcement_is_replaced_by_what_another_meeting_of_the_series_says(
    plans: list[tuple[str, str | None, str]],
) -> None:
    made = [
        meeting(f"k{number}", (day, None), following=following, name=name)
        for number, (day, following, name) in enumerate(plans)
    ]
    told = [(name.strip().casefold(), day, following) for day, following, name in plans]
    expected = {
        f"k{number}"
        for number, (series, day, following) in enumerate(told)
        for other, (theirs, last, their_next) in enumerate(told)
        if following and other != number and theirs == series
        if last >= following or (their_next and last > day)
    }
    assert replaced_meetings(index_of(made), "fi") == expected


def test_many_series_take_no_longer_than_one() -> None:
    """A meeting is compared with its own series only: two thousand series of one took 2,000 times as many steps."""
    made = [
        meeting(f"k{number}", ("2031-05-14", None), following="2031-09-10", name=f"Ryhmä {number}")
        for number in range(2_000)
    ]
    index = index_of(made)
    began = time.process_time()
    assert replaced_meetings(index, "fi") == set()
    assert time.process_time() - began < 0.5
