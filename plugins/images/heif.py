"""Pictures of telephones (HEIC), which Pillow opens with the help of pillow-heif; loaded when one is met."""

from functools import cache

from plugins.images.signatures import BEGINNING, seeming_format


def is_heif(beginning: bytes) -> bool:
    """Tell whether a file begins as a HEIC picture does."""
    return seeming_format(beginning[:BEGINNING]) == "HEIC"


@cache
def know_heif() -> None:
    """Teach Pillow the format. The opener sets a picture upright itself, whatever its container says."""
    import pillow_heif

    pillow_heif.options.THUMBNAILS = False
    pillow_heif.register_heif_opener()
