"""The declared pairs of colours have their contrast in every scheme, and stylesheets name only what tokens define."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.colours import LEAST_CONTRAST, Colour, contrast, hexadecimal, least_contrast, legible, parsed
from plugins.theming.palette import grounds, palette
from tests.theme.site import THEME

TOKENS = (THEME / "styles" / "tokens.css").read_text(encoding="utf-8")
DEFINITION = re.compile(r"--([\w-]+):\s*([^;]+);")
COLOUR = re.compile(r"#[0-9a-f]{6}")


def scheme(name: str) -> dict[str, str]:
    """Give every custom property as it is in a scheme, names resolved."""
    light, rest = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
    dark, print_ = rest.split("@media print")
    own = {"light": "", "dark": dark, "print": print_}[name]
    values = dict(DEFINITION.findall(light)) | dict(DEFINITION.findall(own))
    return {key: resolved(value, values) for key, value in values.items()}


def resolved(value: str, values: dict[str, str]) -> str:
    match = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return resolved(values[match[1]], values) if match else value


def between(one: str, other: str) -> float:
    """Compute the contrast of two colours written as `#rrggbb`."""
    front, back = parsed(one), parsed(other)
    assert front is not None
    assert back is not None
    return contrast(front, back)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_pairs_have_their_contrast(name: str) -> None:
    values = scheme(name)
    declared = yaml.safe_load((THEME / "contrast.yaml").read_text(encoding="utf-8"))
    for kind in ("text", "shapes"):
        for front, back in declared[kind]["pairs"]:
            measured = between(values[front], values[back])
            assert measured >= declared[kind]["least"], f"{front} on {back}: {measured:.2f}"


def test_white_on_black_is_21() -> None:
    assert between("#ffffff", "#000000") == pytest.approx(21)


@given(st.tuples(*[st.integers(0, 255)] * 3), st.sampled_from(["light", "dark"]))
def test_the_nearest_legible_colour_can_be_read(colour: Colour, name: str) -> None:
    """And one that can be read is its own nearest."""
    on = grounds(THEME, name)
    near = legible(colour, on)
    assert least_contrast(near, on) >= LEAST_CONTRAST
    assert (near == colour) is (least_contrast(colour, on) >= LEAST_CONTRAST)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_programs_colours_are_the_themes(name: str) -> None:
    """What contrast is judged by, and cards are drawn in, is what stylesheets say."""
    shown = {key: hexadecimal(colour) for key, colour in palette(THEME, name).items()}
    said = {key: value for key, value in scheme(name).items() if COLOUR.fullmatch(value)}
    assert shown == said


def test_every_colour_is_a_token_and_every_property_is_defined() -> None:
    sheets = [*(THEME / "components").glob("*/*.css"), *(THEME / "styles").glob("*.css")]
    defined = {name for sheet in sheets for name, _ in DEFINITION.findall(sheet.read_text(encoding="utf-8"))}
    first_tier = {name for name, value in DEFINITION.findall(TOKENS.split("/* Second tier")[0])}
    for sheet in sheets:
        source = sheet.read_text(encoding="utf-8")
        used = set(re.findall(r"var\(--([\w-]+)", source))
        assert used <= defined, sheet
        if sheet.name != "tokens.css":
            assert not used & first_tier, f"{sheet.name} names a raw value"
            # A page's number in print stands in the margin of the sheet, which no custom property reaches.
            assert not COLOUR.search(source.split("@page")[0]), sheet
