"""security.txt: whom to tell of a fault in the site's security (RFC 9116)."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plugins.core.addresses import absolute
from plugins.core.index import SiteIndex
from plugins.core.outputs import Materials, Output, Rendering, planned_view

PATH = ".well-known/security.txt"


class SecurityContactView(Struct, frozen=True):
    """The fields of the file, in order."""

    email: str
    expires: str
    """When the file is to be looked at again: RFC 3339, in UTC."""
    languages: tuple[str, ...]
    canonical: str


def security_contact(index: SiteIndex, _outputs: Sequence[Output]) -> Iterator[Output]:
    """Name the site's contact, where there is one.

    The file expires at the beginning of the month eleven months on, below the year that the RFC advises: so it changes
    once a month and not with every build.
    """
    email = index.site.contact.email
    if not email or index.withheld is not None:
        return
    months = index.now.year * 12 + index.now.month - 1 + 11
    expires = f"{months // 12:04}-{months % 12 + 1:02}-01T00:00:00Z"
    canonical = absolute(index.site, f"/{PATH}")
    yield Output(PATH, "security", planned_view(SecurityContactView(email, expires, index.site.languages, canonical)))


def render_security_contact(view: SecurityContactView, _materials: Materials) -> Rendering:
    """Render security.txt."""
    fields = (
        f"Contact: mailto:{view.email}",
        f"Expires: {view.expires}",
        f"Preferred-Languages: {', '.join(view.languages)}",
        f"Canonical: {view.canonical}",
    )
    return Rendering("".join(f"{field}\n" for field in fields).encode())
