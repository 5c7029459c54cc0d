"""The renderer of cards. Each is drawn once and kept: its title, not its page, decides."""

import io
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.cards.model import HEIGHT, WIDTH, CardView
from plugins.core.outputs import Materials, Rendering
from plugins.disk.code_version import code_version
from plugins.images.store import Store

if TYPE_CHECKING:
    from PIL.Image import Image

    from plugins.cards.drawing import Draughtsman
    from plugins.cards.title_lines import Break

HYPHENATION = "hyphenation"
"""The theme's folder of where words may break."""

MODULES = ("drawing", "rendering", "title_lines", "typeface")
QUALITY = 88


class CardRenderer:
    """Draws cards in the look of a theme, or takes those that were drawn before."""

    def __init__(self, theme: Path, cache: Path) -> None:
        self._theme = theme
        self._cache = cache
        self._parts = lru_cache(maxsize=None)(self._parting)

    @cached_property
    def version(self) -> str:
        """What a card depends on beside what it shows: the code, Pillow, the theme's colours and typeface."""
        from plugins.cards import typeface
        from plugins.core import colours
        from plugins.theming import palette

        code = [Path(__file__).with_name(f"{name}.py") for name in MODULES]
        code += [Path(str(module.__file__)) for module in (palette, colours)]
        files = [palette.TOKENS, *(typeface.FOLDER / name for name in typeface.FILES)]
        patterns = sorted((self._theme / HYPHENATION).glob("*.[dt]*"))
        return code_version(*code, *(self._theme / file for file in files), *patterns, libraries=("pillow",))

    @cached_property
    def _store(self) -> Store:
        return Store(self._cache, self.version)

    @cached_property
    def _draughtsman(self) -> "Draughtsman":
        from plugins.cards.drawing import Draughtsman

        return Draughtsman(self._theme)

    def __call__(self, view: CardView, materials: Materials) -> Rendering:
        """Return a card's bytes."""
        return Rendering(self._store.kept(view.path.rpartition("/")[2], lambda: self._drawn(view, materials)))

    def _drawn(self, view: CardView, materials: Materials) -> bytes:
        stream = io.BytesIO()
        if view.photo is None:
            card = self._draughtsman.draw(view, None, self._parts(view.language))
            card.save(stream, "PNG")
        else:
            card = self._draughtsman.draw(view, _photo(view, materials), self._parts(view.language))
            card.save(stream, "JPEG", quality=QUALITY, optimize=True, progressive=True, subsampling=0)
        return stream.getvalue()

    def _parting(self, language: str) -> "Break":
        """Return what tells where the words of a language may break, as those of pages do."""
        from plugins.theming.hyphenation import SOFT_HYPHEN, WORD_JOINER, Hyphenator

        hyphenator = Hyphenator(self._theme / HYPHENATION, language)
        return lambda word: hyphenator.hyphenated(word).replace(WORD_JOINER, "").split(SOFT_HYPHEN)


def _photo(view: CardView, materials: Materials) -> "Image":
    from plugins.cards.drawing import PHOTO_LEFT
    from plugins.images.cropping import cropped

    assert view.photo is not None
    return cropped(materials.file(view.photo.path), (WIDTH - PHOTO_LEFT, HEIGHT), view.photo.focus)
