"""Settings of the site as standing pages show them."""

from plugins.core.dates import long_date
from plugins.core.documents import Version
from plugins.core.facts import PageFacts
from plugins.listings.edition import Edition
from plugins.listings.views import Date, ShownSettings


def shown_settings(edition: Edition, page: Version) -> ShownSettings:
    """Write the settings of site.yaml in the edition's language, for a page that shows some of them."""
    site, code = edition.site, edition.code
    accessibility, privacy = site.accessibility, site.privacy
    assessed = accessibility.assessed
    return ShownSettings(
        shows=page.facts.shows if isinstance(page.facts, PageFacts) else (),
        operator=edition.operator,
        contact_name=site.contact.name,
        contact_email=site.contact.email,
        feedback_email=accessibility.feedback_email,
        assessed=Date(assessed.iso, long_date(assessed, edition.language)) if assessed else None,
        method=accessibility.method,
        known_issues=dict(accessibility.known_issues).get(code, ()),
        controller=privacy.controller.get(code),
        privacy_email=privacy.email,
        legal_basis=privacy.legal_basis.get(code),
        retention=privacy.retention.get(code),
        server_operator=privacy.server_operator.get(code),
        log_retention=privacy.log_retention.get(code),
    )
