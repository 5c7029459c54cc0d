"""The data of front matter agree: what is no text must be the same in every language."""

from collections.abc import Iterable, Mapping

from plugins.bilingual.rules.pairs import comparable
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Version
from plugins.core.facts import Attendance, Facts, MeetingFacts, Milestone, PilotFacts, ProjectFacts
from plugins.core.index import SiteIndex


def disagreeing_facts(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find data that two versions give differently: of a meeting (BIL009), of a pilot or a project (BIL010).

    A fact that only one version gives disagrees too. Names and places are texts, and read otherwise in every language:
    of them only presence or number is compared. Reported at the key of the second version.
    """
    for version, other in comparable(index):
        first, second = data(version.facts), data(other.facts)
        code = "BIL009" if isinstance(version.facts, MeetingFacts) else "BIL010"
        for key in first if first != second else ():
            if first[key] != second.get(key, first[key]):
                values = {"here": second[key] or "–", "others": first[key] or "–", "other": version.source}
                yield diagnostic(code, _place_of(other, key), key=key, **values)


def data(facts: Facts | None) -> Mapping[str, str]:
    """List the data of facts by their keys, written the same in every language."""
    match facts:
        case MeetingFacts():
            return _of_meeting(facts)
        case PilotFacts():
            return _of_pilot(facts)
        case ProjectFacts():
            return _of_project(facts)
    return {}


def _of_meeting(facts: MeetingFacts) -> Mapping[str, str]:
    sessions = (
        f"{session.start.iso}/{session.end.iso}" if session.end else session.start.iso for session in facts.sessions
    )
    return {
        "meeting.kind": facts.kind,
        "meeting.number": facts.number,
        "meeting.sessions": ", ".join(sessions),
        "meeting.place": _given(facts.place),
        "meeting.mode": facts.mode,
        "meeting.chair": _given(facts.chair),
        "meeting.secretary": _given(facts.secretary),
        "meeting.present": _counts(facts.present),
        "meeting.absent": _counts(facts.absent),
        "meeting.next": facts.next.iso if facts.next else "",
    }


def _of_pilot(facts: PilotFacts) -> Mapping[str, str]:
    # A figure may be a text ("about forty"), which is compared by its being there.
    numbers = ("…" if figure.number is None else f"{figure.number:g}" for figure in facts.figures)
    wholes = ("" if figure.of is None else f"/{figure.of:g}" for figure in facts.figures)
    figures = map("".join, zip(numbers, wholes, strict=True))
    return {
        "pilot.phase": facts.phase,
        "pilot.period": _period(facts),
        "pilot.libraries": str(len(facts.libraries)),
        "pilot.figures": ", ".join(figures),
        "pilot.next_steps": str(len(facts.next_steps)),
    }


def _of_project(facts: ProjectFacts) -> Mapping[str, str]:
    return {
        "phase": facts.phase,
        "period": _period(facts),
        "partners": str(len(facts.partners)),
        "goals": str(len(facts.goals)),
        "people": str(len(facts.people)),
        "contacts": ", ".join(contact.email or "…" for contact in facts.contacts),
        "milestones": ", ".join(_milestone(milestone) for milestone in facts.milestones),
    }


def _milestone(milestone: Milestone) -> str:
    return " ".join(
        filter(
            None,
            (milestone.date.iso, milestone.kind if milestone.kind == "event" else "", "☑" if milestone.done else ""),
        )
    )


def _period(facts: PilotFacts | ProjectFacts) -> str:
    if facts.start is None and facts.end is None:
        return ""
    return f"{facts.start.iso if facts.start else '…'}/{facts.end.iso if facts.end else '…'}"


def _given(text: str) -> str:
    return "…" if text else ""


def _counts(groups: tuple[Attendance, ...]) -> str:
    return str(sum(len(group.people) for group in groups))


def _place_of(version: Version, key: str) -> Place:
    written = {path for path, _, _ in version.places}
    return version.place(next((name for name in (key, key.partition(".")[0]) if name in written), "title"))
