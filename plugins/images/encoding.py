"""Making a variant: the pixels of an original in a smaller size, and nothing else of it."""

import io

from PIL import Image

from plugins.images.decoding import in_srgb, lies_on_its_side, opened, resized, turn

QUALITY = 80
METHOD = 4
"""How hard the encoder tries; 6 would take twice the time for 2 %."""

DRAWN = frozenset({"PNG", "GIF"})
"""Formats of drawings and screenshots: without loss these often become smaller as well as sharper."""


def encoded(original: bytes, width: int, height: int) -> bytes:
    """Encode a variant as WebP; `width` and `height` are those that a reader sees. The same gives the same bytes."""
    with opened(original) as image:
        size = (height, width) if lies_on_its_side(image) else (width, height)
        small = resized(image, size)
        # Only now: a PNG file may say it after the pixels.
        upright = turn(image)
        is_drawn, profile = image.format in DRAWN, image.info.get("icc_profile")
    small = in_srgb(small, profile)
    if upright is not None:
        small = small.transpose(upright)
    small.info.clear()  # Orientation, place, camera, comments, texts, profile: none of it may leave the house.
    written = _webp(small, lossless=False)
    return min(written, _webp(small, lossless=True), key=len) if is_drawn else written


def _webp(image: Image.Image, *, lossless: bool) -> bytes:
    stream = io.BytesIO()
    quality = 75 if lossless else QUALITY  # Without loss it is the encoder's effort.
    nothing = {"exif": b"", "xmp": b"", "icc_profile": b""}
    image.save(stream, "WEBP", lossless=lossless, quality=quality, method=METHOD, **nothing)
    return stream.getvalue()
