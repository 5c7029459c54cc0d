"""The facts of a meeting or a pilot as the parts of a block."""

from collections.abc import Iterable

from plugins.blocks.views import BulletList, Part, Phrase, Subheading, Terms
from plugins.core.addresses import absolute
from plugins.core.dates import date_and_time, date_range, time_range
from plugins.core.destinations import file_destination
from plugins.core.facts import Attachment, Attendance, Figure, MeetingFacts, PilotFacts
from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.core.vocabulary import VOCABULARY, Vocabulary


def meeting_before(facts: MeetingFacts, language: str, *, attendance: bool) -> tuple[Part, ...]:
    """Return what stands before a meeting's text: its facts, then who was there unless that is left out."""
    words, written = VOCABULARY[language], LANGUAGES[language]
    pairs = [
        _pair(words.meeting, " ".join(filter(None, (facts.name, facts.number)))),
        _pair(words.time, *(time_range(session.start, session.end, written) for session in facts.sessions)),
        _pair(words.place, words.whereabouts(facts.place, facts.mode)),
        _pair(words.chair, facts.chair),
        _pair(words.secretary, facts.secretary),
        _pair(words.next_meeting, date_and_time(facts.next, written) if facts.next else ""),
    ]
    parts: list[Part] = [Subheading(VOCABULARY[language].blocks.meeting_facts), Terms(_filled(pairs))]
    if attendance:
        parts += _people(words.present, facts.present)
        parts += _people(words.absent, facts.absent)
    return tuple(parts)


def meeting_after(facts: MeetingFacts, index: SiteIndex, language: str) -> tuple[Part, ...]:
    """Return what stands after a meeting's text: its attachments."""
    items = [_attachment(attachment, index, language) for attachment in facts.attachments]
    return (Subheading(VOCABULARY[language].attachments), listing(items)) if items else ()


def pilot_before(facts: PilotFacts, language: str) -> tuple[Part, ...]:
    """Return what stands before a pilot update's text: libraries, phase and period.

    They have no heading of their own, or the text that follows would seem to belong under it.
    """
    words = VOCABULARY[language]
    libraries = tuple(Phrase(library.name, library.url) for library in facts.libraries)
    pairs = [
        (words.pilot_library if len(libraries) == 1 else words.pilot_libraries, libraries),
        _pair(words.facts["phase"], words.pilot_phases.get(facts.phase, facts.phase)),
        _pair(words.facts["period"], date_range(facts.start, facts.end, LANGUAGES[language])),
    ]
    return (Terms(_filled(pairs)),)


def pilot_after(facts: PilotFacts, language: str) -> tuple[Part, ...]:
    """Return what stands after a pilot update's text: its figures and the next steps."""
    words = VOCABULARY[language]
    parts: list[Part] = []
    if facts.figures:
        figures = tuple((figure.label, (Phrase(figure_text(figure, words)),)) for figure in facts.figures)
        parts += [Subheading(words.figures), Terms(figures)]
    if facts.next_steps:
        parts += [Subheading(words.next_steps), listing(Phrase(step) for step in facts.next_steps)]
    return tuple(parts)


def figure_text(figure: Figure, words: Vocabulary) -> str:
    """Write a figure, with its whole where it has one: `41 / 45`."""
    return words.whole.format(value=figure.value, whole=figure.whole) if figure.whole else figure.value


def listing(items: Iterable[Phrase]) -> BulletList:
    """Make a list whose items are a phrase each."""
    return BulletList(tuple((item,) for item in items))


def _pair(term: str, *values: str) -> tuple[str, tuple[Phrase, ...]]:
    return term, tuple(Phrase(value) for value in values if value)


def _filled(pairs: list[tuple[str, tuple[Phrase, ...]]]) -> tuple[tuple[str, tuple[Phrase, ...]], ...]:
    return tuple((term, values) for term, values in pairs if values)


def _people(heading: str, groups: tuple[Attendance, ...]) -> list[Part]:
    parts: list[Part] = []
    for group in (attendance for attendance in groups if attendance.people):
        title = f"{heading}, {_within_a_sentence(group.group)}" if group.group else heading
        parts.append(Subheading(title, depth=2))
        parts.append(listing(Phrase(name) for name in group.people))
    return parts


def _within_a_sentence(name: str) -> str:
    """Write a group's name with a small first letter, as "Läsnä, pysyvät edustajat"; "AKE-edustajat" stays."""
    return name[0].lower() + name[1:] if len(name) > 1 and name[1].islower() else name


def _attachment(attachment: Attachment, index: SiteIndex, language: str) -> Phrase:
    found = file_destination(index, attachment.file, language) if attachment.file else None
    if found is not None:
        return Phrase(attachment.title, absolute(index.site, found.address), note=found.note)
    return Phrase(attachment.title, attachment.url)
