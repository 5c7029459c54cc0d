"""The renderer of the gallery: the facts of its blocks become cards, and the theme's template shows them."""

from markupsafe import Markup
from msgspec import Struct

from plugins.core.block_contract import USUAL
from plugins.core.made_blocks import MadeFile
from plugins.core.outputs import Materials, Renderer, Rendering
from plugins.workbench.changes import block_change
from plugins.workbench.quotations import Quotations
from plugins.workbench.views import BlockCard, BlockFile, Exhibit, GalleryPage, GalleryView, Way


class GalleryRenderer(Struct, frozen=True):
    """Renders pages of the gallery by the renderer of all pages."""

    page: Renderer

    def __call__(self, view: GalleryView, materials: Materials) -> Rendering:
        """Render a page."""
        quotations = Quotations()
        declared = tuple(_card(one, view, materials, quotations) for one in view.declared)
        documents = tuple(_card(one, view, materials, quotations) for one in view.documents)
        page = GalleryPage(view.shell, view.number, declared, documents, view.others)
        return quotations.put_into(self.page(page, materials))


def _card(exhibit: Exhibit, page: GalleryView, materials: Materials, quotations: Quotations) -> BlockCard:
    block = exhibit.view
    made = materials.facts(exhibit.output)
    files = made.files if made else {}
    path = dict(exhibit.files)[USUAL] if USUAL in files else ""
    fragment = materials.output(path) if path else b""
    v = files[block.profile].v if block.profile in files else ""
    pictures = made.pictures if made and USUAL in files else ()
    states = list(zip(exhibit.history, exhibit.dates, strict=True))
    return BlockCard(
        id=block.id,
        kind=block.kind,
        title=block.title,
        language=block.language,
        url=block.url,
        v=v,
        since=states[-1][1] if states and states[-1][0].v == v else page.today if v else None,
        earlier=tuple(date for state, date in reversed(states) if state.v != v),
        change=block_change(exhibit, v, fragment.decode("utf-8")) if path and page.knows_releases else None,
        html=quotations.file(exhibit.output, path, fragment) if path else Markup(),
        source=quotations.source(fragment) if path else Markup(),
        files=tuple(_file(profile, path, files.get(profile), page.shell.root) for profile, path in exhibit.files),
        images=tuple(Way(one.alt or one.file, one.url) for one in pictures if one.url),
        places=exhibit.places,
    )


def _file(profile: str, path: str, file: MadeFile | None, root: str) -> BlockFile:
    return BlockFile(profile, root + path, file.bytes, file.left_out) if file else BlockFile(profile)
