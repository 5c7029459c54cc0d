"""What the theme sends beside pages: one stylesheet of cascade layers, and fonts, marks and scripts as they are."""

from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities")
"""Cascade layers, the weakest first: where two rules disagree, the later layer wins whatever the selectors."""

FOLDER = "theme"
"""The folder of the output tree that the theme's files stand in; `url(…)` in a stylesheet starts from it."""


class Asset(NamedTuple):
    """A file of the output tree: its path from the root of the site and its bytes."""

    path: str
    data: bytes


def stylesheet(theme: Path) -> Asset:
    """Bundle all CSS in one file that is named by its content."""
    from lightningcss import process_stylesheet

    parts = [f"@layer {','.join(LAYERS)};"]
    for layer in LAYERS:
        rules = "".join(path.read_text(encoding="utf-8") for path in _sources(theme, layer))
        parts.append(f"@layer {layer}{{{rules}}}")
    # Without a list of browsers nothing is rewritten for old ones.
    data = process_stylesheet("\n".join(parts)).encode() + b"\n"
    return Asset(f"{FOLDER}/kaiku.{_digest(data)}.css", data)


def static_files(theme: Path) -> tuple[Asset, ...]:
    """List the theme's other files: those of `theme/static/`, at the same place below the output's folder."""
    root = theme / "static"
    return tuple(
        Asset(f"{FOLDER}/{path.relative_to(root).as_posix()}", path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file()
    )


def assets(theme: Path) -> tuple[Asset, ...]:
    """List everything that the theme sends beside pages."""
    return (stylesheet(theme), *static_files(theme))


def _sources(theme: Path, layer: str) -> list[Path]:
    if layer == "components":
        return sorted((theme / "components").glob("*/*.css"))
    return [theme / "styles" / f"{layer}.css"]


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=4).hexdigest()
