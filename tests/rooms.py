"""The rooms of the site, as a run of the tests has them."""

from importlib import import_module
from pathlib import Path

import pelicanconf
from plugins.core.contributions import Contributions, Folders, Pipeline, Settings, added, rooms

SETTINGS = Settings(Folders(Path(), Path(), Path(), Path(pelicanconf.THEME)))


def house(*more: Contributions) -> Pipeline:
    """Add up what the rooms have, and more."""
    for room in pelicanconf.ROOMS:
        if room != "plugins.engine":
            import_module(room).register()
    return added(SETTINGS, [*rooms.contributions(SETTINGS), *more])
