"""The renderers of the workbench: facts of blocks that have been made go into the views, the theme shows them."""

import re
from functools import partial

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from plugins.blocks.manifest import listing_bytes
from plugins.core.destinations import written_size
from plugins.core.languages import LANGUAGES
from plugins.core.made_blocks import MadeFile
from plugins.core.outputs import Materials, Renderer, Rendering
from plugins.listings.views import Anchor
from plugins.workbench.changes import block_change
from plugins.workbench.places import judged, wanting
from plugins.workbench.quotations import Quotations
from plugins.workbench.views import BlockFile, BlockLine, BlockPage, BlocksPage, FinderEntry, FinderView, PlacePage

MOST_PLACES = 50
"""Blocks on pages of the CMS that the front page shows at once; the rest waits until these are mended."""

_HEADING = re.compile(rb"<h([2-6])[ >]")


class BlocksRenderer(Struct, frozen=True):
    """Renders pages of the list by the renderer of all pages."""

    page: Renderer

    def __call__(self, view: BlocksPage, materials: Materials) -> Rendering:
        """Render a page."""
        line = partial(_made_line, materials=materials, language=view.shell.language)
        groups = tuple(replace(group, lines=tuple(map(line, group.lines))) for group in view.groups)
        pages = tuple(wanting(judged(view.pages, materials)))
        shown = _first(pages)
        return self.page(replace(view, groups=groups, pages=shown, more=len(pages) - len(shown)), materials)


class BlockPageRenderer(Struct, frozen=True):
    """Renders the pages of blocks by the renderer of all pages."""

    page: Renderer

    def __call__(self, view: BlockPage, materials: Materials) -> Rendering:
        """Render a page; the block goes into it when its template is done."""
        quotations = Quotations()
        return quotations.put_into(self.page(_made_page(view, materials, quotations), materials))


def render_finder(view: FinderView, materials: Materials) -> Rendering:
    """Render the index of the finder: a line for each block, with keys as short as they are clear."""
    entries = (_entry(entry, materials, view.language) for entry in view.entries)
    return Rendering(listing_bytes({"language": view.language}, "blocks", entries))


def _entry(entry: FinderEntry, materials: Materials, language: str) -> dict[str, object]:
    line = _made_line(entry.line, materials, language)
    fields = {
        "id": line.id,
        "title": line.title,
        "language": line.language,
        "href": line.href,
        "kind": line.kind,
        "project": entry.project,
        "date": [line.date.iso, line.date.text] if line.date else None,
        "languages": [[anchor.text, anchor.href, anchor.language] for anchor in line.languages],
        "v": line.v,
        "size": line.size,
        "places": line.places,
        "words": list(entry.words),
    }
    return {key: value for key, value in fields.items() if value}


def _made_line(line: BlockLine, materials: Materials, language: str) -> BlockLine:
    block = materials.facts(line.output)
    file = block.files.get(line.profile) if block else None
    return replace(line, v=file.v, size=written_size(file.bytes, LANGUAGES[language])) if file else line


def _first(pages: tuple[PlacePage, ...]) -> tuple[PlacePage, ...]:
    count = 0
    for number, page in enumerate(pages):
        count += len(page.places)
        if count > MOST_PLACES and number:
            return pages[:number]
    return pages


def _made_page(page: BlockPage, materials: Materials, quotations: Quotations) -> BlockPage:
    exhibit, language = page.exhibit, page.shell.language
    block = materials.facts(exhibit.output)
    files = block.files if block else {}
    path = dict(exhibit.files)[exhibit.profile] if exhibit.profile in files else ""
    fragment = materials.output(path) if path else b""
    v = files[exhibit.profile].v if path else ""
    states = list(zip(exhibit.history, exhibit.dates, strict=True))
    knows = bool(path) and exhibit.knows_releases
    return replace(
        page,
        v=v,
        since=states[-1][1] if states and states[-1][0].v == v else exhibit.today if v else None,
        earlier=tuple(date for state, date in reversed(states) if state.v != v),
        change=block_change(exhibit, language, v, fragment.decode("utf-8")) if knows else None,
        html=quotations.file(exhibit.output, path, fragment) if path else Markup(),
        deepest=max(map(int, _HEADING.findall(fragment)), default=0),
        files=tuple(_file(profile, path, files.get(profile), page) for profile, path in exhibit.files),
        images=tuple(
            Anchor(picture.alt or picture.file, picture.url)
            for picture in (block.pictures if block else ())
            if picture.url
        ),
        places=tuple(judged(page.places, materials)),
    )


def _file(profile: str, path: str, file: MadeFile | None, page: BlockPage) -> BlockFile:
    if file is None:
        return BlockFile(profile)
    size = written_size(file.bytes, LANGUAGES[page.shell.language])
    return BlockFile(profile, page.shell.root + path, size, file.left_out)
