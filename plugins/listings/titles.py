"""Titles of pages: each its own in the whole site, as search results and browser tabs need."""

from collections import Counter
from collections.abc import Iterable, Mapping

from plugins.core.dates import short_date
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts
from plugins.core.index import SiteIndex

OWN_PAGES = ("news", "meetings", "pilots", "projects", "subscribe", "not_found")
"""Pages of the site's own whose names a document's title may happen to repeat."""


def own_titles(index: SiteIndex, language: str) -> Mapping[str, str]:
    """Return the title of each published version in a language, by source path.

    A title that stands for one page only is left alone. One that another page of the language has too is followed by
    the date of what it tells; one that another language under the same site name has, by the language's name; what is
    alike even then, by the document's key.
    """
    site = index.site
    names = {code: site.name.get(code) for code in site.languages}
    versions = [
        version
        for document in index.documents
        for version in document.versions
        if names[version.language] == names[language] and index.is_published(version)
    ]
    own = Counter(site.language(code).names[page] for code in _sharers(names, language) for page in OWN_PAGES)
    in_site = own + Counter(version.title for version in versions)
    in_language = own + Counter(version.title for version in versions if version.language == language)
    first = {
        version.title: version.language for version in sorted(versions, key=lambda version: _rank(index, version))[::-1]
    }
    here = [version for version in versions if version.language == language]
    titles: dict[str, str] = {}
    for version in here:
        title = version.title
        if in_site[version.title] > 1:
            if in_language[version.title] > 1 and version.date is not None:
                title += f", {_date(index, version)}"
            if first[version.title] != language:
                title += f" ({site.language(language).name})"
        titles[version.source] = title
    taken = Counter(titles.values()) + own
    for version in here:
        if taken[titles[version.source]] > 1:
            titles[version.source] += f" ({version.key})"
    return titles


def home_title(index: SiteIndex, language: str) -> str:
    """Return the title of a language's home: the site's name, told apart from that of an earlier language."""
    names = {code: index.site.name.get(code) for code in index.site.languages}
    alone = next(iter(_sharers(names, language))) == language
    return names[language] if alone else f"{names[language]} ({index.site.language(language).name})"


def _sharers(names: Mapping[str, str], language: str) -> Iterable[str]:
    return [code for code, name in names.items() if name == names[language]]


def _rank(index: SiteIndex, version: Version) -> int:
    return index.site.languages.index(version.language)


def _date(index: SiteIndex, version: Version) -> str:
    when = version.date
    if isinstance(version.facts, MeetingFacts) and version.facts.sessions:
        when = version.facts.sessions[0].start
    return short_date(when, index.site.language(version.language)) if when else ""
