"""What the law or a reader needs of the site's settings has been decided."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.documents import DocumentType
from plugins.core.facts import PageFacts
from plugins.core.index import SiteIndex

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


def undecided_settings(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find settings of site.yaml that still stand empty (SIT002); publishing refuses them."""
    return (diagnostic("SIT002", index.site.place(key), key=key) for key in _undecided(index))


def unpublishable_settings(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find the same in a release, where they are errors (SIT003), as is an address that only this machine knows.

    A `cname` that is not the host of base_url (SIT004) would put the site where none of its links lead.
    """
    site = index.site
    host = urlsplit(site.base_url).hostname or ""
    local = ("base_url",) if host in LOCAL_HOSTS else ()
    for key in (*local, *_undecided(index)):
        yield diagnostic("SIT003", site.place(key), key=key)
    cname = site.publish.cname
    if cname and not local and cname.casefold().rstrip(".") != host:
        yield diagnostic("SIT004", site.place("publish.cname"), cname=cname, host=host)


def _undecided(index: SiteIndex) -> tuple[str, ...]:
    """List what every site must decide, then what its privacy notice shows and is empty."""
    site = index.site
    pages = (page for code in site.languages for page in index.published(code, DocumentType.PAGES))
    if not any("privacy" in page.facts.shows for page in pages if isinstance(page.facts, PageFacts)):
        return site.undecided
    privacy = site.privacy
    texts = {
        "privacy.legal_basis": privacy.legal_basis,
        "privacy.retention": privacy.retention,
        "privacy.server_operator": privacy.server_operator,
        "privacy.log_retention": privacy.log_retention,
    }
    return (*site.undecided, *(key for key, text in texts.items() if not text.covers(site.languages)))
