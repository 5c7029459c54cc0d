"""Glue: the theme's files and the rendering of pages, as contributions to a run."""

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind
from plugins.theming.outlet import Theme
from plugins.theming.own_colours import OwnColours, render_colours


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return what writes the theme's files and renders pages through its templates."""
    theme = Theme(settings.folders.theme)
    own = OwnColours(settings.folders.theme)
    pages = Kind(theme.render_page, theme.templates.digest)
    return Contributions(
        rules=(own.faint,),
        outlets=(theme.outlet, own.outlet),
        kinds={"asset": Kind(theme.render_asset), "colours": Kind(render_colours), "page": pages},
    )
