"""Pictures of every shape, drawn, and a file to download."""

import io

from PIL import Image, ImageDraw

PICTURES = {
    "lukusali.jpg": (1600, 900),
    "muotokuva.jpg": (760, 1350),
    "panoraama.jpg": (1600, 320),
    "nelio.jpg": (800, 800),
    "pieni.png": (240, 160),
    "nauha.png": (60, 900),
    "merkki.png": (24, 24),
}
"""Names and sizes: broad, tall, very broad, square, smaller than the column, a strip, a sign."""


def picture(name: str) -> bytes:
    """Draw a shelf of books as large as the picture of that name is, in the format of its suffix."""
    width, height = PICTURES[name]
    image = Image.new("RGB", (width, height), (226, 219, 204))
    draw = ImageDraw.Draw(image)
    left, shade = 0, 0
    while left < width:
        thickness = max(width // 40, 3) + shade * 7 % 11
        top = height // 6 + shade * 37 % max(height // 5, 2)
        colour = (60 + shade * 29 % 130, 70 + shade * 17 % 110, 90 + shade * 41 % 90)
        draw.rectangle((left, top, left + thickness - 2, height - height // 10), fill=colour)
        left, shade = left + thickness, shade + 1
    draw.rectangle((0, height - height // 10, width, height), fill=(120, 92, 60))
    stream = io.BytesIO()
    image.save(stream, "PNG" if name.endswith(".png") else "JPEG", quality=80)
    return stream.getvalue()


def originals() -> dict[str, bytes]:
    """Give every picture and attachment by its path below the content folder."""
    files = {f"images/{name}": picture(name) for name in PICTURES}
    return {**files, "files/esitys.pdf": _pdf(), "files/talousarvio.csv": b"Menolaji;2030;2031\nPalkat;1;2\n"}


def _pdf() -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
