"""The alternative text of a picture tells what it shows: not what its file is called, nor what its caption says."""

import re
from collections.abc import Iterable, Iterator
from posixpath import basename, splitext

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.writing import Writing

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|heic|bmp)", re.IGNORECASE)
_OF_CAMERA = re.compile(
    r"(?:img|dsc[nf]?|pxl|image|kuva|bild|screenshot|näyttökuva|skärmbild)[\s_-]?\d[\d\s_.-]*", re.IGNORECASE
)
_SIGN_OF_FILE = re.compile(r"[_0-9]|\w-\w")
_SIGNS = re.compile(r"[\W_]+")


def alternatives_in_texts(writing: Writing) -> Iterable[Diagnostic]:
    """Find pictures of bodies whose alternative text is a file's name (IMG007) or repeats the caption (IMG008)."""
    for element, place in zip(writing.elements, writing.places, strict=True):
        if element.tag == "img":
            alt, target = element.get("alt") or "", (element.get("src") or "").removeprefix("image:")
            yield from judged(alt, element.get("title") or "", target, place)


def alternatives_of_versions(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find the same in the pictures that front matter names."""
    for version in index.by_source.values():
        yield from _of_front_matter(version)


def _of_front_matter(version: Version) -> Iterator[Diagnostic]:
    if version.image is not None:
        place = version.place("image.alt")
        yield from judged(version.image.alt, version.image.caption, version.image.file, place)


def judged(alt: str, caption: str, target: str, place: Place) -> Iterator[Diagnostic]:
    """Judge one alternative text."""
    if not alt:
        return
    stem = splitext(basename(target))[0]
    copied = alt.casefold() == stem.casefold() and _SIGN_OF_FILE.search(alt)
    if copied or _FILE_NAME.fullmatch(alt) or _OF_CAMERA.fullmatch(alt):
        yield diagnostic("IMG007", place, target=target, alt=alt)
    elif caption and _folded(alt) == _folded(caption):
        yield diagnostic("IMG008", place, target=target)


def _folded(text: str) -> str:
    return _SIGNS.sub(" ", text).strip().casefold()
