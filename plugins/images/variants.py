"""The plan of a picture's variants: which sizes are made of it, in which formats, and what they are called."""

from pathlib import PurePosixPath

from plugins.core.addresses import slugify
from plugins.core.documents import Variant
from plugins.core.markup.pictures import COLUMN

WIDTHS = tuple(COLUMN * halves // 2 for halves in (1, 2, 3, 4))
"""Steps in pixels: the column of a telephone, that of a page, and both on screens of more pixels."""

HIGHEST = 16_383
"""No WebP picture can have a longer side."""

FOLDER = "images"


def variants(path: str, digest: str, width: int, height: int, *, is_drawing: bool) -> tuple[Variant, ...]:
    """Plan the variants of a picture, smallest first: never larger than the picture itself.

    `path` and `digest` are those of the original, `width` and `height` as a reader sees it. The names are made of the
    original's bytes, so that a browser may keep a variant for ever. A drawing is written without loss, as WebP alone.
    """
    name = f"{FOLDER}/{slugify(PurePosixPath(path).stem) or 'image'}-{digest[:8]}"
    largest = max(1, min(width, WIDTHS[-1], HIGHEST * width // height))
    # A step that is nearly the largest would save nobody anything.
    widths = [step for step in WIDTHS if step * 1.1 < largest] + [largest]
    heights = (min(HIGHEST, max(1, round(height * wide / width))) for wide in widths)
    return tuple(
        Variant(f"{name}-{wide}.webp", wide, high, "" if is_drawing else f"{name}-{wide}.avif")
        for wide, high in zip(widths, heights, strict=True)
    )
