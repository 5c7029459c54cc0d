"""What is shown of a project wherever it stands: its colour, and its facts in a few words."""

from collections.abc import Mapping

from msgspec import Struct

from plugins.core.dates import date_range
from plugins.core.documents import DocumentType
from plugins.core.facts import ProjectFacts
from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.core.vocabulary import VOCABULARY

HUES = 6
"""How many colours the theme keeps for projects."""


def project_hues(index: SiteIndex) -> Mapping[str, int]:
    """Return each project's colour, 1 to 6, by the order of all project keys: publishing one recolours no other."""
    keys = [document.key for document in index.documents if document.type is DocumentType.PROJECTS]
    return {key: place % HUES + 1 for place, key in enumerate(keys)}


class Term(Struct, frozen=True):
    """A name in the reader's language, and what is said under it."""

    name: str
    values: tuple[str, ...]


def project_terms(facts: ProjectFacts, phase: str, language: str) -> tuple[Term, ...]:
    """Return the terms that say something. `phase` is written out: what may be claimed of it depends on the outlet."""
    by_fact = {
        "phase": (phase,),
        "period": (date_range(facts.start, facts.end, LANGUAGES[language]),),
        "operator": (facts.operator,),
        "funder": (facts.funder,),
        "partners": facts.partners,
    }
    names = VOCABULARY[language].facts
    return tuple(Term(names[fact], values) for fact, values in by_fact.items() if any(values))
