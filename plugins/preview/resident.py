"""The content in memory: read once, then only what changes; of a source with faults its last sound version stays."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.content_read import ContentRead
from plugins.core.contributions import Pipeline
from plugins.core.diagnostics import has_errors
from plugins.core.documents import Kept, Reading, Version
from plugins.core.index import SiteIndex, assemble, opened, revised
from plugins.core.moments import next_moment
from plugins.core.site import Site
from plugins.core.stages import Unwatched
from plugins.engine import command
from plugins.engine.clock import moment

if TYPE_CHECKING:
    from plugins.engine.command import Options


SETTINGS = ("site.yaml", "blocks.yaml", "placements.yaml")
"""The files of settings; when one has faults, all of them stay as they last were."""


class Standing(Struct, frozen=True):
    """What the preview stands on at one time."""

    pipeline: Pipeline
    content: ContentRead
    site: Site
    """The settings, or the last sound ones."""
    index: SiteIndex
    """What readers would see, sources with faults by their last sound versions."""
    shown: SiteIndex
    """The same, or writers' index."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing that is shown is older than what the content says."""
        return not self.kept

    @property
    def kept(self) -> frozenset[str]:
        """The files of which an earlier, sound state is shown, or none if there was none."""
        settings = SETTINGS if self.content.site != self.site else ()
        return self.index.unread | frozenset(settings)

    def judged(self) -> SiteIndex:
        """Return what the rules judge: the content as it is, with what can be told of sources with faults."""
        if self.is_sound:
            return self.index
        assert self.content.site is not None
        versions = [reading.judged for reading in self.content.readings]
        known = [version for version in versions if version is not None]
        return assemble(self.content.site, known, self.content.files, self.index.now, self.index.unread)


class Resident:
    """Keeps the content of a preview; whoever calls it sees to it that nobody else does at the same time."""

    def __init__(self, options: "Options") -> None:
        """Look at nothing yet."""
        self._options = options
        self.shows_drafts = options.drafts
        self._sound: dict[str, Version] = {}
        self._site: Site | None = None
        self.standing: Standing | None = None

    def open(self) -> bool:
        """Open the rooms, read everything that has changed, and tell whether there is something to show.

        Again after the theme has changed: rooms read their templates when they are opened.
        """
        run = command.open_run(self._options)
        if run is None:
            return False
        content = run.pipeline.read(run.pipeline)
        settings = replace(run.pipeline.settings, stages=Unwatched())
        self._stand(replace(run.pipeline, settings=settings), content)
        return self.standing is not None

    def follow(self, changed: Collection[str]) -> bool:
        """Read what has changed, by paths below the content folder; tell whether anything is other than before."""
        before = self.standing
        if before is None:
            return self.open()
        content = before.pipeline.reread(before.pipeline, before.content, changed)
        if not _differs(before.content, content):
            return False
        self._stand(before.pipeline, content)
        return True

    def show(self, *, drafts: bool) -> None:
        """Show what readers may not see too, or no more."""
        self.shows_drafts = drafts
        if self.standing is not None:
            self._stand(self.standing.pipeline, self.standing.content)

    def pass_time(self) -> bool:
        """Go on to the present moment; tell whether anything may be other than before."""
        before = self.standing
        if before is None or self._options.now is not None:
            return False
        if moment(None, before.site.zone) < next_moment(before.index):
            return False
        self._stand(before.pipeline, before.content, is_later=True)
        return True

    def _stand(self, pipeline: Pipeline, content: ContentRead, *, is_later: bool = False) -> None:
        if content.site is None:
            return
        before = self.standing
        if self._site is None or not has_errors(content.outside):
            self._site = content.site
        changed, unread = self._take(before.content.kept if before is not None else {}, content)
        index = None
        if before is not None and before.site == self._site and not is_later and changed is not None:
            index = revised(before.index, changed)
        if index is None:
            now = before.index.now if before is not None and not is_later else self._moment(self._site)
            index = assemble(self._site, self._sound.values(), content.files, now)
        index = replace(index, files=content.files, unread=unread)
        shown = opened(index) if self.shows_drafts else index
        self.standing = Standing(pipeline, content, self._site, index, shown)

    def _take(self, before: Mapping[str, Kept], content: ContentRead) -> tuple[list[Version] | None, frozenset[str]]:
        """Take over what has been read: the versions that are other than before, and the sources with faults.

        None instead of the versions when there are other sources than before.
        """
        now, renewed = content.kept, content.kept if content.renewed is None else content.renewed
        unread = set(self.standing.index.unread if self.standing is not None else ())
        is_same = content.renewed is not None or before.keys() == now.keys()
        for source in () if is_same else before.keys() - now.keys():
            self._sound.pop(source, None)
            unread.discard(source)
        changed = []
        for source in [source for source in renewed if before.get(source) is not now[source]]:
            reading = now[source][1]
            if not isinstance(reading, Reading):
                continue
            unread.discard(source)
            if reading.version is not None:
                is_same = is_same and source in self._sound
                self._sound[source] = reading.version
                changed.append(reading.version)
            else:
                unread.add(source)
        return changed if is_same else None, frozenset(unread)

    def _moment(self, site: Site) -> datetime:
        return moment(self._options.now, site.zone)


def _differs(before: ContentRead, now: ContentRead) -> bool:
    """Return whether anything was otherwise before."""
    if now.renewed is not None:
        return any(before.kept.get(path) != now.kept[path] for path in now.renewed)
    return (before.kept, before.outside, before.site) != (now.kept, now.outside, now.site)
