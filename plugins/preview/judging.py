"""Judging: what rules say of the content, found while nobody waits for a page."""

import gc
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from plugins.core.diagnostics import Diagnostic, in_reading_order
from plugins.engine.planning import collisions, outputs_of, planned, unportable
from plugins.preview.live_site import LiveSite
from plugins.preview.lookup import Lookup
from plugins.preview.renderings import Renderings
from plugins.preview.resident import Standing

ANSWERED = 0.03
"""Seconds without a request after which the pages that were told of a change have been answered."""

QUIET = 0.25
"""Seconds without a request after which there is time for judging."""


class StandingJudge:
    """Judges the present state of a site in a thread of its own, and tells of it; a newer state comes first."""

    def __init__(
        self,
        site: LiveSite,
        tell_read: Callable[[Standing], None],
        tell_found: Callable[[Standing, tuple[Diagnostic, ...]], None],
    ) -> None:
        """Wait to be called; it is told first of what was read, then of what rules found there."""
        self._site = site
        self._tell_read = tell_read
        self._tell_found = tell_found
        self._called = threading.Event()
        threading.Thread(target=self._work, daemon=True).start()

    def call(self) -> None:
        """Have the present state judged when there is time."""
        self._called.set()

    def judge(self) -> bool:
        """Judge the present state; False when it has become another one meanwhile."""
        standing, generation = self._site.standing, self._site.generation
        if standing is None:
            return True
        self._tell_read(standing)
        self._wait_until_quiet()
        found: list[Diagnostic] = []
        for part in _parts(self._site, standing):
            found += part()
            if self._site.generation != generation:
                return False
            self._wait_until_quiet()
        if standing.is_sound:  # else what is shown needs a tree that no reading names
            with self._site.quiet():
                standing.pipeline.cache.keep_readings(standing.content.kept, {})
        self._tell_found(standing, in_reading_order(found))
        gc.collect(1)  # what rules have left behind would else be looked through in the middle of the next save
        return True

    def _work(self) -> None:
        while True:
            self._called.wait()
            self._wait_until_quiet(ANSWERED)
            self._called.clear()
            generation = self._site.generation
            try:
                is_done = self.judge()
            except Exception:  # noqa: BLE001 - the thread has to live; what was overtaken may fail
                is_done = self._site.generation == generation
                if is_done:
                    traceback.print_exc()
            if not is_done:
                self._called.set()

    def _wait_until_quiet(self, seconds: float = QUIET) -> None:
        while (idle := self._site.idle_for()) < seconds:
            time.sleep(seconds - idle)


def _parts(site: LiveSite, standing: Standing) -> Iterator[Callable[[], Iterable[Diagnostic]]]:
    """Yield the pieces of work, each a pure function of what the site stands on."""
    pipeline, index, shown = standing.pipeline, standing.judged(), standing.shown
    yield from (partial(rule, index) for rule in pipeline.rules)
    yield from (partial(rule, pipeline.cache, index) for rule in pipeline.text_rules)

    def of_addresses() -> Iterator[Diagnostic]:
        outputs = planned(shown, pipeline)
        yield from collisions(shown, outputs)
        yield from unportable(shown, outputs)

    yield of_addresses
    yield from (partial(_of_files, standing, source) for source in sorted(site.touched) if source in shown.by_source)


def _of_files(standing: Standing, source: str) -> Iterator[Diagnostic]:
    """Yield what rendering says of what a version makes, and what a look at its files does."""
    pipeline, shown = standing.pipeline, standing.shown
    version = shown.by_source[source]
    if not shown.is_published(version):
        return
    lookup, renderings = Lookup(pipeline, shown), Renderings()
    for output in outputs_of(shown, version, pipeline):
        rendering = renderings.rendering(lookup, output)
        yield from rendering.diagnostics
        files = {output.path: rendering.data, **rendering.beside}
        for path, data in files.items():
            if data is not None:
                yield from pipeline.inspect(shown.site.base, path, data, ()).diagnostics
