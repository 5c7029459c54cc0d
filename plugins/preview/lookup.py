"""Looking outputs up by path: each outlet is asked when somebody wants a file of it, and no sooner."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from plugins.core.contributions import Pipeline
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output
from plugins.engine.planning import outputs_of, published


class Maker(NamedTuple):
    """Who makes outputs: the outlets of versions for a source, or an outlet or a sequel by its number."""

    kind: Literal["version", "outlet", "sequel"]
    name: str
    number: int = 0


class KnownPaths:
    """Who makes which paths, as far as it is known: all of versions, of others those that have been made once."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.makers: dict[str, Maker] = {}
        self.of_version: dict[str, tuple[str, ...]] = {}
        """By source, the page first."""


class Lookup:
    """The outputs of one index.

    Which version makes which paths is known for all of them, and handed on from one index to the next; which outlet
    makes the others is remembered from the last time that it was asked.
    """

    def __init__(self, pipeline: Pipeline, index: SiteIndex, before: "Lookup | None" = None) -> None:
        """Take over what still holds of the lookup before."""
        self.pipeline = pipeline
        self.index = index
        self._made: dict[Maker, dict[str, Output]] = {}
        self._absent: set[str] = set()
        if before is not None and before.index.site == index.site:
            self._known, changed = before.known, _rearranged(before.index, index)
        else:
            self._known, changed = KnownPaths(), iter(index.by_source)
        for source in changed:
            self._note_version(source)

    @property
    def known(self) -> KnownPaths:
        """What the next lookup takes over."""
        return self._known

    def find(self, path: str) -> Output | None:
        """Return the output that a path belongs to, if there is one."""
        if path in self._absent:
            return None
        likely = self._known.makers.get(path)
        output = self._output(likely, path) if likely else None
        if output is None:
            others = (maker for maker in self._all_makers() if maker.kind != "version" and maker != likely)
            output = next((found for other in others if (found := self._output(other, path))), None)
        if output is None:
            self._absent.add(path)
        return output

    def paths_of(self, source: str) -> tuple[str, ...]:
        """Return the paths of what a version makes, its page first."""
        return self._known.of_version.get(source, ())

    def _note_version(self, source: str) -> None:
        """Note which paths a version makes now; those that it made before may have another maker now, or none."""
        maker = Maker("version", source)
        for path in self._known.of_version.pop(source, ()):
            if self._known.makers.get(path) == maker:
                del self._known.makers[path]
        outputs = self._outputs(maker)
        if outputs:
            self._known.of_version[source] = tuple(outputs)
            for path in outputs:
                self._known.makers[path] = maker

    def _output(self, maker: Maker, path: str) -> Output | None:
        outputs = self._outputs(maker)
        found = outputs.get(path)
        return found or next(
            (output for output in outputs.values() if output.folder and path.startswith(output.folder)), None
        )

    def _outputs(self, maker: Maker) -> dict[str, Output]:
        outputs = self._made.get(maker)
        if outputs is None:
            outputs = self._made[maker] = {}
            for output in self._asked(maker):
                for path in output.paths:
                    outputs.setdefault(path, output)
                    if maker.kind != "version":
                        self._known.makers.setdefault(path, maker)
        return outputs

    def _asked(self, maker: Maker) -> Iterable[Output]:
        if maker.kind == "outlet":
            return self.pipeline.outlets[maker.number](self.index, maker.name)
        if maker.kind == "sequel":
            return self.pipeline.sequels[maker.number](self.index, self._outputs_of_outlets())
        version = self.index.by_source.get(maker.name)
        is_there = version is not None and self.index.is_published(version)
        return outputs_of(self.index, version, self.pipeline) if version is not None and is_there else ()

    def _outputs_of_outlets(self) -> list[Output]:
        makers = (maker for maker in self._all_makers() if maker.kind != "sequel")
        return [output for maker in makers for output in dict.fromkeys(self._outputs(maker).values())]

    def _all_makers(self) -> Iterator[Maker]:
        languages = self.index.site.languages
        for language in languages:
            yield from (Maker("version", version.source) for version in published(self.index, language))
        for number in range(len(self.pipeline.outlets)):
            yield from (Maker("outlet", language, number) for language in languages)
        yield from (Maker("sequel", "", number) for number in range(len(self.pipeline.sequels)))


def _rearranged(before: SiteIndex, now: SiteIndex) -> Iterator[str]:
    """Name the sources whose version has another outline, or is seen by others, than before."""
    if before.arrangement is now.arrangement:
        return
    old, new = before.by_source, now.by_source
    for source in old.keys() | new.keys():
        if old.get(source) is not new.get(source) or before.visibilities[source] is not now.visibilities[source]:
            yield source
