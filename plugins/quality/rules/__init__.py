"""The rules of the content, one a module: each a pure function to diagnostics, from the index or from one source."""

from collections.abc import Callable, Iterable

from plugins.core.diagnostics import Diagnostic
from plugins.core.index import SiteIndex
from plugins.core.writing import WritingRule
from plugins.quality.rules.alternatives import alternatives_in_texts, alternatives_of_versions
from plugins.quality.rules.attachments import missing_attachments
from plugins.quality.rules.deadlines import impossible_deadlines
from plugins.quality.rules.emails import unexpected_emails
from plugins.quality.rules.identities import ambiguous_identities
from plugins.quality.rules.lengths import long_titles_and_summaries
from plugins.quality.rules.links import broken_links
from plugins.quality.rules.milestones import passed_milestones
from plugins.quality.rules.personal_data import personal_data_in_sources
from plugins.quality.rules.pictures import missing_pictures
from plugins.quality.rules.private_files import personal_data_in_files
from plugins.quality.rules.private_names import personal_data_in_names
from plugins.quality.rules.projects import unknown_projects
from plugins.quality.rules.sentences import long_sentences
from plugins.quality.rules.settings import undecided_settings, unpublishable_settings
from plugins.quality.rules.tables import tables_without_headers
from plugins.quality.rules.uncounted_decisions import uncounted_decisions
from plugins.quality.rules.unused_files import unused_files
from plugins.quality.rules.vague_links import vague_links

Rule = Callable[[SiteIndex], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    ambiguous_identities,
    broken_links,
    missing_attachments,
    missing_pictures,
    unknown_projects,
    long_titles_and_summaries,
    unused_files,
    passed_milestones,
    alternatives_of_versions,
    unexpected_emails,
    personal_data_in_files,
    personal_data_in_names,
)
"""The rules of every run."""

BUILD_RULES: tuple[Rule, ...] = (*RULES, undecided_settings)
RELEASE_RULES: tuple[Rule, ...] = (*RULES, unpublishable_settings)

WRITING_RULES: tuple[WritingRule, ...] = (
    vague_links,
    tables_without_headers,
    long_sentences,
    alternatives_in_texts,
    impossible_deadlines,
    uncounted_decisions,
    personal_data_in_sources,
)
"""The rules that judge a source by itself, when it is read."""
