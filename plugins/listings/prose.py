"""A text's symbolic links and pictures, resolved for the page that shows it."""

from plugins.core.destinations import destination
from plugins.core.documents import Version
from plugins.core.markup.links import Link
from plugins.listings.edition import Vantage
from plugins.listings.pictures import body_pictures
from plugins.listings.views import Prose


def prose(vantage: Vantage, version: Version) -> Prose:
    """Resolve a body's links and pictures.

    A link that leads nowhere a reader may go is left out: only its words are then shown.
    """
    edition = vantage.edition
    links: dict[str, Link] = {}
    for reference in version.body.references:
        found = destination(edition.index, reference, edition.code)
        if found is not None:
            links[reference.symbol] = Link(reference.symbol, vantage.href(found.address), found.language, found.note)
    return Prose(version.body.digest, tuple(links.values()), body_pictures(vantage, version), version.hyphenated)
