"""Pages as outputs: each is planned by its address, and shown by a recipe when it is compared or rendered."""

from collections.abc import Callable, Mapping

from plugins.core.addresses import page_file
from plugins.core.documents import Version
from plugins.core.outputs import MapEntry, Output
from plugins.listings.edition import Edition
from plugins.listings.shell import Subject, alternates


def page_output(edition: Edition, subject: Subject, recipe: Callable[[], object], source: str = "") -> Output:
    """Return the output of a page about a subject."""
    is_found = not (subject.robots or subject.placeless or subject.withheld)
    entry = map_entry(edition, subject.address, subject.counterparts) if is_found else None
    return Output(page_file(subject.address), "page", recipe, source=source, entry=entry)


def document_output(edition: Edition, version: Version, recipe: Callable[[], object]) -> Output:
    """Return the output of a document's page."""
    address = edition.address(version)
    entry = map_entry(edition, address, edition.counterparts(version))
    return Output(page_file(address), "page", recipe, source=version.source, entry=entry)


def map_entry(edition: Edition, address: str, counterparts: Mapping[str, str]) -> MapEntry:
    """Return a page's entry in the map of the site."""
    named = tuple((alternate.language, alternate.href) for alternate in alternates(edition, counterparts))
    return MapEntry(edition.full(address), named)
