"""The pairs of versions that rules compare."""

from collections.abc import Iterator
from itertools import combinations

from plugins.core.arrangement import Visibility
from plugins.core.documents import Version
from plugins.core.index import SiteIndex

_SHOWN = frozenset({Visibility.PUBLISHED, Visibility.SCHEDULED})


def comparable(index: SiteIndex) -> Iterator[tuple[Version, Version]]:
    """List the pairs that readers see or are going to see, unless one of them says why it differs.

    With three languages each pair is judged by itself. A draft is unfinished, and what has been withdrawn or has
    expired misleads nobody any more.
    """
    for document in index.documents:
        shown = [version for version in document.versions if not version.differs and is_shown(index, version)]
        yield from combinations(shown, 2)


def is_shown(index: SiteIndex, version: Version) -> bool:
    """Return whether readers see a version or are going to see it; of one with faults not all is known."""
    return index.visibilities[version.source] in _SHOWN and version.source not in index.unread
