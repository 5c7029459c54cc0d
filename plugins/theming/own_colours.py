"""The site's own colours: whether they can be read, and their stylesheet as an output."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from plugins.core.colour_sheet import colour_sheet, colour_sheet_path
from plugins.core.colours import LEAST_CONTRAST, hexadecimal, least_contrast, legible, parsed
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.index import SiteIndex
from plugins.core.outputs import Materials, Output, Rendering, planned_view
from plugins.theming.palette import grounds


class ColourView(Struct, frozen=True):
    """The stylesheet of the site's own colours."""

    sheet: str


class OwnColours:
    """The site's own colours in a theme."""

    def __init__(self, theme: Path) -> None:
        self._theme = theme

    def faint(self, index: SiteIndex) -> Iterable[Diagnostic]:
        """Find colours that are too faint for text on the theme's grounds (SIT005)."""
        for scheme, setting in (("light", index.site.colours.light), ("dark", index.site.colours.dark)):
            colour = parsed(setting)
            if colour is None:
                continue
            on = grounds(self._theme, scheme)
            found = least_contrast(colour, on)
            if found < LEAST_CONTRAST:
                near = hexadecimal(legible(colour, on))
                place = index.site.place(f"colours.{scheme}")
                yield diagnostic("SIT005", place, colour=setting, contrast=f"{int(found * 100) / 100:.2f}", near=near)

    def outlet(self, index: SiteIndex, language: str) -> Iterator[Output]:
        """Yield the stylesheet, once for the whole site."""
        path = colour_sheet_path(index.site.colours)
        if path and language == index.site.default_language:
            yield Output(path, "colours", planned_view(ColourView(colour_sheet(index.site.colours))))


def render_colours(view: ColourView, _: Materials) -> Rendering:
    """Write the stylesheet."""
    return Rendering(view.sheet.encode())
