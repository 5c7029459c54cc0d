"""What the theme sends beside pages: one stylesheet of cascade layers, and fonts, marks and scripts as they are."""

import re
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities")
"""Cascade layers, the weakest first: where two rules disagree, the later layer wins whatever the selectors."""

FOLDER = "theme"
"""The folder of the output tree that the theme's files stand in; `url(…)` in a stylesheet starts from it."""

_COMMENT_OR_STRING = re.compile(r"""/\*.*?\*/|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.DOTALL)
_AROUND = re.compile(r"\s*([{};,])\s*")
_HELD = re.compile(r"\x00(\d+)\x00")


class Asset(NamedTuple):
    """A file of the output tree: its path from the root of the site and its bytes."""

    path: str
    data: bytes


def stylesheet(theme: Path) -> Asset:
    """Bundle all CSS in one file that is named by its content."""
    parts = [f"@layer {','.join(LAYERS)};"]
    for layer in LAYERS:
        rules = "".join(_compact(path.read_text(encoding="utf-8")) for path in _sources(theme, layer))
        parts.append(f"@layer {layer}{{{rules}}}")
    data = "\n".join(parts).encode() + b"\n"
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


def _compact(css: str) -> str:
    """Drop comments and the white space that CSS does not need; strings stay as they are."""
    strings: list[str] = []

    def held(match: re.Match[str]) -> str:
        if match[1] is None:
            return " "
        strings.append(match[1])
        return f"\0{len(strings) - 1}\0"

    folded = " ".join(_COMMENT_OR_STRING.sub(held, css).split())
    # A space beside one of these marks means nothing in CSS.
    tight = _AROUND.sub(r"\1", folded).replace(";}", "}")
    return _HELD.sub(lambda match: strings[int(match[1])], tight)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=4).hexdigest()
