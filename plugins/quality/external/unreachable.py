"""Links to other sites that do not work: only ever a warning, because the other side may just have a bad day."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from plugins.core.contributions import Folders
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.index import SiteIndex
from plugins.core.output_tree import OutputTree
from plugins.core.stages import UNWATCHED, Stages
from plugins.quality.external.outcomes import Outcomes
from plugins.quality.external.outside_links import outside_links, places
from plugins.quality.external.tries import OK, LinkCheckLimits, tried


class UnreachableLinks(Struct, frozen=True):
    """A verifier: it runs when everything else is sound, so nobody is asked about a text that has to change."""

    folders: Folders
    stages: Stages = UNWATCHED
    manners: LinkCheckLimits = field(default_factory=LinkCheckLimits)

    def __call__(self, index: SiteIndex, _: OutputTree) -> Iterable[Diagnostic]:
        """Try what published texts link to (LNK005); tells every place that uses an address."""
        links = outside_links(index)
        outcomes = Outcomes(self._file, index.now)
        known = outcomes.known()
        new = tried([address for address in links if address not in known], self.manners, self.stages)
        if new:
            outcomes.keep(new)
        for address, sources in links.items():
            answer = new.get(address) or known.get(address, OK)
            if answer != OK:
                for source in sources:
                    for place in places(self.folders.content, source, address):
                        yield diagnostic("LNK005", place, address=address, answer=answer)

    @property
    def _file(self) -> Path:
        return self.folders.cache / "outside-links.json"
