"""Originals as cameras, scanners, telephones and accidents make them. Every hidden text in them is `HIDDEN`."""

import io
import zlib
from functools import cache
from pathlib import Path

from PIL import Image, ImageCms, ImageDraw, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

HIDDEN = "Salainen-tieto-9183"
ORIENTATION, ARTIST, COMMENT, GPS = 0x0112, 0x013B, 0x9286, 0x8825
MARKERS = (b"Salainen", b"Exif", b"EXIF", b"ICCP", b"ICC_PROFILE", b"XMP", b"xmpmeta", b"tEXt", b"eXIf", b"photoshop")
"""Bytes that a file holds when it holds any metadata."""


def scene(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Draw a picture whose upper left quarter is red, upper right green, lower left blue, lower right white."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill=(255, 0, 0))
    draw.rectangle((width // 2, 0, width, height // 2 - 1), fill=(0, 255, 0))
    draw.rectangle((0, height // 2, width // 2 - 1, height), fill=(0, 0, 255))
    return image.convert(mode)


def written(image: Image.Image, form: str, **how: object) -> bytes:
    """Encode a picture."""
    stream = io.BytesIO()
    image.save(stream, form, **how)
    return stream.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """Make EXIF data with an artist, a comment and the place where the picture was taken."""
    data = Image.Exif()
    data[ORIENTATION] = orientation
    data[ARTIST] = HIDDEN
    place = data.get_ifd(GPS)
    place[1], place[2] = "N", (IFDRational(60), IFDRational(10), IFDRational(15))
    place[3], place[4] = "E", (IFDRational(24), IFDRational(56), IFDRational(15))
    place[29] = HIDDEN
    return data


def xmp() -> bytes:
    """Make an XMP packet."""
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>{HIDDEN}</creator></x:xmpmeta>'.encode()


def profile() -> bytes:
    """Make a colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """Make a profile of a device whose red is what others call blue, and the other way round."""
    swapped = profile().replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    assert swapped != profile()
    return swapped


def photograph(width: int = 1600, height: int = 1200, orientation: int = 1) -> bytes:
    """Make a JPEG picture with every kind of metadata that one can have; the size is as it is stored."""
    how = {"exif": exif(orientation), "icc_profile": profile(), "xmp": xmp(), "comment": HIDDEN}
    return written(scene(width, height), "JPEG", quality=90, **how)


@cache
def heic(orientation: int = 1) -> bytes:
    """Make a picture as telephones do, with the place where it was taken."""
    import pillow_heif

    pillow_heif.register_heif_opener()
    return written(scene(320, 240), "HEIF", quality=90, exif=exif(orientation).tobytes())


def screenshot(width: int = 900, height: int = 600) -> bytes:
    """Make a PNG picture with text chunks, EXIF and a profile."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", HIDDEN)
    texts.add_itxt("Comment", HIDDEN, "fi", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", xmp().decode())
    return written(scene(width, height), "PNG", pnginfo=texts, exif=exif(), icc_profile=profile())


def deep_grey() -> bytes:
    """Make a PNG picture of 16 bits, from black on the left to white on the right."""
    ramp = Image.linear_gradient("L").rotate(90).convert("I").point(lambda value: value * 257)
    return written(ramp.convert("I;16"), "PNG")


def see_through(form: str) -> bytes:
    """Make a picture with a palette, of which the upper left quarter cannot be seen."""
    image = scene(600, 400, "P")
    return written(image, form, transparency=image.getpixel((10, 10)))


def moving(form: str) -> bytes:
    """Make an animation: the first frame as `scene`, the second black."""
    return written(scene(600, 400), form, save_all=True, append_images=[Image.new("RGB", (600, 400))], duration=200)


def vast_header(width: int, height: int) -> bytes:
    """Make a PNG file that claims a size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def put(folder: Path, name: str, data: bytes) -> Path:
    """Write a file of a content folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
