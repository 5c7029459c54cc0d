"""The plan of a run: every output of every outlet, each address once."""

from collections.abc import Iterable

from plugins.core.addresses import file_address
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.index import SiteIndex
from plugins.core.outputs import Outlet, Output


def planned(index: SiteIndex, outlets: Iterable[Outlet]) -> tuple[Output, ...]:
    """Ask every outlet for every language."""
    return tuple(
        output for outlet in outlets for language in index.site.languages for output in outlet(index, language)
    )


def collisions(index: SiteIndex, outputs: Iterable[Output]) -> tuple[Diagnostic, ...]:
    """Find outputs that would stand at one address, also by case only: many file systems know no case."""
    taken: dict[str, Output] = {}
    found: list[Diagnostic] = []
    for output in outputs:
        first = taken.setdefault(output.path.casefold(), output)
        if first is output:
            continue
        sources = sorted({first.source, output.source} - {""})
        blamed = output.source if output.source in index.by_source else first.source
        version = index.by_source.get(blamed)
        place = (
            (version.place("slug") if _has(version.places, "slug") else version.place())
            if version
            else Place("site.yaml")
        )
        other = next((source for source in sources if source != blamed), "-")
        found.append(diagnostic("ADR001", place, address=file_address(output.path), other=other))
    return tuple(found)


def _has(places: tuple[tuple[str, int, int], ...], key: str) -> bool:
    return any(path == key for path, _, _ in places)
