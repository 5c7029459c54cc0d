"""What the law or a reader needs of the site's settings has been decided."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.index import SiteIndex

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


def undecided_settings(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find settings of site.yaml that still stand empty (SIT002); publishing refuses them."""
    return (diagnostic("SIT002", index.site.place(key), key=key) for key in index.site.undecided)


def unpublishable_settings(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find the same in a release, where they are errors (SIT003), as is an address that only this machine knows."""
    site = index.site
    local = ("base_url",) if urlsplit(site.base_url).hostname in LOCAL_HOSTS else ()
    return (diagnostic("SIT003", site.place(key), key=key) for key in (*local, *site.undecided))
