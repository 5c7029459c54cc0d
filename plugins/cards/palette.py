"""The theme's colours as a card needs them: those of the light scheme, read from the theme's own tokens."""

import re
from collections.abc import Mapping
from pathlib import Path

TOKENS = Path("styles", "tokens.css")
_DECLARED = re.compile(r"--([\w-]+):\s*([^;]+);")
_REFERS = re.compile(r"var\(--([\w-]+)\)")

Colour = tuple[int, int, int]


def palette(theme: Path) -> Mapping[str, Colour]:
    """Give the colours of the theme by the names of their tokens, such as `paper`, `ink` and `hue-1`."""
    light = (theme / TOKENS).read_text(encoding="utf-8").partition("@media")[0]
    declared = dict(_DECLARED.findall(light))
    found = {name: _colour(name, declared) for name in declared}
    return {name: colour for name, colour in found.items() if colour is not None}


def mixed(colour: Colour, paper: Colour, share: float) -> Colour:
    """Mix a share of a colour, 0 to 1, with what lies under it."""
    red, green, blue = (round(under + (over - under) * share) for over, under in zip(colour, paper, strict=True))
    return red, green, blue


def _colour(name: str, declared: Mapping[str, str]) -> Colour | None:
    value = declared[name].strip()
    referred = _REFERS.fullmatch(value)
    if referred is not None:
        return _colour(referred[1], declared) if referred[1] in declared else None
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return None
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)
