"""A project's steps in the order of time, and what may be said of them and of its phase today."""

from datetime import datetime

from plugins.core.dates import long_date, short_date
from plugins.core.documents import Version
from plugins.core.facts import Milestone, ProjectFacts
from plugins.core.vocabulary import VOCABULARY
from plugins.listings.edition import Edition
from plugins.listings.views import Date, MilestoneView


def timeline(edition: Edition, milestones: tuple[Milestone, ...]) -> tuple[MilestoneView, ...]:
    """Show milestones in the order of time, each with its state."""
    # By where a time ends: within a month, what has a day of its own stands before what only has the month.
    ordered = sorted(
        milestones, key=lambda milestone: (milestone.date.ends(edition.zone), milestone.date.starts(edition.zone))
    )
    return tuple(
        MilestoneView(
            date=Date(milestone.date.iso, long_date(milestone.date, edition.language)),
            text=milestone.text,
            state=state(edition, milestone),
        )
        for milestone in ordered
    )


def state(edition: Edition, milestone: Milestone) -> str:
    """Return where a milestone stands: `done`, `planned` (its time has passed unmarked), `now` or `coming`."""
    if milestone.done:
        return "done"
    if milestone.date.ends(edition.zone) <= edition.index.now:
        return "planned"
    return "now" if milestone.date.starts(edition.zone) <= edition.index.now else "coming"


def phase_now(edition: Edition, project: Version) -> str:
    """Write the phase that may be claimed of a project today; empty when its plans have been overtaken.

    Nobody need have said so for a planned beginning or end to pass: after it "planned" and "under way" may be untrue.
    Where no plan says how long a phase lasts, the day stands beside it on which the project said so.
    """
    facts, words = project.facts, VOCABULARY[edition.code]
    if not isinstance(facts, ProjectFacts) or not facts.phase:
        return ""
    name, until = words.project_phases[facts.phase], _planned_end(edition, facts)
    if facts.phase == "ended" or (until is not None and edition.index.now < until):
        return name
    day = project.updated or project.date
    if until is not None:
        return ""
    return words.as_of.format(phase=name, date=short_date(day, edition.language)) if day is not None else name


def _planned_end(edition: Edition, facts: ProjectFacts) -> datetime | None:
    """Return the moment after which a phase that is planned or under way may be over; None when no plan says it."""
    zone = edition.zone
    if facts.phase == "running":
        return facts.end.ends(zone) if facts.end is not None else None
    ahead = [milestone.date.ends(zone) for milestone in facts.milestones if not milestone.done]
    return min([*ahead, facts.start.ends(zone)] if facts.start is not None else ahead, default=None)
