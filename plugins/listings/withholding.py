"""Why readers do not see a document, for the banner that writers see above it."""

from plugins.core.dates import date_and_time
from plugins.core.documents import Version
from plugins.core.index import Visibility
from plugins.listings.edition import Edition
from plugins.listings.views import Date, Withheld


def withheld(edition: Edition, version: Version) -> Withheld | None:
    """Tell why a version is for writers only; None for what readers see, and always None in readers' own index."""
    state = (edition.index.withheld or {}).get(version.source)
    if state is None:
        return None
    when = {Visibility.SCHEDULED: version.date, Visibility.EXPIRED: version.expires}.get(state)
    return Withheld(state.value, Date(when.iso, date_and_time(when, edition.language)) if when else None)
