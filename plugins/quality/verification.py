"""The links of the whole tree as it would be: each leads to an output, and to a place in it."""

from collections.abc import Iterable

from plugins.core.addresses import page_file
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.index import SiteIndex
from plugins.core.pipeline import OutputTree

SIGNS = ("kaiku=",)
"""Fragments that mark a block's source and stand for no place."""


def dead_links(index: SiteIndex, tree: OutputTree) -> Iterable[Diagnostic]:
    """Find links within the site that lead to nothing (OUT001), in changed and unchanged outputs alike.

    An address that an author wrote in full may lead to a page that stands beside this site on the same host.
    """
    base = index.site.base
    written = {one for version in index.by_source.values() for one in version.body.outside if one.startswith(base)}
    good: dict[str, bool] = {"/" + one.removeprefix(base): True for one in written}
    for path, inspection in tree.inspections.items():
        for address in inspection.links:
            if address not in good:
                good[address] = _leads(address, tree)
            if not good[address]:
                yield diagnostic("OUT001", inspection.place, address=address, output=path)


def _leads(address: str, tree: OutputTree) -> bool:
    target, _, fragment = address.partition("#")
    inspection = tree.inspections.get(page_file(target))
    if inspection is None:
        return False
    return not fragment or fragment.startswith(SIGNS) or fragment in inspection.ids
