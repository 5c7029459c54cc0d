"""The shape of the vocabulary: the words that a language must have."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class BlockWords(Struct, frozen=True):
    """What only blocks say."""

    source: str
    picture: str
    notes: str
    meeting_facts: str
    latest: str
    """The heading of a list of what is new."""
    meetings: str
    empty: Mapping[str, str]
    """By kind, the sentence that stands where there is nothing to list."""
    figures_of: str
    """Before the link to the update that the figures are from."""
    summary: str
    nothing_decided: str


class CalendarWords(Struct, frozen=True):
    """What only the entries of readers' own calendars say."""

    cancelled: str
    pilot: str
    """The period of a pilot, after its project's name."""
    pilot_begins: str
    pilot_ends: str


class WorkbenchWords(Struct, frozen=True):
    """The workbench's words where no template speaks: in titles, breadcrumbs and the index of its finder."""

    title: str
    block: str
    """The title of a block's page; takes `title` and `id`."""
    description: str
    kinds: Mapping[str, str]
    """What a block is: of a document `news`, `meeting`, `pilot`, `summary`, or a kind of blocks.yaml."""


class DigestWords(Struct, frozen=True):
    """What only digests say."""

    title: str
    other: str
    """Over what belongs to no project."""
    nothing: str


class Vocabulary(Struct, frozen=True):
    """The words of a language. Labels stand without their colon."""

    meeting: str
    time: str
    place: str
    chair: str
    secretary: str
    present: str
    absent: str
    next_meeting: str
    previous_meeting: str
    coming_meetings: str
    attachments: str
    modes: Mapping[str, str]
    """How one takes part: `onsite`, `remote`, `hybrid`."""
    pilot_library: str
    pilot_libraries: str
    project_phases: Mapping[str, str]
    """`planned`, `running`, `ended`."""
    as_of: str
    """A phase, and the day that it was said of."""
    pilot_phases: Mapping[str, str]
    """`preparation`, `running`, `evaluation`, `ended`."""
    facts: Mapping[str, str]
    """Of projects and pilots, by the name of the fact: `phase`, `period`, `operator`, …"""
    goal: str
    goals: str
    contact: str
    contacts: str
    timeline: str
    figures: str
    whole: str
    """A figure, `{value}`, beside the whole that it is part of, `{whole}`."""
    next_steps: str
    milestone: str
    event: str
    """A milestone that people come to."""
    pilot: str
    states: Mapping[str, str]
    """Of milestones: `done`, `planned` (its date has passed, and nobody has said what came of it), `now`, `coming`."""
    decision: str
    decisions: str
    action: str
    actions: str
    owner: str
    deadline: str
    state: str
    open: str
    """Of an action that is not done."""
    table: str
    back_to_text: str
    """Of the arrow after a note, whose number comes for `{}`."""
    blocks: BlockWords
    calendar: CalendarWords
    workbench: WorkbenchWords
    digest: DigestWords

    def whereabouts(self, place: str, mode: str) -> str:
        """Return where one meets and how one takes part; that one comes to a place goes without saying."""
        if place and mode in {"", "onsite"}:
            return place
        way = self.modes.get(mode, "")
        return f"{place}, {way}" if place else capital(way)


def by(**words: str) -> Mapping[str, str]:
    """Return words by what they stand for."""
    return MappingProxyType(words)


def capital(text: str) -> str:
    """Return a text that begins with a capital letter, as a label or a sentence does."""
    return text[:1].upper() + text[1:]
