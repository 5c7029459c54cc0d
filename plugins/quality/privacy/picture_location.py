"""Whether a picture tells where it was taken (Exif's GPS, XMP): one that is a file, or one within a document."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from plugins.core.packages import PackageError, parts
from plugins.images.signatures import is_heif, know_heif

_GPS = 0x8825
_XMP = re.compile(rb"GPSL(?:ati|ongi)tude")
PICTURES = (".jpg", ".jpeg", ".jfif", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif")
_JPEG = re.compile(rb"\xff\xd8\xff[\xe0\xe1]")
"""How a JPEG picture begins. In a PDF file it stands as the camera wrote it, among what is not packed."""

MOST_PICTURES = 500
MOST_BYTES = 60_000_000
HEAD = 300_000
"""Bytes of a picture in a PDF file: its metadata stands at its beginning."""


def tells_location(file: Path) -> bool:
    """Look for coordinates in the metadata of a picture, or of the pictures in a document; other files have none."""
    suffix = file.suffix.casefold()
    if suffix in PICTURES:
        return _has_coordinates(file.read_bytes())
    try:
        if suffix == ".pdf":
            return any(map(_has_coordinates, _in_pdf(file)))
        if zipfile.is_zipfile(file):
            return any(map(_has_coordinates, _in_package(file)))
    except (PackageError, OSError):
        pass  # a document that cannot be opened is told of as such
    return False


def _in_pdf(file: Path) -> Iterator[bytes]:
    if file.stat().st_size <= MOST_BYTES:
        data = file.read_bytes()
        for found in islice(_JPEG.finditer(data), MOST_PICTURES):
            yield data[found.start() : found.start() + HEAD]


def _in_package(file: Path) -> Iterator[bytes]:
    pictures = parts(file, MOST_BYTES, lambda name: name.casefold().endswith(PICTURES))
    return (data for _, data in islice(pictures, MOST_PICTURES))


def _has_coordinates(data: bytes) -> bool:
    from PIL import Image, UnidentifiedImageError

    if is_heif(data):
        know_heif()
    try:
        with Image.open(io.BytesIO(data)) as image:
            xmp = image.info.get("xmp", b"")
            return bool(image.getexif().get_ifd(_GPS)) or bool(_XMP.search(xmp if isinstance(xmp, bytes) else b""))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
