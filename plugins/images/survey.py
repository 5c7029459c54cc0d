"""Looking at the pictures of the content folder: what each is, whether it can be shown, and in which sizes."""

from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from plugins.core.content_paths import located
from plugins.core.documents import PictureFacts
from plugins.disk.code_version import code_version
from plugins.images.signatures import BEGINNING, seeming_format
from plugins.images.variants import FOLDER, variants

MOST_MEGAPIXELS = 200
"""A picture that claims to have more is not decoded: it would take all memory."""

SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jfif", ".png", ".webp", ".gif", ".avif", ".svg", ".tif", ".tiff", ".bmp", ".heic", ".heif"}
)
"""Files outside the folder of pictures that are looked at as well."""

MAY_BE_DRAWN = frozenset({"PNG", "GIF", "WEBP"})
"""Formats that keep a drawing as it is; in the others any flat part has become uneven."""

_NAMES = {"MPO": "JPEG", "HEIF": "HEIC"}
"""Formats that people know by another name than Pillow."""

_ROOM = Path(__file__).parent
_MODULES = ("survey", "decoding", "flatness", "signatures", "variants")
"""Those by which pictures are looked at."""


class Survey:
    """Looks at pictures. Each is decoded once, as small as its format allows: half a file often begins well."""

    @cached_property
    def version(self) -> str:
        """What the facts depend on beside the file."""
        return code_version(*(_ROOM / f"{name}.py" for name in _MODULES), libraries=("pillow",))

    def look(self, content: Path, path: str, digest: str) -> PictureFacts | None:
        """Return the facts of a picture; None for a file that nobody would take for one."""
        file = located(content, path)
        if not path.startswith(f"{FOLDER}/") and file.suffix.casefold() not in SUFFIXES:
            return None
        facts = _seen(file)
        if facts.problem:
            return facts
        sizes = variants(path, digest, facts.width, facts.height, is_drawing=facts.is_drawing)
        return replace(facts, variants=sizes)


def _seen(file: Path) -> PictureFacts:
    from plugins.images.decoding import lies_on_its_side, opened
    from plugins.images.flatness import is_flat

    try:
        with opened(file) as image:
            width, height = image.size
            kind = _NAMES.get(image.format or "", image.format or "")
            if width * height > MOST_MEGAPIXELS * 1_000_000:
                return PictureFacts(kind, width, height, problem="too-large")
            # Cameras put a preview beside a JPEG picture, which is no movement.
            is_animated = kind != "JPEG" and bool(getattr(image, "is_animated", False))
            image.draft(None, (width // 8, height // 8))
            image.load()
            if lies_on_its_side(image):
                width, height = height, width
            is_drawing = kind in MAY_BE_DRAWN and is_flat(image)
    except Exception:  # noqa: BLE001 - decoders fail in every way that a damaged file can think of
        with file.open("rb") as stream:
            seeming = seeming_format(stream.read(BEGINNING))
        is_damaged = seeming in {"", "HEIC"}  # of the formats that are recognised here HEIC alone can be opened
        return PictureFacts(seeming, problem="unreadable" if is_damaged else "unsupported")
    return PictureFacts(kind, width, height, is_animated, is_drawing)
