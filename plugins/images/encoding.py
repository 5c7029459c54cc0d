"""Making variants: the pixels of an original in smaller sizes, and nothing else of it."""

import io
from bisect import bisect_left
from functools import cache, cached_property
from typing import Any

from PIL import AvifImagePlugin, Image, ImageMath, WebPImagePlugin  # noqa: F401 - the formats that are written

from plugins.core.markup.pictures import COLUMN
from plugins.images.decoding import in_srgb, lies_on_its_side, opened, resized, turn

ENOUGH = 0.96
"""How similar a photo must remain (`similarity`): less begins to show in skies and faces when one compares."""

QUALITIES = {"WEBP": (50, 56, 62, 68, 74, 80, 86, 92), "AVIF": (44, 48, 52, 56, 60, 65, 70, 78)}
"""What an encoder may be asked for, in its own numbers; the least that is good enough is taken."""

EFFORT = {"WEBP": {"method": 4}, "AVIF": {"speed": 6, "max_threads": 1}}
"""How hard an encoder tries. More would take twice the time for a few per cent; with one thread the same picture
gives the same bytes on every machine."""

_NOTHING = {"exif": b"", "xmp": b"", "icc_profile": b""}

Size = tuple[int, int]


class Encoder:
    """Makes the variants of one picture, which is decoded once, in the size of the largest."""

    def __init__(self, original: bytes, largest: Size, *, is_drawing: bool) -> None:
        self._original = original
        self._largest = largest
        self._is_drawing = is_drawing
        self._quality = cache(self._least_quality)

    def encoded(self, size: Size, form: str) -> bytes:
        """Encode a variant as WEBP or AVIF; its size is that which a reader sees. The same gives the same bytes."""
        image = self._sized(size)
        if self._is_drawing:
            return _written(image, form, quality=75, lossless=True)  # Without loss it is the encoder's effort.
        return _written(image, form, quality=self._quality(form))

    def _sized(self, size: Size) -> Image.Image:
        whole = self._whole
        return whole if size == whole.size else whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)

    @cached_property
    def _whole(self) -> Image.Image:
        """The largest variant: upright, in sRGB, and nothing but pixels."""
        with opened(self._original) as image:
            size = self._largest[::-1] if lies_on_its_side(image) else self._largest
            small = resized(image, size)
            # Only now: a PNG file may say it after the pixels.
            upright, profile = turn(image), image.info.get("icc_profile")
        small = in_srgb(small, profile)
        if upright is not None:
            small = small.transpose(upright)
        small.info.clear()  # Orientation, place, camera, comments, texts, profile: none of it may leave the house.
        return small

    def _least_quality(self, form: str) -> int:
        """Find the least quality that leaves a photo similar enough, by trying on it as a page shows it."""
        width, height = self._whole.size
        shown = min(width, COLUMN)
        sample = self._sized((shown, max(1, round(height * shown / width))))
        # Qualities rise, and so does what is left of the picture: half of them need not be tried.
        found = bisect_left(QUALITIES[form], ENOUGH, key=lambda quality: _likeness(sample, form, quality))
        return QUALITIES[form][min(found, len(QUALITIES[form]) - 1)]


def _likeness(sample: Image.Image, form: str, quality: int) -> float:
    with Image.open(io.BytesIO(_written(sample, form, quality=quality)), formats=(form,)) as lossy:
        return similarity(sample, lossy)


def _written(image: Image.Image, form: str, *, quality: int, lossless: bool = False) -> bytes:
    stream = io.BytesIO()
    how = {"lossless": True} if lossless else {}
    image.save(stream, form, quality=quality, **how, **EFFORT[form], **_NOTHING)
    return stream.getvalue()


SQUARE = 8
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""What keeps flat and dark squares from counting for too much: the paper's own constants for 8 bits."""


def similarity(picture: Image.Image, other: Image.Image) -> float:
    """Return the mean similarity in brightness of two pictures of one size: 1 when they are the same, else less."""
    x, y = (image.convert("L").convert("F") for image in (picture, other))
    mean = {"x": x.reduce(SQUARE), "y": y.reduce(SQUARE)}
    product = ImageMath.lambda_eval(lambda a: a["x"] * a["y"], x=x, y=y).reduce(SQUARE)
    squares = [ImageMath.lambda_eval(lambda a: a["v"] * a["v"], v=image).reduce(SQUARE) for image in (x, y)]

    def index(a: dict[str, Any]) -> Any:
        covariance = a["xy"] - a["x"] * a["y"]
        variances = a["xx"] - a["x"] * a["x"] + a["yy"] - a["y"] * a["y"]
        light = (2 * a["x"] * a["y"] + _C1) / (a["x"] * a["x"] + a["y"] * a["y"] + _C1)
        return light * (2 * covariance + _C2) / (variances + _C2)

    found = ImageMath.lambda_eval(index, **mean, xy=product, xx=squares[0], yy=squares[1])
    mean_of_all = found.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean_of_all, float)
    return mean_of_all
