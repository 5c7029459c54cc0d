"""Opening pictures with Pillow, and bringing whatever they hold into one plain form: 8 bits, sRGB, upright.

Pillow is imported by this module and `encoding` only, and these are imported only when a picture is new.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# Named one by one: for a format that it does not know yet, Pillow would import all forty of its plugins.
from PIL import (  # noqa: F401
    AvifImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

from plugins.images.signatures import BEGINNING, is_heif, know_heif

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF")
"""Formats that are opened at all; others of Pillow's start foreign programs or are hardly ever looked after."""

Image.MAX_IMAGE_PIXELS = None  # The survey's own limit stands in its place; this one would warn and refuse sooner.

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by its EXIF orientation (tag 0x0112); 1 is upright."""


@contextmanager
def opened(source: Path | bytes) -> Iterator[Image.Image]:
    """Open a picture without decoding it. Raises OSError and much else for what is no picture."""
    stream: BinaryIO = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    with warnings.catch_warnings(), stream:
        # Pillow warns of oddities in metadata, which nobody will ever see.
        warnings.simplefilter("ignore")
        if is_heif(stream.read(BEGINNING)):
            know_heif()
        stream.seek(0)
        with Image.open(stream, formats=FORMATS) as image:
            yield image


def turn(image: Image.Image) -> Image.Transpose | None:
    """Return what sets a picture upright; None when it is so already."""
    try:
        return _TURNS.get(image.getexif().get(0x0112, 1))
    except Exception:  # noqa: BLE001 - metadata may be damaged in any way, and the picture is none the worse
        return None


def lies_on_its_side(image: Image.Image) -> bool:
    """Return whether width and height change places when the picture is set upright."""
    return turn(image) in {_TURNS[5], _TURNS[6], _TURNS[7], _TURNS[8]}


def resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Decode a picture in a given size (of the picture as it is stored), in a mode that has no palette and 8 bits."""
    # A JPEG picture can be decoded in an eighth of its size; twice the final one is left, for the sake of sharpness.
    image.draft(None, (2 * size[0], 2 * size[1]))
    image.load()
    return _plain(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours that a profile (ICC) describes in sRGB, as RGB or RGBA; without a profile they count as sRGB."""
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    colours = image.convert({"LA": "L", "RGBA": "RGB"}[image.mode]) if alpha else image
    colours = _converted(colours, profile) if profile else colours.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    return colours


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture as L, LA, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        image.info.pop("transparency", None)  # It names one of 65,536 greys, of which there are 256 now.
    if image.mode in {"LA", "RGBA", "CMYK"}:
        return image
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in {"1", "L"} else "RGB")


def _converted(colours: Image.Image, profile: bytes) -> Image.Image:
    try:
        converted = ImageCms.profileToProfile(
            colours,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        # A profile that is damaged or made for other colours tells nothing; browsers ignore it too.
        return colours.convert("RGB")
    assert converted is not None
    return converted
