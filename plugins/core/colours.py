"""Colours, and whether a text in one can be read on another: contrast as WCAG 2.2 defines it (1.4.3)."""

import re
from collections.abc import Sequence

LEAST_CONTRAST = 4.5
"""Between text of the usual size and its ground (level AA)."""

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_HEXADECIMAL = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})").fullmatch
_STEPS = 255


def parsed(text: str) -> Colour | None:
    """Read `#1d4e89`, `1d4e89` or `#14e`; None for anything else."""
    match = _HEXADECIMAL(text.strip())
    if match is None:
        return None
    digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def hexadecimal(colour: Colour) -> str:
    """Write a colour as stylesheets do: `#1d4e89`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mixed(colour: Colour, paper: Colour, share: float) -> Colour:
    """Mix a share of a colour, 0 to 1, with what lies under it."""
    red, green, blue = (round(under + (over - under) * share) for over, under in zip(colour, paper, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Compute the relative luminance, 0 to 1."""
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: Colour, other: Colour) -> float:
    """Compute the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: Colour, grounds: Sequence[Colour]) -> float:
    """Compute the contrast with the ground on which a colour is faintest."""
    return min(contrast(colour, ground) for ground in grounds)


def legible(colour: Colour, grounds: Sequence[Colour], least: float = LEAST_CONTRAST) -> Colour:
    """The nearest colour of the same kind that can be read on all grounds: darkened, or lightened, just enough."""
    is_light = sum(luminance(ground) for ground in grounds) / len(grounds) > 0.18
    end = (0, 0, 0) if is_light else (255, 255, 255)
    steps = (mixed(end, colour, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in steps if least_contrast(shade, grounds) >= least), end)
