"""What publishing would change: pages and other files, added, changed and removed."""

from collections.abc import Mapping

from msgspec import Struct

from plugins.core.addresses import file_address
from plugins.core.block_contract import is_for_editors


class Changes(Struct, frozen=True):
    """The files that differ between two trees, by path, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """Compare two trees, each a mapping of paths to digests."""
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(path for path in after.keys() & before.keys() if after[path] != before[path])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def page_addresses(paths: tuple[str, ...]) -> list[str]:
    """Return the addresses of the pages among files. Blocks and their gallery are HTML too, but no reader's pages."""
    return sorted(file_address(path) for path in paths if is_page(path))


def is_page(path: str) -> bool:
    """Return whether a file is a page of the site."""
    return path.endswith(".html") and not is_for_editors(path)
