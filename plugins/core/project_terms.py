"""What a project's facts say in a few words, each under its name: in the margin of its page, and in its block."""

from msgspec import Struct

from plugins.core.dates import date_range
from plugins.core.facts import ProjectFacts
from plugins.core.languages import LANGUAGES
from plugins.core.vocabulary import VOCABULARY


class Term(Struct, frozen=True):
    """A name in the reader's language, and what is said under it."""

    name: str
    values: tuple[str, ...]


def project_terms(facts: ProjectFacts, phase: str, language: str) -> tuple[Term, ...]:
    """Return the terms that say something. `phase` is written out: what may be claimed of it depends on the outlet."""
    said = {
        "phase": (phase,),
        "period": (date_range(facts.start, facts.end, LANGUAGES[language]),),
        "operator": (facts.operator,),
        "funder": (facts.funder,),
        "partners": facts.partners,
    }
    names = VOCABULARY[language].facts
    return tuple(Term(names[fact], values) for fact, values in said.items() if any(values))
