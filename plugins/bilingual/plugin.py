"""Glue: puts the rules that compare versions, and the board of translations, into the pipeline."""

from collections.abc import Iterable
from functools import partial

from plugins.bilingual.desk import TranslationDesk
from plugins.bilingual.record_file import load
from plugins.bilingual.rules import RULES
from plugins.bilingual.rules.true_translations import untrue_translations
from plugins.core.diagnostics import Diagnostic
from plugins.core.index import SiteIndex
from plugins.core.pipeline import Pipeline, opening


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run compare versions, and the preview show how they stand."""
    pipeline.rules.extend(RULES)
    pipeline.rules.append(partial(compare_with_records, pipeline))
    pipeline.desks["translations"] = TranslationDesk(pipeline)


def compare_with_records(pipeline: Pipeline, index: SiteIndex) -> Iterable[Diagnostic]:
    """Judge the versions by the records in the content folder."""
    assert pipeline.cache is not None
    return untrue_translations(index, load(pipeline.folders.content), pipeline.cache.tree)
