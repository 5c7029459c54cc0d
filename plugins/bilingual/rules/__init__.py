"""The rules that compare versions, one a module: each a pure function from the index to diagnostics."""

from collections.abc import Callable, Iterable

from plugins.bilingual.rules.agreeing_facts import disagreeing_facts
from plugins.bilingual.rules.agreeing_links import links_in_one_version
from plugins.bilingual.rules.agreeing_numbers import mentions_in_one_version
from plugins.bilingual.rules.agreeing_structure import differing_structure
from plugins.bilingual.rules.required_versions import missing_versions
from plugins.core.diagnostics import Diagnostic
from plugins.core.index import SiteIndex

Rule = Callable[[SiteIndex], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    missing_versions,
    disagreeing_facts,
    mentions_in_one_version,
    links_in_one_version,
    differing_structure,
)
