"""The outlet of the theme: its files as outputs, and the rendering of pages through its templates."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from markupsafe import Markup
from msgspec import Struct

from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.core.markup.links import may_hold_symbols, with_links
from plugins.core.markup.pictures import with_pictures
from plugins.core.markup.serialiser import to_html
from plugins.core.outputs import Materials, Output, Rendering, planned_view
from plugins.core.vocabulary import VOCABULARY
from plugins.theming import page_code
from plugins.theming.assets import Asset
from plugins.theming.catalogues import KeptCatalogues, translations
from plugins.theming.hyphenation import hyphenate
from plugins.theming.templates import PageTemplates
from plugins.theming.typesetting import typeset


class AssetView(Struct, frozen=True):
    """A file of the theme, by its path in the output and the digest of its bytes."""

    path: str
    digest: str


class KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates in a folder, for the next process."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), f"{page_code.digest()}-%s.cache")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, unless the disk is full or will not have it."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_folder(theme: Path) -> Path | None:
    """Return the folder for what is compiled of a theme: the one where Python keeps compiled modules.

    It is not in the cache of a site, which may come from elsewhere: compiled code is run without a look. None where
    nothing may be written.
    """
    if sys.dont_write_bytecode:
        return None
    folder = Path(cache_from_source(str(theme / "theme.py"))).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


class Theme:
    """The theme of a run; its compiled templates and catalogues wait for the next process beside the theme."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        compiled = compiled_folder(folder)
        options = {"bytecode_cache": KeptTemplates(compiled)} if compiled else {}
        translate = KeptCatalogues(compiled).translations if compiled else translations
        self.templates = PageTemplates(folder, tuple(LANGUAGES), options, translate)

    @cached_property
    def _assets(self) -> dict[str, Asset]:
        return {asset.path: asset for asset in self.templates.assets}

    def outlet(self, index: SiteIndex, language: str) -> Iterable[Output]:
        """Return the theme's files, once for the whole site."""
        if language == index.site.default_language:
            for asset in self._assets.values():
                digest = blake2b(asset.data, digest_size=16).hexdigest()
                yield Output(asset.path, "asset", planned_view(AssetView(asset.path, digest)))

    def render_asset(self, view: AssetView, _: Materials) -> Rendering:
        """Return a file's bytes as they are."""
        return Rendering(self._assets[view.path].data)

    def render_page(self, view: Any, materials: Materials) -> Rendering:
        """Render a page through its template; bodies come from the sanitised tree, resolved as the view says."""
        language = view.shell.language
        words, by_language = VOCABULARY[language], self.templates.hyphenators

        def prose(body: Any) -> Markup:
            tree = hyphenate(typeset(materials.tree(body.digest), words), by_language(body.hyphenated), language)
            html = to_html(tree)
            if may_hold_symbols(html):
                tree = with_links(tree, {link.symbol: link for link in body.links})
                html = to_html(with_pictures(tree, {picture.symbol: picture for picture in body.pictures}))
            # The serialiser escapes every text, and the tree holds only what the allow-list let through.
            return Markup(html)  # noqa: S704

        return Rendering(self.templates.render(view, prose).encode("utf-8"))
