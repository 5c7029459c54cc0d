"""Glue: the rules that compare versions, and the board of translations, as contributions to a run."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.bilingual.records import load
from plugins.bilingual.rules import RULES
from plugins.bilingual.rules.true_translations import untrue_translations
from plugins.core.contributions import BuildRelease, Contributions, Pipeline, Settings, rooms
from plugins.core.diagnostics import Diagnostic
from plugins.core.index import SiteIndex
from plugins.core.outputs import Trees

if TYPE_CHECKING:
    from plugins.bilingual.desk import TranslationDesk


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return what compares versions, and what shows how they stand."""
    compare = partial(compare_with_records, settings.folders.content)
    return Contributions(rules=RULES, text_rules=(compare,), desks={"translations": translation_desk})


def compare_with_records(content: Path, trees: Trees, index: SiteIndex) -> Iterable[Diagnostic]:
    """Judge the versions by the records in the content folder."""
    return untrue_translations(index, load(content), trees.tree)


def translation_desk(pipeline: Pipeline, _: BuildRelease) -> "TranslationDesk":
    """Open the board, which only a preview asks for."""
    from plugins.bilingual.desk import TranslationDesk

    return TranslationDesk(pipeline)
