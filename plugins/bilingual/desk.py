"""The desk of translations in the preview: the board, and confirming."""

from collections.abc import Mapping

from plugins.bilingual.board import Board, board
from plugins.bilingual.board_page import as_page
from plugins.bilingual.confirmation import Versions, one_pair, recorded, unconfirmed
from plugins.bilingual.effects import effects
from plugins.bilingual.history import History
from plugins.bilingual.records import load, save
from plugins.core.contributions import Pipeline
from plugins.core.index import SiteIndex


class TranslationDesk:
    """The board of a run's content folder, and its records."""

    def __init__(self, pipeline: Pipeline) -> None:
        """Look at nothing yet."""
        self._pipeline = pipeline

    def page(self, index: SiteIndex, address: str, language: str) -> bytes:
        """Write the board as a page."""
        return as_page(self.board(index), address, language)

    def act(self, index: SiteIndex, form: Mapping[str, str]) -> None:
        """Confirm the pair that the form names."""
        self.confirm(index, list(one_pair(index, form)))

    def board(self, index: SiteIndex) -> Board:
        """Make the board, with what git remembers and what is known of the last release."""
        content = self._pipeline.settings.folders.content
        history = History(content)
        settings, trees = self._pipeline.settings, self._pipeline.cache
        return board(index, load(content), trees.tree, history.past, effects(settings, trees, index))

    def confirm(self, index: SiteIndex, pairs: list[Versions]) -> int:
        """Record the present state of pairs, dated by the index; tell how many were not recorded so already.

        The sources are never touched.
        """
        content = self._pipeline.settings.folders.content
        records = load(content)
        wanted = unconfirmed(pairs, records)
        if wanted:
            save(content, recorded(records, wanted, index.now.date().isoformat(), index).values())
        return len(wanted)
