"""The interview: what the command line did not say is asked at the terminal; where there is none, it is missing."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from msgspec import Struct, field

from plugins.core.dates import When
from plugins.core.documents import DocumentType
from plugins.drafts.answers import Judge, MisfitError
from plugins.drafts.draft import DATED, Draft, proposed_key
from plugins.drafts.words import message, words

Value = TypeVar("Value")


class Wanted(Struct, frozen=True):
    """What the command line said, as it was written; titles by language."""

    type: str | None = None
    project: str | None = None
    titles: Mapping[str, str | None] = field(default_factory=dict)
    date: str | None = None
    key: str | None = None


class Interview(Struct, frozen=True):
    """Settles what a new document is, talking in a language of messages."""

    judge: Judge
    language: str
    ask: Callable[[str], str] | None = None
    """Shows a question and gives the answer; None when nobody is there."""
    say: Callable[[str], None] = print

    def draft(self, wanted: Wanted) -> Draft:
        """Settle everything; raises MisfitError when the command line says what does not do, or too little."""
        if self.ask is None:
            self._require(wanted)
        kind = self._settled("type", wanted.type, self.judge.type)
        projects = self._projects(kind, wanted)
        titles = self._titles(wanted)
        date = self._date(kind, wanted)
        judge = partial(self.judge.key, kind=kind, languages=[code for code, _ in titles])
        key = self._settled("key", wanted.key, judge, proposed_key(titles, date))
        return Draft(kind, key, titles, projects, date)

    def _require(self, wanted: Wanted) -> None:
        """Find what cannot be done without, all of it at once."""
        has_project = wanted.project or (wanted.type in tuple(DocumentType) and wanted.type not in tuple(DATED))
        missing = [] if wanted.type else ["--type"]
        missing += [] if has_project else ["--project"]
        missing += [f"--title-{code}" for code in self.judge.index.site.languages if not wanted.titles.get(code)]
        if missing:
            raise MisfitError("missing", options=", ".join(missing))

    def _projects(self, kind: DocumentType, wanted: Wanted) -> tuple[str, ...]:
        if kind not in DATED and not wanted.project:
            return ()
        known = self.judge.projects
        return self._settled("project", wanted.project, self.judge.project, known[0] if len(known) == 1 else "")

    def _titles(self, wanted: Wanted) -> tuple[tuple[str, str], ...]:
        titles = []
        for code in self.judge.index.site.languages:
            title = self._settled("title", wanted.titles.get(code), self.judge.title, language=code)
            titles += [(code, title)] if title else []
        if not titles:
            raise MisfitError("no-title")
        return tuple(titles)

    def _date(self, kind: DocumentType, wanted: Wanted) -> When | None:
        if kind not in DATED and not wanted.date:
            return None
        return self._settled("date", wanted.date, self.judge.date, self.judge.index.now.date().isoformat())

    def _settled(
        self, what: str, given: str | None, judge: Callable[[str], Value], proposed: str = "", **values: str
    ) -> Value:
        """Judge what was given, else what is proposed, or ask until an answer does; an empty one takes the proposal."""
        if given or self.ask is None:
            return judge(given or proposed)
        known = {"types": ", ".join(DocumentType), "projects": ", ".join(self.judge.projects), **values}
        question = words(self.language)[f"ask-{what}"].format(**known) + (f" [{proposed}]: " if proposed else ": ")
        while True:
            try:
                return judge(self.ask(question).strip() or proposed)
            except MisfitError as misfit:
                self.say(message(self.language, misfit.key, misfit.values))
