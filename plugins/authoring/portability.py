"""Names that not every system can hold: content is shared by git, and colleagues have Windows and macOS."""

from collections.abc import Iterable, Iterator

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.portable_names import folded, unportable_part


def unportable_names(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Find names that Windows cannot hold (DOC012), and files that some systems take for one (DOC013)."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        part = unportable_part(path)
        if part is not None:
            yield diagnostic("DOC012", Place(path), name=part)
        other = first.setdefault(folded(path), path)
        if other is not path:
            yield diagnostic("DOC013", Place(path), path=path, other=other)
