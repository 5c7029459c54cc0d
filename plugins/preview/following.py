"""Following the disk: what changes there is read, pages are told, and then it is judged."""

import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchfiles import DefaultFilter, watch

from plugins.console import announcements
from plugins.console.arguments import ROOT
from plugins.core.content_paths import composed
from plugins.core.diagnostics import Diagnostic, in_reading_order
from plugins.preview.events import Events
from plugins.preview.judging import StandingJudge
from plugins.preview.live_site import LiveSite
from plugins.preview.resident import Standing
from plugins.preview.state import NOTHING, Remarks, remarks, state

THEME = ROOT / "theme"
STEP = 5
"""Milliseconds without a change after which what has changed is read: editors write a file in several steps."""

WAKE = 100
"""Milliseconds after which it is looked whether time has changed anything."""


class Follower:
    """Keeps a site as the disk has it, tells pages and the terminal."""

    def __init__(self, site: LiveSite, content: Path, events: Events, audience: announcements.Audience) -> None:
        """Do nothing yet."""
        self._site = site
        self._content = content
        self._events = events
        self._audience = audience
        self._judge = StandingJudge(site, self._tell_read, self._tell_found)
        self._changes: Iterator[set[str]] = iter(())
        self._told: frozenset[Diagnostic] = frozenset()
        self._of_rules = self._remarks = NOTHING

    def begin(self, sources: DefaultFilter) -> None:
        """Read the content for the first time, watching already: what changes meanwhile is read again."""
        self._changes = self._watched(sources)
        next(self._changes)
        self._site.open()
        self._tell()

    def follow(self) -> None:
        """Follow what changes, until interrupted."""
        waiting: set[str] = set()
        for paths in self._changes:
            waiting |= paths
            try:
                self.take(waiting)
            except OSError:  # what is being moved right now is there, or gone, a moment later
                continue
            waiting = set()

    def _watched(self, sources: DefaultFilter) -> Iterator[set[str]]:
        changes = watch(
            self._content, THEME, watch_filter=sources, debounce=50, step=STEP, rust_timeout=WAKE,
            yield_on_timeout=True, raise_interrupt=True,
        )  # fmt: skip
        for batch in changes:
            yield {path for _, path in batch}

    def show(self, *, drafts: bool) -> None:
        """Show what readers may not see too, or no more, in all pages."""
        self._site.show(drafts=drafts)
        self._tell()

    def take(self, paths: Iterable[str]) -> None:
        """Read what stands at paths that have changed; none means that time has passed."""
        below = {path: self._below(Path(path)) for path in paths}
        is_theme = any(path is None for path in below.values())
        changed = {path for path in below.values() if path is not None}
        if self._reopened() if is_theme else self._site.follow(changed) if changed else self._site.pass_time():
            self._tell()
        elif changed:
            self._judge.call()

    def _reopened(self) -> bool:
        """Read the theme again; one that cannot be read is told, and the theme as it was goes on."""
        try:
            return self._site.open()
        except OSError:
            raise
        except Exception:  # noqa: BLE001 - a style or a template that is being written may have any fault
            traceback.print_exc()
            return False

    def _below(self, path: Path) -> str | None:
        """Return a path below the content folder; None for one of the theme."""
        for content in (self._content, self._content.resolve()):
            if path.is_relative_to(content):
                return composed(path.relative_to(content).as_posix())
        return None

    def _tell(self) -> None:
        """Announce to pages that something is new; what is wrong with it follows when they have been answered."""
        self._send(self._remarks)
        self._judge.call()

    def _tell_read(self, standing: Standing) -> None:
        """Announce to pages the faults that reading found; what rules found last may still hold."""
        read = in_reading_order(standing.content.diagnostics)
        self._send(remarks(standing, read, self._audience.language).and_those(self._of_rules))

    def _tell_found(self, standing: Standing, found: tuple[Diagnostic, ...]) -> None:
        """Announce to pages what rules have found too, and to the terminal what is new of all."""
        faults = in_reading_order((*standing.content.diagnostics, *found))
        self._of_rules = remarks(standing, found, self._audience.language)
        self._send(remarks(standing, faults, self._audience.language))
        new = [fault for fault in faults if fault not in self._told]
        was_faulty, self._told = bool(self._told), frozenset(faults)
        if new:
            announcements.report(self._audience, new, standing.pipeline.report, self._content)
        elif was_faulty and not faults:
            announcements.say(self._audience, "mended")

    def _send(self, latest: Remarks) -> None:
        self._remarks = latest
        self._events.announce(state(self._site, latest))
