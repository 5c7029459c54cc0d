"""The rules of the content, one a module: each a pure function from the index to diagnostics."""

from collections.abc import Callable, Iterable

from plugins.core.diagnostics import Diagnostic
from plugins.core.index import SiteIndex
from plugins.quality.rules.attachments import missing_attachments
from plugins.quality.rules.identities import ambiguous_identities
from plugins.quality.rules.lengths import long_titles_and_summaries
from plugins.quality.rules.links import broken_links
from plugins.quality.rules.pictures import missing_pictures
from plugins.quality.rules.projects import unknown_projects
from plugins.quality.rules.settings import undecided_settings, unpublishable_settings
from plugins.quality.rules.unused_files import unused_files

Rule = Callable[[SiteIndex], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    ambiguous_identities,
    broken_links,
    missing_attachments,
    missing_pictures,
    unknown_projects,
    long_titles_and_summaries,
    unused_files,
)
"""The rules of every run."""

BUILD_RULES: tuple[Rule, ...] = (*RULES, undecided_settings)
RELEASE_RULES: tuple[Rule, ...] = (*RULES, unpublishable_settings)
