"""Versions are still true to what they were checked against."""

from collections.abc import Callable, Iterable

from plugins.bilingual.passages import Passage, opening, passages
from plugins.bilingual.records import Records
from plugins.bilingual.rules.pairs import is_shown
from plugins.bilingual.standings import Judgement, TranslationStatus, judgements
from plugins.core.dates import date_in_words
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.index import SiteIndex
from plugins.core.markup.tree import Tree

OPENING = 60
"""How much of a paragraph names it, in characters."""

_CODES = {TranslationStatus.STALE: "BIL002", TranslationStatus.TOUCHED: "BIL003"}


def untrue_translations(index: SiteIndex, records: Records, tree: Callable[[str], Tree]) -> Iterable[Diagnostic]:
    """Find versions whose counterpart has changed since they were checked (BIL002), or which both have (BIL003).

    Only versions that readers see or will see. The texts of changed versions are loaded, to name the paragraphs.
    """
    yield from records.diagnostics
    recorded = {pair.key for pair in records.by_pair}
    documents = [document for document in index.documents if document.key in recorded]
    for judgement in judgements(documents, index.site.languages, records):
        if (
            judgement.standing not in _CODES
            or judgement.version is None
            or judgement.against is None
            or judgement.record is None
        ):
            continue
        if is_shown(index, judgement.version) and is_shown(index, judgement.against):
            values = {
                "other": judgement.against.source,
                "date": date_in_words(judgement.record.date),
                "passages": named(judgement, passages(judgement.against, tree(judgement.against.body.digest))),
                "removed": sum(change.after is None for change in judgement.changes),
            }
            yield diagnostic(_CODES[judgement.standing], judgement.version.place(), **values)


def named(judgement: Judgement, after: tuple[Passage, ...]) -> str:
    """Name the passages of the other version that are new or changed: keys, and numbers with their first words."""
    names = []
    for change in judgement.changes:
        if change.key:
            names.append(change.key)
        elif change.after is not None:
            names.append(f"{change.number} ”{opening(after[change.after].text, OPENING)}”")
    return ", ".join(names) or "–"
