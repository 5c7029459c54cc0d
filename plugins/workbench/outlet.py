"""The outlet of the workbench: a list of all blocks on as many pages as it needs, a page for each block, an index."""

from collections.abc import Iterator, Sequence
from functools import partial

from plugins.core.addresses import page_file
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output
from plugins.core.workbench_addresses import block_address, finder_address
from plugins.workbench.bench import Bench
from plugins.workbench.shelf import Shelf


def workbench(index: SiteIndex, outputs: Sequence[Output], *, release: bool) -> Iterator[Output]:
    """Yield the workbench of every language; a release dates what is new by its own day, as its ledger will."""
    shelf = Shelf(index, (output.view for output in outputs if output.kind == "block"))
    for language in index.site.languages:
        yield from _of_language(Bench(shelf, language, release=release))


def _of_language(bench: Bench) -> Iterator[Output]:
    site, language = bench.index.site, bench.edition.code
    for number, address in enumerate(bench.addresses, start=1):
        shown = [block.version(language) for block in bench.part(number)]
        gathered = dict.fromkeys(planned.json_path for planned in shown)
        if number == 1:
            gathered |= dict.fromkeys(place.output for page in bench.pages for place in page.places if place.output)
        page = partial(Bench.blocks_page, bench, number)
        yield Output(page_file(address), "blocks", page, gathers=tuple(gathered))
    every = tuple([block.version(language).json_path for block in bench.listed])
    finder = finder_address(site, language).removeprefix("/")
    yield Output(finder, "finder", bench.finder, gathers=every)
    for block in bench.listed:
        if planned := block.versions.get(language):
            path = page_file(block_address(site, language, block.id))
            yield Output(
                path,
                "block-page",
                partial(Bench.block_page, bench, block),
                source=planned.view.source,
                gathers=(planned.json_path,),
            )
