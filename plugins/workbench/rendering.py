"""The renderer of the gallery: the facts of its blocks become cards, and the theme's template shows them."""

from markupsafe import Markup

from plugins.core.block_contract import USUAL
from plugins.core.outputs import Facts, Materials, Renderer, Rendering
from plugins.core.values import value
from plugins.workbench.changes import block_change
from plugins.workbench.quotations import Quotations
from plugins.workbench.views import BlockCard, BlockFile, Exhibit, GalleryPage, GalleryView, Way


@value
class GalleryRenderer:
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
    facts = materials.facts(exhibit.output)
    exported: Facts = facts.get("profiles", {})
    path = dict(exhibit.files)[USUAL] if USUAL in exported else ""
    fragment = materials.output(path) if path else b""
    v = str(exported.get(block.profile, {}).get("v", ""))
    pictures = facts["images"] if USUAL in exported else ()
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
        files=tuple(
            _file(profile, path, exported.get(profile, {}), page.shell.root) for profile, path in exhibit.files
        ),
        images=tuple(Way(alt or file, url) for file, alt, _, _, url in pictures if url),
        places=exhibit.places,
    )


def _file(profile: str, path: str, facts: Facts, root: str) -> BlockFile:
    if not facts:
        return BlockFile(profile)
    return BlockFile(profile, root + path, facts["bytes"], tuple(facts["left_out"]))
