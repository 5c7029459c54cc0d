"""The stylesheet of a site's own colours, which follows the theme's and takes their place on screens."""

from hashlib import blake2b

from plugins.core.site import Colours

FOLDER = "theme"


def colour_sheet(colours: Colours) -> str:
    """Write the stylesheet; empty where the site has no colours of its own."""
    light, dark = (
        f":root{{--link:{colour};--focus:{colour}}}" if colour else "" for colour in (colours.light, colours.dark)
    )
    sheet = f"@media screen and (prefers-color-scheme:light){{{light}}}\n" if light else ""
    return sheet + (f"@media screen and (prefers-color-scheme:dark){{{dark}}}\n" if dark else "")


def colour_sheet_path(colours: Colours) -> str:
    """Return its path in the output tree, which changes with it; empty where there is none."""
    sheet = colour_sheet(colours)
    return f"{FOLDER}/colours.{blake2b(sheet.encode(), digest_size=4).hexdigest()}.css" if sheet else ""
