"""The files that the theme sends."""

import re
from pathlib import Path

from plugins.theming.assets import LAYERS, assets, static_files, stylesheet
from tests.theme.site import THEME


def theme_with(folder: Path, **layers: str) -> Path:
    for layer in LAYERS:
        path = folder / "styles" / f"{layer}.css"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(layers.get(layer, ""), encoding="utf-8")
    (folder / "components").mkdir(exist_ok=True)
    return folder


def test_the_stylesheet_is_named_by_its_content(tmp_path: Path) -> None:
    first = stylesheet(theme_with(tmp_path, base="a { color: red }"))
    again = stylesheet(theme_with(tmp_path, base="/* why */\na {\n  color: red;\n}\n"))
    other = stylesheet(theme_with(tmp_path, base="a { color: blue }"))
    assert re.fullmatch(r"theme/kaiku\.[0-9a-f]{8}\.css", first.path)
    assert first.path != other.path
    assert first == again
    assert b"a{color:red}" in again.data


def test_layers_come_in_their_order_with_components_from_their_folders(tmp_path: Path) -> None:
    theme = theme_with(tmp_path, **dict.fromkeys(LAYERS, "u { top: 0 }"))
    for name, side in (("b", "left"), ("a", "top")):
        (theme / "components" / name).mkdir()
        (theme / "components" / name / f"{name}.css").write_text(f".{name} {{ {side}: 0 }}", encoding="utf-8")
    sheet = stylesheet(theme).data.decode()
    assert "@layer components{.a{top:0}.b{left:0}}" in sheet
    assert [sheet.index(f"@layer {layer}{{") for layer in LAYERS] == sorted(
        sheet.index(f"@layer {layer}{{") for layer in LAYERS
    )


def test_strings_are_left_as_they_are(tmp_path: Path) -> None:
    sheet = stylesheet(theme_with(tmp_path, base='a::before { content: "/* a ;  } */" }')).data.decode()
    assert '"/* a ;  } */"' in sheet


def test_what_a_stylesheet_points_at_is_sent() -> None:
    sheet = stylesheet(THEME).data.decode()
    sent = {asset.path for asset in assets(THEME)}
    targets = re.findall(r'url\("?([^")]+)"?\)', sheet)
    assert targets
    assert {f"theme/{target}" for target in targets} <= sent
    assert "http" not in sheet.replace("[href^=http]", "")


def test_fonts_are_small_and_carry_their_licence() -> None:
    fonts = [asset for asset in static_files(THEME) if asset.path.startswith("theme/fonts/")]
    assert sum(len(font.data) for font in fonts if font.path.endswith(".woff2")) <= 60_000
    licence = next(font.data for font in fonts if font.path.endswith("OFL.txt"))
    assert b"SIL OPEN FONT LICENSE" in licence


def test_the_same_theme_gives_the_same_bytes() -> None:
    assert assets(THEME) == assets(THEME)
