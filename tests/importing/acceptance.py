"""Counting what an import has understood: facts in their fields, in wrong ones, and words that are gone."""

import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Comment
from lxml import etree

from plugins.core.languages import LANGUAGES
from plugins.core.markup.minutes import owner_and_deadline
from plugins.drafts.importing.labels import LABELS
from plugins.drafts.importing.written_dates import read_day

FILES = Path(__file__).parent / "files"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WITHOUT_MEANING = frozenset(
    {name for one in LANGUAGES.values() for name in (*one.months, *one.months_in_dates)}
    | {f"{day.casefold()}{end}" for one in LANGUAGES.values() for day in one.weekdays for end in ("", "na", "en")}
    | set("klo kello kl klockan den ma ti ke to pe la su asia ärende pöytäkirja muistio protokoll".split())
    | set("päätökset päätös viimeistään dl a".split())
)
"""Words that a date, a deadline, a decision, an item's number, a comment's mark or a field says without them."""
_ROUTINE = re.compile(r"hyväksyttiin|valittiin|godkän|valdes|päätösvaltai|beslut(?:s)?för", re.IGNORECASE)
"""What opens meetings and may be found or not."""
_LABELS = frozenset(word for words in LABELS.values() for label in words for word in re.findall(r"\w+", label))


@dataclass
class Count:
    """What was found of one file."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def judge(self, name: str, expected: object, found: object, *, holds: bool) -> None:
        """Count one fact: right, missed where its field is empty, else wrong."""
        if holds:
            self.right += 1
        elif found in (None, "", [], ()):
            self.missed.append(f"{name}: {expected}")
        else:
            self.wrong.append(f"{name}: {expected} ≠ {found}")


def count(facts: dict[str, Any], draft: str, source: str) -> Count:
    """Hold a draft against what its source states."""
    result = Count()
    front: Any = front_of(draft)
    body = draft.split("\n---\n", 1)[1]
    meeting = front.get("meeting") or {}
    titles = [facts["title"], *facts.get("title_alternatives", ())]
    result.judge("title", titles, front["title"], holds=any(same(front["title"], one) for one in titles))
    _sessions(result, facts, meeting)
    for key, name in (("place", "place"), ("remote", "mode")):
        if facts.get(key) or meeting.get(name):
            found = meeting.get(name, "")
            result.judge(name, facts.get(key), found, holds=same(facts.get(key) or "", found))
    for name in ("chair", "secretary"):
        if facts[name] or meeting.get(name):
            found = meeting.get(name, "")
            result.judge(name, facts[name], found, holds=bool(facts[name]) and facts[name] in norm(found))
    _people(result, facts, meeting)
    _items(result, facts["items"], plain(body))
    said = _decisions(result, facts["decisions"], body)
    tasks = [plain(one) for one in re.findall(r"^- \[[ x]\] (.+)$", body, re.MULTILINE)]
    _actions(result, facts, tasks)
    _not_asked(result, facts, tasks)
    _attachments(result, facts["attachments"], meeting, body)
    for one in facts["links"]:
        result.judge("link", one, "", holds=one in draft.replace("\\", ""))
    following = str(meeting.get("next") or "")
    result.judge("next", facts["next"], following, holds=following[:10] == (facts["next"] or ""))
    fields = norm(json.dumps(front, ensure_ascii=False, default=str)) + " ".join(said)
    days = [following[:10], *(one["start"][:10] for one in meeting.get("sessions", []))]
    result.wrong += [
        f"no fact: {one}" for one in facts.get("not_facts", ()) if norm(one) in fields or _iso(one) in days
    ]
    result.lost = lost(source, draft)
    return result


def _items(result: Count, expected: list[str], body: str) -> None:
    numbered = re.findall(r"^## (?:\d+(?:\.| §)|§ \d+\.?)\s+(.+)$", body, re.MULTILINE)
    found = numbered or re.findall(r"^## (.+)$", body, re.MULTILINE)
    for one in expected:
        result.judge("item", one, "", holds=any(same(one, other) for other in found))
    result.wrong += [
        f"item that is none: {one}" for one in found if numbered and not any(same(one, o) for o in expected)
    ]


def _decisions(result: Count, expected: list[str], body: str) -> list[str]:
    """Judge what the draft says was decided; give it."""
    said = [norm(plain(one)) for one in re.findall(r"\*\*(?:Päätös|Beslut):\*\*((?:.|\n(?!\n)|\n\n(?=- ))+)", body)]
    parts = [norm(one).rstrip(".") for one in expected]
    for part in parts:
        result.judge("decision", part, "", holds=any(part in text for text in said))
    for text in said:
        is_known = any(part in text or text.rstrip(".") in part for part in parts)
        result.wrong += [] if is_known or _ROUTINE.search(text) else [f"decision that is none: {text}"]
    return said


def _attachments(result: Count, expected: list[str], meeting: Any, body: str) -> None:
    """Judge attachments: one with an address has a field; one without stays below its label, since no field fits."""
    titles = [norm(one["title"]) for one in meeting.get("attachments") or []]
    below = norm(plain(re.split(r"(?:Liite\w*|Bilag\w+)", body, maxsplit=1)[-1]))
    for one in expected:
        result.judge("attachment", one, "", holds=any(one in title for title in titles) or one in below)


def front_of(draft: str) -> Any:
    """Read the front matter of a draft as plain values."""
    import yaml

    return yaml.load(draft.split("\n---\n", maxsplit=1)[0][4:], yaml.BaseLoader)  # noqa: S506 - texts only


def _iso(text: str) -> str:
    day = read_day(text)
    return day.iso[:10] if day else "-"


def _sessions(result: Count, facts: dict[str, Any], meeting: Any) -> None:
    expected = facts.get("sessions") or [{one: facts[one] for one in ("date", "start", "end")}]
    found = meeting.get("sessions") or []
    for place, session in enumerate(expected):
        mine = found[place] if place < len(found) else {}
        for key, name in (("start", "start"), ("end", "end")):
            if session.get(key):
                result.judge(f"session {key}", f"{session['date']}T{session[key]}", mine.get(name, ""),
                             holds=mine.get(name) == f"{session['date']}T{session[key]}")  # fmt: skip
            elif key == "start":
                result.judge(
                    "session",
                    session["date"],
                    mine.get("start", ""),
                    holds=mine.get("start", "")[:10] == session["date"],
                )
    if len(found) > len(expected):
        result.wrong.append(f"more sessions: {found}")


def _groups(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for group, people in value.items():
            yield from ((group, norm(one)) for one in people or ())
    else:
        yield from (("", norm(one)) for one in value or ())


def _is_marked(mark: str, text: str, group: str) -> bool:
    return norm(mark).rstrip(".") in text or mark.casefold()[:4] in group.casefold()


def _people(result: Count, facts: dict[str, Any], meeting: Any) -> None:
    present, absent = list(_groups(meeting.get("present"))), list(_groups(meeting.get("absent")))
    for one in facts["attendees"]:
        entry = next(((group, text) for group, text in present if one["name"] in text), None)
        result.judge("attendee", one["name"], "", holds=entry is not None)
        group, text = entry or ("", "")
        if one.get("organisation"):
            result.judge("organisation", f"{one['name']}: {one['organisation']}", "",
                         holds=norm(one["organisation"]) in text or norm(one["organisation"]) in group)  # fmt: skip
        for mark in one["marks"]:
            result.judge("mark", f"{one['name']}: {mark}", "", holds=_is_marked(mark, text, group))
    for name in facts["absent"]:
        result.judge("absent", name, "", holds=any(name in text for _, text in absent))
    known = [one["name"] for one in facts["attendees"]]
    for people, names in ((present, known), (absent, facts["absent"])):
        result.wrong += [f"not there: {text}" for _, text in people if not any(name in text for name in names)]


def _actions(result: Count, facts: dict[str, Any], tasks: list[str]) -> None:
    for one in facts["actions"]:
        task = next((text for text in tasks if norm(one["what"]).rstrip(".").casefold() in norm(text).casefold()), "")
        result.judge("action", one["what"], "", holds=bool(task))
        said = owner_and_deadline(task)
        owner = said[0] if said else (re.findall(r"\(([^()]*)\)\.?$", task) or [""])[-1]
        if one.get("owner"):
            result.judge("owner", f"{one['what']}: {one['owner']}", "", holds=one["owner"].lstrip("@") in norm(owner))
        if one.get("deadline"):
            due = said[1] if said else ""
            words = norm(one.get("deadline_text") or "")
            holds = _is_due(due, task, one["deadline"], words)
            result.judge("deadline", f"{one['what']}: {one['deadline']} {words}", "", holds=holds)


def _not_asked(result: Count, facts: dict[str, Any], tasks: list[str]) -> None:
    said = [norm(one["what"]).rstrip(".").casefold() for one in facts["actions"]]
    result.wrong += [
        f"action that is none: {one}" for one in tasks if not any(what in norm(one).casefold() for what in said)
    ]


def _is_due(found: str, task: str, expected: str, words: str) -> bool:
    """Tell whether a deadline is said: the day, the day without its year, or in the words of the source."""
    _, month, day = expected.split("-")
    short = f"{int(day)}.{int(month)}."
    said = words in norm(task) or found.strip().endswith(short) or (len(found) > 4 and words.endswith(norm(found)))
    return _iso(found) == expected or (bool(words) and said)


def norm(text: str) -> str:
    """Fold white space, and take out what nobody sees."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    return " ".join(text.replace("\u00a0", " ").split())


def same(one: str, other: str) -> bool:
    """Compare texts as people read them."""
    return norm(one).casefold().rstrip(".") == norm(other).casefold().rstrip(".")


def plain(markdown: str) -> str:
    """Take the marks off Markdown."""
    text = re.sub(r"\[([^\]\n]+)\]\(\S*?\)", r"\1", re.sub(r"\[\^\d+\]", "", markdown))
    return re.sub(r"(?<!\\)\*{1,2}", "", text).replace("\\", "")


def words(text: str) -> list[str]:
    """List the words of a text."""
    return re.findall(r"[^\W\d_][\w’'-]*", norm(text).casefold())


def lost(source: str, draft: str) -> list[str]:
    """List the words of a source that its draft lacks, each as often as it does."""
    have = Counter(words(plain(draft)))
    missing = Counter(words(source)) - have
    said = _WITHOUT_MEANING | _LABELS | have.keys()
    return [word for word in missing if word not in said]


def text_of_source(path: Path) -> str:
    """Give the words of a file by other means than the importer's."""
    data = path.read_bytes()
    if path.suffix == ".docx":
        return "\n".join(_docx_texts(data))
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        # Where the page before ends within a word, its foot stands between the parts: these are looked for apart.
        return re.sub(r"(?<=[a-zåäö]{2})-\s*\n+(?=[a-zåäö])", "", re.sub(r"-\s*\n+(?=[A-ZÅÄÖ])", "-", text))
    return json.dumps([]) if not data else _page_text(data)


def _docx_texts(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", name):
                for paragraph in etree.fromstring(package.read(name)).iter(f"{WORD}p"):
                    yield "".join(
                        (one.text or "") if one.tag == f"{WORD}t" else " "
                        for one in paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br")
                        if next(one.iterancestors(f"{WORD}p")) is paragraph
                    )


def _page_text(data: bytes) -> str:
    soup = BeautifulSoup(data, "lxml")
    for one in soup.find_all(string=lambda text: isinstance(text, Comment)):
        one.extract()
    for around in soup.select("script, style, nav, head, form, body > header, body > footer, aside, .cookie, [hidden]"):
        around.decompose()
    main = soup.select_one("article.node, main article, main, article") or soup.body
    return main.get_text(" ") if main else ""
