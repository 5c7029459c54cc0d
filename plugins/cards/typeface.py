"""The site's typeface for drawing: the very files that browsers get, which FreeType reads as they are (WOFF2).

FreeType sets letters at whole pixels, which tears words apart in small sizes. So every line is drawn several times as
large as it will stand, and measured at one size for all.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Pillow is loaded when a card is drawn: a build asks for the names of the files every time.
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

FILES = ("newsreader-roman.woff2", "newsreader-extended.woff2")
"""Each holds letters that those before it lack."""
FOLDER = Path("static", "fonts")

REGULAR, SEMIBOLD = 400, 600
FINE = 4
"""How much larger lines are drawn."""
MEASURED = 400
"""The size in pixels at which widths are measured."""
RECOGNISED = 40
"""The size in pixels at which letters are told apart."""


class Typeface:
    """A typeface in any size and weight. Letters that it has not are not drawn."""

    def __init__(self, theme: Path) -> None:
        self._files = [theme / FOLDER / name for name in FILES]
        self._font = lru_cache(maxsize=32)(self._loaded)
        self._holder = lru_cache(maxsize=4096)(self._found)

    def width(self, text: str, size: int, weight: int = REGULAR) -> float:
        """Measure a line in pixels."""
        return sum(font.getlength(run) for run, font in self._runs(text, MEASURED, weight)) * size / MEASURED

    def line(self, text: str, size: int, weight: int = REGULAR) -> "tuple[Image, float]":
        """Draw a line as a mask; give it with the distance of its base line from its top in pixels."""
        from PIL import Image, ImageDraw

        runs = list(self._runs(text, size * FINE, weight))
        width = sum(font.getlength(run) for run, font in runs) + 2 * size
        mask = Image.new("L", (int(width // FINE + 1) * FINE, size * 2 * FINE), 0)
        pen, x = ImageDraw.Draw(mask), 0.0
        for run, font in runs:
            pen.text((x, size * FINE * 1.25), run, fill=255, font=font, anchor="ls")
            x += font.getlength(run)
        return mask.reduce(FINE), size * 1.25

    def drawable(self, text: str) -> str:
        """Return a text without the letters that cannot be drawn."""
        return " ".join("".join(letter for letter in text if self._holder(letter) is not None).split(" "))

    def _runs(self, text: str, size: int, weight: int) -> "Iterator[tuple[str, FreeTypeFont]]":
        """Part a text into runs that one file has the letters of."""
        run, file = "", 0
        for letter in text:
            holder = self._holder(letter)
            if holder is None:
                continue
            if holder != file and run:
                yield run, self._font(file, size, weight)
                run = ""
            run, file = run + letter, holder
        if run:
            yield run, self._font(file, size, weight)

    def _loaded(self, file: int, size: int, weight: int) -> "FreeTypeFont":
        from PIL import ImageFont

        font = ImageFont.truetype(str(self._files[file]), size)
        font.set_variation_by_axes([weight])
        return font

    def _found(self, letter: str) -> int | None:
        """Find the file that has a letter: it draws another shape than for a character that nothing has."""
        if letter.isspace():
            return 0
        for file in range(len(self._files)):
            font = self._font(file, RECOGNISED, REGULAR)
            mask, missing = font.getmask(letter), font.getmask("\uffff")
            if (mask.size, bytes(mask)) != (missing.size, bytes(missing)):
                return file
        return None
