"""Actions as minutes write them: whose they are and by when, before, after or within what is to be done."""

import re
from collections.abc import Iterable, Sequence

from plugins.drafts.importing.runs import Line, StyledRun, text_of, without_end, without_start
from plugins.drafts.importing.written_dates import MONTH

ACTION = re.compile(r"(?:toimenpide|tehtävä|åtgärd|uppgift|action)\s*(?:\d{1,2}\s*)?[:–—]\s*", re.IGNORECASE)
OF_OWNER = re.compile(
    r"(?:vastuu\w*|ansvarig\w*(?: person)?|ansvar|owner|responsible|kuka|vem|määräaika|määräpäivä|aikataulu|tidsfrist|"
    r"tidtabell|deadline|dl|milloin|när|klart senast|klart)\s*:\s*\S",
    re.IGNORECASE,
)
"""How a line begins that says whose the action above it is, or by when."""
BOX = re.compile(r"(?P<box>☐|□|◻|❏|\[ ?\]|☑|☒|✓|✔|\[[xX]\])\s*")
OPEN_BOXES = frozenset({"☐", "□", "◻", "❏", "[ ]", "[]"})
SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ@])")

_DAY = (
    r"(?:(?:ma|ti|ke|to|pe|la|su|må|tis|ons|tors|fre|lör|sön)\s+)?(?:den\s+)?"
    rf"(?:\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\.?\s(?:{MONTH})(?:\s\d{{4}})?)"
)
_DUE = rf"""(?:
    (?P<mennessa>{_DAY}|(?:{MONTH})\s(?:\d{{4}}\s)?(?:loppuun|puoliväliin)|viikon\s\d+\sloppuun
      |(?:seuraavaan|ensi)\s(?:kokoukseen|kertaan))\s*mennessä
    |(?P<meeting>ennen\sseuraavaa\skokousta|seuraavaan\skokoukseen|ensi\skokoukseen
      |(?:till|före|innan|senast(?:\still)?)\s(?:nästa|följande)\smöte|(?:by|before)\sthe\snext\smeeting)
    |(?:senast|viimeistään|määräaika:?|määräpäivä:?|aikaraja:?|takaraja:?|deadline:?|dl:?|tidsfrist:?|due:?|by
      |aikataulu:|milloin:|när:|tidtabell:|klart:?|klar:?|valmis:?)\s*(?P<latest>{_DAY})
    |(?P<before>(?:före|innan|ennen|before)\s+(?:{_DAY}))
    |(?P<day>{_DAY})
    )"""
_OWNER = (
    r"(?:(?:vastuuhenkilöt?|vastuutaho|vastuussa|vastuu|vastaa|ansvariga?(?:\ person)?"
    r"|ansvarar|ansvar|owner|responsible)"
    r"\s*(?:[:–-]\s*|(?-i:(?=@?[A-ZÅÄÖ])))|(?:kuka|ketkä|vem|who):\s*)"
)
"""Without a sign after it, such a word is a verb (`vastaa kyselyyn`) unless a name follows."""
_NAMES = r"@?[A-ZÅÄÖ][^.;:()–/]*?"
_GAP = r"[\s(,;.–—-]+"
_END = r"[\s).]*$"
_PART = r"(?:\s*[,;|\t]\s*|\s+[–—/-]\s+|(?<=\w{2})[.:]\s+)"
"""What stands between the parts of an action that is written as a list: what, who, when."""
_ENDS = tuple(
    re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for pattern in (
        rf"{_GAP}{_OWNER}(?P<owner>{_NAMES}){_GAP}{_DUE}{_END}",
        rf"{_GAP}{_DUE}{_GAP}{_OWNER}(?P<owner>{_NAMES}){_END}",
        rf"{_GAP}{_OWNER}(?P<owner>{_NAMES}){_END}",
    )
)
_BRACKETS = re.compile(rf"\s*\((?P<owner>{_NAMES}),\s*{_DUE}\)\.?$", re.VERBOSE)
_DASHED = re.compile(
    rf"\s+[–—/-]\s+(?P<owner>{_NAMES})(?:\s*[,–—/-]\s*(?:{_DUE}|(?P<words>[^–—/()]{{1,40}}?)))?\.?$", re.VERBOSE
)
_DEADLINE = re.compile(rf"(?:\s*[,(–—-]\s*|\s+){_DUE}{_END}", re.VERBOSE | re.IGNORECASE)
_EVERYBODY = ("kaikki", "joku", "alla", "någon", "jokainen", "var och en", "everybody", "sihteeri", "puheenjohtaja",
              "sekreteraren", "ordföranden")  # fmt: skip
_FULL_NAME = re.compile(r"[A-ZÅÄÖ][\w.'’-]*(?: (?:[A-ZÅÄÖ][\w.'’-]*|von|af|de|der|van))+")
_NOT_NOW = re.compile(r"(?:\w+i|\w+ivat|\w+(?:de|te|dde)|\w+ti|oli|olivat|var)$", re.IGNORECASE)
"""How a verb of the past ends, in Finnish or Swedish: what is told is nothing that is to be done."""


class ActionReader:
    """Reads actions of a meeting whose people are known."""

    def __init__(self, people: Iterable[str]) -> None:
        names = {match[0] for person in people if (match := _FULL_NAME.match(person))}
        names |= {name.split()[0] for name in names}
        either = "|".join(map(re.escape, sorted((*names, *_EVERYBODY), key=len, reverse=True)))
        self._who = re.compile(
            rf"(?P<owner>@?(?:{either})(?:(?:,| ja| och| and| sekä| samt) @?(?:{either}))*)"
            r"(?P<sign>\s*[:–—]\s*|\s+(?-i:(?![A-ZÅÄÖ])))(?=\S)",
            re.IGNORECASE,
        )
        known = rf"(?P<owner>@?(?:{either})(?:(?:,|\ ja|\ och|\ and|\ sekä|\ samt|\ &|/)\ ?@?(?:{either}))*)"
        self._listed = tuple(
            re.compile(pattern, re.VERBOSE | re.IGNORECASE)
            for pattern in (
                rf"{_PART}{known}(?:{_PART}|\s+\(?){_DUE}{_END}",
                rf"{_PART}{_DUE}{_PART}{known}{_END}",
                rf"(?:\s*[,;|\t]\s*|\s+[–—/-]\s+){known}{_END}",
            )
        )
        self._first = re.compile(rf"{known}\s*[,;|\t]\s*(?=\S)", re.VERBOSE | re.IGNORECASE)

    def line(self, line: Line) -> Line:
        """Write whose an action is and by when at its end, in brackets."""
        if match := ACTION.match(text_of(line)):
            line = without_start(line, match.end())
        text = text_of(line)
        for pattern in (_BRACKETS, *_ENDS):
            match = pattern.search(text)
            if match is not None and match.start():
                return _with_end(without_end(line, len(text) - match.start()), match["owner"], _due_of(match))
        who = self._who.match(text)
        if who is not None:
            return self._named(without_start(line, who.end()), who["owner"])
        listed = next((match for form in self._listed if (match := form.search(text))), None)
        if listed is not None:
            return _with_end(without_end(line, len(text) - listed.start()), listed["owner"], _due_of(listed))
        first = self._first.match(text)
        if first is not None:
            return self._named(without_start(line, first.end()), first["owner"])
        dashed = _DASHED.search(text)
        if dashed is not None and (
            self._who.fullmatch(dashed["owner"] + ": x") or self._who.match(f"{dashed['owner']}: x")
        ):
            return _with_end(without_end(line, len(text) - dashed.start()), dashed["owner"], _due_of(dashed))
        return line

    def is_action(self, sentence: str, *, in_section: bool) -> bool:
        """Return whether a sentence says what somebody is to do: a name, a verb of now, and a deadline."""
        who = self._who.match(sentence)
        if who is None:
            return False
        verb = sentence[who.end() :].split(maxsplit=1)[0].strip(",.")
        if "\n" in sentence or (not who["sign"].strip() and _NOT_NOW.fullmatch(verb)):
            return False
        due = _DEADLINE.search(sentence)
        is_set_apart = due is not None and (not due["day"] or due[0].lstrip()[:1] in {",", "(", "–", "—", "-"})
        return in_section or (is_set_apart if who["sign"].strip() else due is not None)

    def names_doer(self, text: str) -> bool:
        """Return whether a line begins with who is to do it, with a sign after the name: `Aino: kysely`."""
        who = self._who.match(text)
        return who is not None and bool(who["sign"].strip())

    def says_owner(self, text: str) -> bool:
        """Return whether a line of actions ends with whose it is and by when, in one of the set forms."""
        return any(form.search(text) for form in (_BRACKETS, *_ENDS, *self._listed[:2]))

    def _named(self, line: Line, owner: str) -> Line:
        text = text_of(line)
        match = _DEADLINE.search(text)
        if match is None or not match.start():
            return _with_end(line, owner, "")
        return _with_end(without_end(line, len(text) - match.start()), owner, _due_of(match))


def sentences(line: Line) -> Sequence[Line]:
    """Part a line into its sentences."""
    text = text_of(line)
    ends = [match.start() for match in SENTENCES.finditer(text)]
    starts = [0, *(match.end() for match in SENTENCES.finditer(text))]
    parts = zip(starts, [*ends, len(text)], strict=True)
    return [without_end(without_start(line, start), len(text) - end) for start, end in parts] if ends else [line]


def ending(owner: str, due: str) -> str:
    """Write an owner and a deadline as an action ends; a deadline that names no day stays part of the text."""
    owner = owner.strip(" ,;.").removeprefix("@")
    if due and not re.search(r"\d", due):
        return f", {due} ({owner})" if owner else f", {due}"
    end = ", ".join(filter(None, (owner, due)))
    return f" ({end})" if end else ""


def _with_end(line: Line, owner: str, due: str) -> Line:
    text = text_of(line)
    bare = without_end(line, len(text) - len(text.rstrip(" ,;.–—-")))
    return (*bare, StyledRun(ending(owner, due)))


def _due_of(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found.get("mennessa"):
        return found["mennessa"] if re.match(_DAY, found["mennessa"]) else f"{found['mennessa']} mennessä"
    return next((found[group] for group in ("before", "latest", "meeting", "day", "words") if found.get(group)), "")
