"""What the law or a reader needs of the site's settings has been decided."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.index import SiteIndex


def undecided_settings(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find settings of site.yaml that still stand empty (SIT002); publishing refuses them."""
    site = index.site
    decided = {
        "base_url": bool(site.base_url),
        "operator": bool(site.operator),
        "accessibility.feedback_email": bool(site.accessibility.feedback_email),
        "privacy.controller": bool(site.privacy.controller),
    }
    for key, done in decided.items():
        if not done:
            yield diagnostic("SIT002", Place("site.yaml"), key=key)
