"""Titles and summaries fit where they are shown."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.index import SiteIndex

LONGEST_TITLE = 100
LONGEST_SUMMARY = 300


def long_titles_and_summaries(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find titles over 100 characters (DOC008) and summaries over 300 that an author has written (DOC009)."""
    for version in index.by_source.values():
        if len(version.title) > LONGEST_TITLE:
            yield diagnostic("DOC008", version.place("title"), length=len(version.title))
        if len(version.lead) > LONGEST_SUMMARY:
            yield diagnostic("DOC009", version.place("summary"), length=len(version.lead))
