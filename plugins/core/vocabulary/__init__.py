"""The words of the domain, which pages, blocks, calendars and digests share: one for each thing in each language.

They are written as they stand within a sentence where they may stand there (`onsite`, `done`), else with a capital.
"""

from collections.abc import Mapping
from types import MappingProxyType

from plugins.core.vocabulary.english import ENGLISH
from plugins.core.vocabulary.finnish import FINNISH
from plugins.core.vocabulary.swedish import SWEDISH
from plugins.core.vocabulary.words import Vocabulary, capital

__all__ = ["VOCABULARY", "Vocabulary", "capital"]

VOCABULARY: Mapping[str, Vocabulary] = MappingProxyType({"fi": FINNISH, "sv": SWEDISH, "en": ENGLISH})
