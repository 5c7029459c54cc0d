"""The rules of the content, one a module: each a pure function from the index to diagnostics."""

from collections.abc import Callable, Iterable

from plugins.core.diagnostics import Diagnostic
from plugins.core.index import SiteIndex
from plugins.quality.rules.links import broken_links

RULES: tuple[Callable[[SiteIndex], Iterable[Diagnostic]], ...] = (broken_links,)
