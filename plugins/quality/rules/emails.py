"""E-mail addresses in texts are those that the site or a project gives as its contacts."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.facts import ProjectFacts
from plugins.core.index import SiteIndex

RESERVED = (".example", ".test", ".invalid", "@example.org", "@example.com", "@example.net")
"""Names that belong to nobody (RFC 2606): examples are written with them."""


def unexpected_emails(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find e-mail addresses that are no contact's and that `privacy_ok` does not speak of (PRV003)."""
    known = public_emails(index)
    for version in index.by_source.values():
        if "email" not in version.privacy_ok:
            for address, place in version.emails:
                if is_private(address, known):
                    yield diagnostic("PRV003", place, where="text")


def is_private(address: str, known: frozenset[str]) -> bool:
    """Return whether an address, in lower case, may be somebody's own."""
    return address not in known and not address.endswith(RESERVED)


def public_emails(index: SiteIndex) -> frozenset[str]:
    """Return the addresses that site.yaml and the projects give for writing to."""
    site = index.site
    given = {site.contact.email, site.accessibility.feedback_email, site.privacy.email}
    for version in index.by_source.values():
        if isinstance(version.facts, ProjectFacts):
            given |= {contact.email for contact in version.facts.contacts}
    return frozenset(address.casefold() for address in given if address)
