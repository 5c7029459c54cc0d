"""The declared pairs of colours have their contrast in every scheme, and stylesheets name only what tokens define."""

import re

import pytest
import yaml

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


def luminance(colour: str) -> float:
    """Compute the relative luminance of `#rrggbb` as WCAG 2.2 defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_pairs_have_their_contrast(name: str) -> None:
    values = scheme(name)
    declared = yaml.safe_load((THEME / "contrast.yaml").read_text(encoding="utf-8"))
    for kind in ("text", "shapes"):
        for front, back in declared[kind]["pairs"]:
            measured = contrast(values[front], values[back])
            assert measured >= declared[kind]["least"], f"{front} on {back}: {measured:.2f}"


def test_white_on_black_is_21() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


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
