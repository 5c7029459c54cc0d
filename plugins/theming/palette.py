"""The theme's colours, read from its own tokens."""

import re
from collections.abc import Mapping
from pathlib import Path

from plugins.core.colours import Colour, parsed

TOKENS = Path("styles", "tokens.css")
_DARK = "@media screen and (prefers-color-scheme: dark)"
_DECLARED = re.compile(r"--([\w-]+):\s*([^;]+);")
_REFERS = re.compile(r"var\(--([\w-]+)\)")


def palette(theme: Path, scheme: str = "light") -> Mapping[str, Colour]:
    """Return the colours of a scheme, `light` or `dark`, by the names of their tokens: `paper`, `ink`, `hue-1`."""
    light, _, rest = (theme / TOKENS).read_text(encoding="utf-8").partition(_DARK)
    declared = dict(_DECLARED.findall(light))
    if scheme == "dark":
        declared |= dict(_DECLARED.findall(rest.partition("@media")[0]))
    found = {name: _colour(name, declared) for name in declared}
    return {name: colour for name, colour in found.items() if colour is not None}


def grounds(theme: Path, scheme: str) -> tuple[Colour, ...]:
    """Return the colours that links and buttons stand on."""
    colours = palette(theme, scheme)
    return colours["paper"], colours["paper-sunk"]


def _colour(name: str, declared: Mapping[str, str]) -> Colour | None:
    value = declared[name].strip()
    referred = _REFERS.fullmatch(value)
    if referred is not None:
        return _colour(referred[1], declared) if referred[1] in declared else None
    return parsed(value) if value.startswith("#") else None
