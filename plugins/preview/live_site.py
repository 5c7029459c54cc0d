"""The site as it is at this moment: files by path, made of the content in memory when somebody asks for them."""

import secrets
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plugins.core.addresses import version_address
from plugins.core.content_read import DamagedCacheError
from plugins.core.diagnostics import has_errors
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.markup.tree import Tree
from plugins.preview.lookup import Lookup
from plugins.preview.renderings import Renderings
from plugins.preview.resident import Resident, Standing
from plugins.preview.sketch import Sketch, sketched

if TYPE_CHECKING:
    from plugins.engine.command import Options

REMEMBERED = 500
"""Pages that are gone of which it is remembered what stood there."""


class LiveSite:
    """Answers for one site, one thread at a time; `generation` names the state that it is in."""

    def __init__(self, options: "Options") -> None:
        """Look at nothing yet."""
        self._resident = Resident(options)
        self._renderings = Renderings()
        self._lock = threading.RLock()
        self._lookup: Lookup | None = None
        self._gone: dict[str, Version] = {}
        self._began = secrets.token_hex(4)
        self._number = 0
        self._asked = time.perf_counter()
        self.touched: set[str] = set()
        """Sources that have changed since the beginning."""

    @property
    def generation(self) -> str:
        """The state of the site: another one after every change, and after a new beginning."""
        return f"{self._began}-{self._number}"

    @property
    def standing(self) -> Standing | None:
        """What the site stands on now."""
        return self._resident.standing

    @property
    def lookup(self) -> Lookup | None:
        """Where the outputs of the site are found now."""
        return self._lookup

    def shown(self) -> SiteIndex | None:
        """Return the index that is shown now."""
        return self.standing.shown if self.standing is not None else None

    def open(self) -> bool:
        """Read everything, or what has changed after the theme has; tell whether there is something to show."""
        with self._lock:
            is_there = self._resident.open()
            self._renew(is_new=True)
            return is_there

    def follow(self, changed: Collection[str]) -> bool:
        """Read what has changed, by paths below the content folder; tell whether anything is other than before."""
        with self._lock:
            is_new = self._resident.follow(changed)
            if is_new:
                self.touched.update(changed)
                self._renew()
            return is_new

    @property
    def shows_drafts(self) -> bool:
        """Whether what readers may not see is shown too."""
        return self._resident.shows_drafts

    def show(self, *, drafts: bool) -> None:
        """Show what readers may not see too, or no more."""
        with self._lock:
            self._resident.show(drafts=drafts)
            self._renew()

    def pass_time(self) -> bool:
        """Go on to the present moment; tell whether anything may be other than before."""
        with self._lock:
            is_new = self._resident.pass_time()
            if is_new:
                self._renew()
            return is_new

    def file(self, path: str) -> bytes | None:
        """Return the bytes of a file of the site as it is now; None when there is none."""
        with self._asking():
            if self._lookup is None:
                return None
            try:
                return self._renderings.file(self._lookup, path)
            except DamagedCacheError:
                self._resident.open()
                self._renew(is_new=True)
                return self._renderings.file(self._lookup, path)

    def sketched(self, version: Version, tree: Tree) -> Sketch | None:
        """Return the page of a version as it would be."""
        with self._asking():
            return sketched(self.standing, version, tree) if self.standing is not None else None

    def last_file(self, path: str) -> bytes | None:
        """Return the bytes of a file as it was when it could last be made."""
        with self._asking():
            return self._renderings.last_file(path)

    def source_of(self, path: str) -> str:
        """Name the source that a file shows; empty when it is no single one."""
        with self._asking():
            output = self._lookup.find(path) if self._lookup is not None else None
            return output.source if output is not None else ""

    def new_address(self, path: str) -> str | None:
        """Return where what stood at a path has gone: the same source, the same document, or the same text."""
        with self._lock:
            version, standing = self._gone.get(path), self._resident.standing
            if version is None or standing is None:
                return None
            index = standing.shown
            there = index.by_source.get(version.source)
            if there is None and version.key in index.by_key:
                there = index.by_key[version.key].version(version.language)
            if there is None and version.body.paragraphs:
                same = (other for other in index.by_source.values() if other.body.paragraphs == version.body.paragraphs)
                there = next((other for other in same if other.language == version.language), None)
            is_shown = there is not None and index.is_published(there)
            return version_address(index.site, there) if there is not None and is_shown else None

    def has(self, path: str) -> bool:
        """Return whether there is a file at a path."""
        with self._asking():
            return self._lookup is not None and self._lookup.find(path) is not None

    def was(self, path: str) -> bool:
        """Return whether something stood at a path since the beginning, which is not there now."""
        return path in self._gone

    def has_errors(self) -> bool:
        """Return whether the content has errors, as far as reading and looking at addresses can tell."""
        standing = self.standing
        return standing is None or not standing.is_sound or has_errors(standing.content.diagnostics)

    def idle_for(self) -> float:
        """Return for how many seconds nobody has asked for anything."""
        return time.perf_counter() - self._asked

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Keep others from asking meanwhile; for what takes no longer than a page."""
        with self._lock:
            yield

    @contextmanager
    def _asking(self) -> Iterator[None]:
        self._asked = time.perf_counter()
        with self._lock:
            yield
        self._asked = time.perf_counter()

    def _renew(self, *, is_new: bool = False) -> None:
        """Look outputs up in the present index; remember what stood at pages that are gone."""
        standing, before = self._resident.standing, self._lookup
        if standing is None:
            return
        self._number += 1
        pages = {} if before is None else {source: before.paths_of(source)[:1] for source in self.touched}
        self._lookup = Lookup(standing.pipeline, standing.shown, None if is_new else before)
        for source, paths in pages.items():
            version = before.index.by_source.get(source) if before is not None else None
            if version is not None and paths and paths != self._lookup.paths_of(source)[:1]:
                self._gone[paths[0]] = version
        while len(self._gone) > REMEMBERED:
            self._gone.pop(next(iter(self._gone)))
