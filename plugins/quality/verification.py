"""The links of the whole tree as it would be: each leads to an output, and to a place in it."""

from collections.abc import Iterable

from plugins.core.addresses import page_file
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.index import SiteIndex
from plugins.core.output_tree import OutputTree


def dead_links(index: SiteIndex, tree: OutputTree) -> Iterable[Diagnostic]:
    """Find links within the site that lead to nothing (OUT001), in changed and unchanged outputs alike.

    An address that an author wrote in full may lead to a page that stands beside this site on the same host.
    """
    base = index.site.base
    beside = {f"/{address[len(base) :]}" for version in index.by_source.values() for address in version.body.outside
              if address.startswith(base)}  # fmt: skip
    # Thousands of pages lead to the same places: each address is looked up once.
    addresses = set().union(*(inspection.links for inspection in tree.inspections.values()))
    dead = {address for address in addresses - beside if not _leads(address, tree)}
    for path, inspection in tree.inspections.items() if dead else ():
        for address in inspection.links:
            if address in dead:
                yield diagnostic("OUT001", inspection.place, address=address, output=path)


def _leads(address: str, tree: OutputTree) -> bool:
    target, _, fragment = address.partition("#")
    inspection = tree.inspections.get(page_file(target))
    if inspection is None:
        return False
    # What a fragment means in a file of another kind (`#page=5` of a PDF) is for its reader to know.
    return not fragment or fragment in inspection.ids or not page_file(target).endswith((".html", ".htm"))
