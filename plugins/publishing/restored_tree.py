"""The tree of an earlier release, made what it may be now: without what was withdrawn, with what readers know since."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from plugins.core.addresses import file_address, page_file
from plugins.core.block_contract import FOLDER, feed_path, identity_of_path, is_for_editors
from plugins.core.document_blocks import SUMMARY
from plugins.core.documents import DocumentType
from plugins.core.ledger import Ledger, PublishedVersion
from plugins.core.site import Site
from plugins.core.workbench_addresses import block_address
from plugins.publishing.excision import Traces, links_of, without
from plugins.publishing.identities import DOCUMENT_KINDS
from plugins.publishing.site_tree import files_of
from plugins.publishing.subscriptions import is_followed
from plugins.publishing.succession import Identity
from plugins.search.addresses import index_folder

THEME = "theme/"


def clear(tree: Path, site: Site, target: Ledger, away: Collection[Identity]) -> None:
    """Take versions out of the tree: their pages, pictures and blocks, and their entries wherever they are listed.

    An index of searching cannot be cut: that of their language goes, and the search page says that there is none.
    """
    gone = [version for version in target.versions if (version.key, version.language) in away]
    addresses = frozenset(address for version in gone for address in version.addresses)
    addresses |= {
        file_address(feed_path(version.key, version.language))
        for version in gone
        if version.type == DocumentType.PROJECTS
    }
    own_blocks = {(key + kind, language) for key, language in away for kind in ("", SUMMARY)}
    events = {event.uid for event in target.events if (event.key, event.language) in away}
    # A standing page stands at the root of its language, where others stand beside it; nothing is below it.
    folders = tuple(address for version in gone if version.type != DocumentType.PAGES for address in version.addresses)
    ids = frozenset({version.feed_id for version in gone} | events)
    traces = Traces(site.base, addresses, folders, ids, frozenset(own_blocks))
    files = dict(files_of(tree))
    blocks = traces.blocks | _listing_blocks(files, target, traces)
    workbench = {block_address(site, language, block) for block, language in blocks if language in site.languages}
    traces = replace(traces, addresses=addresses | workbench, blocks=blocks)
    own = {path for path in files if traces.own(path)}
    shown = _linked(files, [path for path in own if path.endswith(".html")], site.base)
    indexes = tuple(
        index_folder(site, language).removeprefix("/") for _, language in away if language in site.languages
    )
    for path in [path for path in files if path in own or path.startswith(indexes) or _is_block(path, traces.blocks)]:
        files.pop(path).unlink()
    for path, file in files.items():
        data = file.read_bytes()
        rest = without(path, data, traces)
        if rest != data:
            file.write_bytes(rest)
    _drop_orphans(files, shown, site.base)


def _listing_blocks(files: Mapping[str, Path], target: Ledger, traces: Traces) -> frozenset[tuple[str, str]]:
    """Find the blocks that list one of the pages: a document's own may lead there, and stays."""
    found = set()
    for path, file in files.items():
        block = identity_of_path(path)
        if block is not None and target.kinds.get(block.block) not in DOCUMENT_KINDS:
            found |= {(block.block, block.language)} if traces.are_in(file.read_text(encoding="utf-8")) else set()
    return frozenset(found)


def _is_block(path: str, blocks: Collection[tuple[str, str]]) -> bool:
    """Return whether a file is one of a block's, in any form."""
    if not path.startswith(FOLDER) or path.count("/") != 2:
        return False
    _, block, name = path.split("/")
    return not name.endswith(".rss") and (block, name.partition(".")[0]) in blocks


def _linked(files: Mapping[str, Path], pages: Iterable[str], site: str) -> set[str]:
    """Return the paths of the files to which pages lead or which they show."""
    texts = ((path, files[path].read_text(encoding="utf-8")) for path in pages)
    return {
        page_file(address) for path, html in texts for address in links_of(html, site, file_address(path)) if address
    }


def _drop_orphans(files: Mapping[str, Path], shown: Collection[str], site: str) -> None:
    """Remove pictures and attachments that only the pages had which are gone."""
    left = _linked(files, [path for path in files if path.endswith(".html")], site)
    kinds = (".html", ".rss", ".atom", ".json", ".xml", ".ics")
    for path in set(shown) & files.keys() - left:
        if not (path.startswith(THEME) or path.endswith(kinds) or is_for_editors(path)):
            files[path].unlink()


def place(departures: Path, tree: Path, versions: Collection[PublishedVersion]) -> None:
    """Put redirects and notices where readers know an address at which nothing stands, and what these pages need."""
    _place_followed(tree, versions)
    files = dict(files_of(departures))
    wanted = {page_file(address) for version in versions for address in version.addresses}
    for path in [path for path in files if path in wanted or path.startswith(THEME)]:
        target = tree / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(files[path].read_bytes())


def _place_followed(tree: Path, versions: Iterable[PublishedVersion]) -> None:
    """Put the feeds and calendars of what stands elsewhere again where their followers know them since."""
    for version in (version for version in versions if version.addresses and not version.withdrawn):
        present, *earlier = (tree / address.removeprefix("/") for address in version.addresses)
        followed = [file for file in present.glob("*") if is_followed(file.name)] if earlier else []
        for folder in earlier:
            for file in followed:
                target = folder / file.name
                if not target.exists():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(file.read_bytes())
