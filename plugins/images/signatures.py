"""What a file seems to be, by its first bytes; HEIC pictures, which Pillow opens with the help of pillow-heif."""

import re
from functools import cache

_BEGINNINGS = (
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
    (b"8BPS", "PSD"),
    (b"%PDF", "PDF"),
    (b"%!PS", "EPS"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (b"\x00\x00\x01\x00", "ICO"),
)
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_SVG = re.compile(rb"<svg[\s>:]|<!DOCTYPE\s+svg\b", re.IGNORECASE)

BEGINNING = 4096
"""How many bytes of a file are enough to tell."""


def seeming_format(beginning: bytes) -> str:
    """Name the format that a file seems to have; empty when there is no telling."""
    for signature, name in _BEGINNINGS:
        if beginning.startswith(signature):
            return name
    if beginning[4:8] == b"ftyp" and beginning[8:12] in _HEIF_BRANDS:
        return "HEIC"
    # An SVG file is text: comments, a byte order mark and an XML declaration may come first, and UTF-16 has NULs.
    return "SVG" if _SVG.search(beginning.replace(b"\x00", b"")) else ""


def is_heif(beginning: bytes) -> bool:
    """Return whether a file begins as a HEIC picture does."""
    return seeming_format(beginning[:BEGINNING]) == "HEIC"


@cache
def know_heif() -> None:
    """Teach Pillow the format. The opener sets a picture upright itself, whatever its container says."""
    import pillow_heif

    pillow_heif.options.THUMBNAILS = False
    pillow_heif.register_heif_opener()
