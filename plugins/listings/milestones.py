"""A project's steps in the order of time, and what may be said of them and of its phase today."""

from plugins.core.dates import long_date
from plugins.core.facts import Milestone, ProjectFacts
from plugins.listings.edition import Edition
from plugins.listings.views import Date, MilestoneView


def timeline(edition: Edition, milestones: tuple[Milestone, ...]) -> tuple[MilestoneView, ...]:
    """Show milestones in the order of time, each with its state."""
    # By where a time ends: within a month, what has a day of its own stands before what only has the month.
    ordered = sorted(milestones, key=lambda one: (one.date.ends(edition.zone), one.date.starts(edition.zone)))
    return tuple(
        MilestoneView(
            date=Date(one.date.iso, long_date(one.date, edition.language)), text=one.text, state=state(edition, one)
        )
        for one in ordered
    )


def state(edition: Edition, milestone: Milestone) -> str:
    """Tell where a milestone stands: `done`, `planned` (its time has passed unmarked), `now` or `coming`."""
    if milestone.done:
        return "done"
    if milestone.date.ends(edition.zone) <= edition.index.now:
        return "planned"
    return "now" if milestone.date.starts(edition.zone) <= edition.index.now else "coming"


def phase_now(edition: Edition, facts: ProjectFacts) -> str:
    """Give the phase that may be claimed of a project today; empty when its plans have been overtaken.

    Nobody need have said so for a planned beginning or end to pass: after it "planned" and "under way" may be untrue.
    """
    zone, now = edition.zone, edition.index.now
    overdue = any(not one.done and one.date.ends(zone) <= now for one in facts.milestones)
    if facts.phase == "planned" and (overdue or (facts.start is not None and facts.start.ends(zone) <= now)):
        return ""
    if facts.phase == "running" and facts.end is not None and facts.end.ends(zone) <= now:
        return ""
    return facts.phase
