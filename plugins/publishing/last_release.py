"""The last release as far as this machine knows it: a preview compares with it and asks no network.

Known are the ledger that a command names, the branch as git saw it last, and what this machine itself published last.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.core.index import SiteIndex
from plugins.core.ledger import Ledger
from plugins.core.pipeline import Pipeline
from plugins.core.values import value
from plugins.publishing.branch import Branch
from plugins.publishing.ledger_file import parsed

_REMEMBERED = "released.json"


@value
class LastRelease:
    """Finds the ledger for a run."""

    pipeline: Pipeline

    def __call__(self, index: SiteIndex) -> Ledger | None:
        """Give the ledger with the newest date; None when nothing is known."""
        if self.pipeline.ledger is not None:
            return index.ledger
        return max(self._known(index), key=lambda one: one.newest, default=None)

    def _known(self, index: SiteIndex) -> Iterator[Ledger]:
        file = self.pipeline.folders.cache / _REMEMBERED
        seen = Branch(self.pipeline.folders.content, index.site.publish).last_seen()
        for data in (file.read_bytes() if file.is_file() else None, seen):
            try:
                if data is not None:
                    yield parsed(data)
            except ValueError:
                continue  # A damaged memory is none.


def remember(ledger: Path, cache: Path) -> None:
    """Keep the ledger of what has just been published; git remembers nothing of what was sent to a folder."""
    shutil.copyfile(ledger, cache / _REMEMBERED)
