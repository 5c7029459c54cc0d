"""Whether a picture is a drawing, a diagram or a screenshot: most of it flat, where a photo is nowhere quite even."""

from PIL import Image, ImageChops

FLAT = 0.5
"""The share of pixels that are just as the one before them, from which a picture counts as drawn."""

ENOUGH = 1_500
"""Pixels of a side: the middle of a large picture tells."""


def is_flat(image: Image.Image) -> bool:
    """Compare each pixel with its neighbour to the left."""
    if image.width < 2:
        return True
    across, down = (max(0, (length - ENOUGH) // 2) for length in image.size)
    image = image.crop((across, down, image.width - across, image.height - down))
    plain = image.convert("RGBA" if image.has_transparency_data else "RGB")
    left, right = plain.crop((0, 0, plain.width - 1, plain.height)), plain.crop((1, 0, plain.width, plain.height))
    differing = ImageChops.difference(left, right)
    bands = differing.split()
    most = bands[0]
    for band in bands[1:]:
        most = ImageChops.lighter(most, band)
    return most.histogram()[0] / (most.width * most.height) >= FLAT
