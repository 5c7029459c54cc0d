"""A project's steps in the order of time, and where the project stands among them."""

from plugins.core.dates import long_date
from plugins.core.documents import Milestone
from plugins.listings.edition import Edition
from plugins.listings.views import Date, MilestoneView


def timeline(edition: Edition, milestones: tuple[Milestone, ...]) -> tuple[MilestoneView, ...]:
    """Show milestones: done, now (the first one not done whose month or day has begun), coming."""
    # By where a time ends: within a month, what has a day of its own stands before what only has the month.
    ordered = sorted(milestones, key=lambda one: (one.date.ends(edition.zone), one.date.starts(edition.zone)))
    begun = (one for one in ordered if not one.done and one.date.starts(edition.zone) <= edition.index.now)
    current = next(begun, None)
    return tuple(
        MilestoneView(
            date=Date(one.date.iso, long_date(one.date, edition.language)),
            text=one.text,
            state="done" if one.done else "now" if one is current else "coming",
        )
        for one in ordered
    )
