"""Glue: the theme's files and the rendering of pages, as contributions to a run."""

import os
from functools import lru_cache
from pathlib import Path

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind
from plugins.theming.outlet import Theme
from plugins.theming.own_colours import OwnColours, render_colours


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return what writes the theme's files and renders pages through its templates."""
    theme = _theme(settings.folders.theme, _state(settings.folders.theme))
    own = OwnColours(settings.folders.theme)
    pages = Kind(theme.render_page, theme.templates.digest)
    return Contributions(
        rules=(own.faint,),
        outlets=(theme.outlet, own.outlet),
        kinds={"asset": Kind(theme.render_asset), "colours": Kind(render_colours), "page": pages},
    )


@lru_cache(maxsize=1)
def _theme(folder: Path, state: frozenset[tuple[str, int, int]]) -> Theme:
    """The theme as its files are: the runs of one process (a look, a release, a look at the result) load it once."""
    del state
    return Theme(folder)


def _state(folder: Path) -> frozenset[tuple[str, int, int]]:
    """The files of a theme, each with its size and the time of its last change."""
    found = set()
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            known = os.stat(os.path.join(parent, name))
            found.add((os.path.join(parent, name), known.st_mtime_ns, known.st_size))
    return frozenset(found)
