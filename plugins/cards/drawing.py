"""Drawing a card with Pillow: the site's mark and name, the project, the title, the date; an echo, or a photo.

The look is that of the site: paper and ink, the serif, one colour. The echo is the mark writ large, each arc lighter
than the last.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from plugins.cards.model import HEIGHT, WIDTH, CardView
from plugins.cards.title_lines import LEADING, Break, set_title
from plugins.cards.typeface import FINE, REGULAR, SEMIBOLD, Typeface
from plugins.core.colours import Colour, mixed, parsed
from plugins.theming.palette import palette

MARGIN = 76
TOP, BOTTOM = 132, 70
"""Where the space of the title begins, from above, and what is left free below, in pixels."""
NAME_SIZE, LABEL_SIZE, DATE_SIZE = 34, 32, 30
LABEL_HEIGHT, DATE_HEIGHT = 56, 46
TEXT_WIDTH = 770
"""Of the title beside the echo, and beside a photo."""
TEXT_WIDTH_BESIDE_PHOTO = 640
PHOTO_LEFT = 780
LINE_BEFORE_PHOTO = 12

COLOURS = 64
"""Of a card without a photo: paper, ink, one colour, and what lies between them at the edges of letters."""

BAR = (5, 2, 9, 30)
ARCS = (((27.92, 16), 16, 13.9, 4, 1.0), ((28.88, 16), 11.5, 10, 3, 0.62), ((29.25, 16), 6.2, 5.4, 2, 0.4))
"""The mark (theme/static/favicon.svg, 32 units high): its bar, and of each arc the middle, the radius, half the height,
the stroke and the strength."""
MARK_HEIGHT = 44
ECHO_SCALE = 17.3
"""Pixels to a unit of the mark, for the echo to be as high as the card."""


class Draughtsman:
    """Draws cards in the look of a theme."""

    def __init__(self, theme: Path) -> None:
        self.typeface = Typeface(theme)
        self.colours: Mapping[str, Colour] = palette(theme)
        self._ground = lru_cache(maxsize=8)(self._drawn_ground)

    def draw(self, view: CardView, photo: Image.Image | None, parts: Break) -> Image.Image:
        """Draw a card; `photo` is as large as its place."""
        colour = parsed(view.colour) or self.colours[f"hue-{view.hue}" if view.hue else "link"]
        card = self._ground(None if photo else colour).copy()
        if photo is not None:
            card.paste(photo, (PHOTO_LEFT, 0))
            ImageDraw.Draw(card).rectangle((PHOTO_LEFT - LINE_BEFORE_PHOTO, 0, PHOTO_LEFT - 1, HEIGHT), fill=colour)
        width = TEXT_WIDTH if photo is None else TEXT_WIDTH_BESIDE_PHOTO
        label = self._fitted(view.label, width)
        top, height = TOP, HEIGHT - TOP - BOTTOM - (DATE_HEIGHT if view.date else 0)
        room = height - (LABEL_HEIGHT if label else 0)
        title = self.typeface.drawable(view.title).strip(" –-:,") or view.site_name
        setting = set_title(title, width, room, lambda text: self.typeface.width(text, 1), parts)
        # In the middle of its space, the project above it.
        y = top + (room - setting.size * (1 + LEADING * (len(setting.lines) - 1))) / 2
        if label:
            self._write(card, (MARGIN, y + LABEL_SIZE), label, LABEL_SIZE, SEMIBOLD, colour)
            y += LABEL_HEIGHT
        for number, line in enumerate(setting.lines):
            place = (MARGIN - setting.size * 0.03, y + setting.size * (0.8 + LEADING * number))
            self._write(card, place, line, setting.size, REGULAR, self.colours["ink"])
        self._write(card, (MARGIN, HEIGHT - BOTTOM), view.date, DATE_SIZE, REGULAR, self.colours["ink-soft"])
        return self._flattened(self._named(card, view)) if photo is None else self._named(card, view)

    def _named(self, card: Image.Image, view: CardView) -> Image.Image:
        self._write(card, (MARGIN + 50, 92), view.site_name, NAME_SIZE, REGULAR, self.colours["ink"])
        return card

    def _write(
        self, card: Image.Image, place: tuple[float, float], text: str, size: int, weight: int, colour: Colour
    ) -> None:
        """Write a line; `place` is where its base line begins."""
        if text:
            mask, base = self.typeface.line(text, size, weight)
            card.paste(colour, (round(place[0]), round(place[1] - base)), mask)

    def _fitted(self, text: str, width: float) -> str:
        """Return a label, or as many of its words as fit."""
        words = text.split(" ")
        while len(words) > 1 and self.typeface.width(" ".join(words), LABEL_SIZE, SEMIBOLD) > width:
            words = [*words[:-2], words[-2].rstrip("·–,…") + "…"] if words[-2].strip("·–,…") else words[:-1]
        return " ".join(words)

    def _flattened(self, card: Image.Image) -> Image.Image:
        """Return a card in few colours, the paper's being exactly the site's."""
        few = card.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        shades, paper = few.getpalette() or [], few.tobytes()[0]  # nothing is drawn in the corner
        shades[3 * paper : 3 * paper + 3] = self.colours["paper"]
        few.putpalette(shades)
        return few

    def _drawn_ground(self, colour: Colour | None) -> Image.Image:
        """Draw what all cards of a colour have: paper and the mark, and at the right edge the echo."""
        paper = self.colours["paper"]
        ground = Image.new("RGB", (WIDTH, HEIGHT), paper)
        ground.paste(self._mark(), (MARGIN - 6, 58))
        if colour is not None:
            right = Image.new("RGB", ((WIDTH - PHOTO_LEFT) * FINE, HEIGHT * FINE), paper)
            middle = right.width, right.height / 2
            for _, radius, _, stroke, strength in ARCS:
                shade = mixed(colour, paper, strength)
                _arc(ImageDraw.Draw(right), middle, radius, stroke, 90, ECHO_SCALE * FINE, shade)
            ground.paste(right.reduce(FINE), (PHOTO_LEFT, 0))
        return ground

    def _mark(self) -> Image.Image:
        ink, paper, scale = self.colours["ink"], self.colours["paper"], MARK_HEIGHT * FINE / 32
        drawn = Image.new("RGB", (MARK_HEIGHT * FINE, MARK_HEIGHT * FINE), paper)
        pen = ImageDraw.Draw(drawn)
        pen.rectangle(tuple(side * scale for side in BAR), fill=ink)
        for middle, radius, half, stroke, strength in ARCS:
            place = middle[0] * scale, middle[1] * scale
            angle = math.degrees(math.asin(half / radius))
            _arc(pen, place, radius, stroke, angle, scale, mixed(ink, paper, strength))
        return drawn.reduce(FINE)


def _arc(
    pen: ImageDraw.ImageDraw, middle: tuple[float, float], radius: float, stroke: float, angle: float, scale: float,
    colour: Colour,
) -> None:  # fmt: skip
    """Draw an arc that opens to the right, so many degrees up and down from its middle."""
    outer = (radius + stroke / 2) * scale
    box = (middle[0] - outer, middle[1] - outer, middle[0] + outer, middle[1] + outer)
    pen.arc(box, 180 - angle, 180 + angle, fill=colour, width=round(stroke * scale))
