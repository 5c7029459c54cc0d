"""Cutting a picture to a shape, around the point that its author wants to keep."""

from PIL import Image

from plugins.images.decoding import in_srgb, lies_on_its_side, opened, resized, turn

Focus = tuple[int, int]
"""A point of a picture as it is seen, in per cent of its width and of its height."""


def cropped(original: bytes, size: tuple[int, int], focus: Focus) -> Image.Image:
    """Return a picture in a size, as much of it as fits, without anything else that the file holds."""
    with opened(original) as image:
        on_side = lies_on_its_side(image)
        seen = image.size[::-1] if on_side else image.size
        scale = max(size[0] / seen[0], size[1] / seen[1])
        covering = max(size[0], round(seen[0] * scale)), max(size[1], round(seen[1] * scale))
        small = resized(image, covering[::-1] if on_side else covering)
        upright, profile = (
            turn(image),
            image.info.get("icc_profile"),
        )  # Only now: a PNG file may say it after the pixels.
    whole = in_srgb(small, profile)
    if upright is not None:
        whole = whole.transpose(upright)
    whole.info.clear()
    left, top = (_beginning(*axis) for axis in zip(covering, size, focus, strict=True))
    return whole.crop((left, top, left + size[0], top + size[1]))


def _beginning(whole: int, part: int, focus: int) -> int:
    """Return where a part begins for the focus to be in its middle, as nearly as the edges allow."""
    return min(max(0, round(whole * focus / 100 - part / 2)), whole - part)
