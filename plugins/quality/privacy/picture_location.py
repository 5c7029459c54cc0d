"""Whether a picture tells where it was taken (Exif, GPS)."""

from pathlib import Path

_GPS = 0x8825


def tells_location(file: Path) -> bool:
    """Look for coordinates in a picture's metadata; a file that is no picture has none."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(file) as image:
            return bool(image.getexif().get_ifd(_GPS))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
