"""A text format of a CMS as data: read from one of the program's YAML files or from a file of a user's."""

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

FOLDER = Path(__file__).parent
NAMES = ("basic", "restricted", "full")
"""The formats that come with the program; each profile of blocks is for the format of its name."""
EDITORS = ("none", "ckeditor5")
_KEYS = frozenset({"name", "editor", "allowed", "everywhere", "paragraphs"})


class FormatError(Exception):
    """A file does not describe a text format; the argument says why, in English."""


class TextFormat(Struct, frozen=True):
    """What a format keeps and does."""

    name: str
    editor: str = "none"
    allowed: Mapping[str, frozenset[str]] | None = None
    """Elements with their attributes, those kept everywhere included; None: everything is kept."""
    paragraphs: bool = False
    """Whether paragraphs are made of blank lines, and breaks of line ends."""


@cache
def known_format(name: str) -> TextFormat:
    """Give a format that comes with the program."""
    return read_format(FOLDER / f"{name}.yaml")


def read_format(path: Path) -> TextFormat:
    """Read a format from a YAML file; FormatError when the file is none."""
    import yaml

    try:
        said = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise FormatError(str(error)) from error
    if not isinstance(said, dict) or not isinstance(said.get("name"), str):
        raise FormatError("name: a text is missing")
    for key in said.keys() - _KEYS:
        raise FormatError(f"{key}: not known; known are {', '.join(sorted(_KEYS))}")
    if said.get("editor", "none") not in EDITORS:
        raise FormatError(f"editor: one of {', '.join(EDITORS)}")
    if not isinstance(said.get("paragraphs", False), bool):
        raise FormatError("paragraphs: true or false")
    return TextFormat(said["name"], said.get("editor", "none"), _allowed(said), said.get("paragraphs", False))


def formats_digest() -> str:
    """Digest the formats that come with the program: what they keep decides whether a block may be written."""
    hasher = blake2b(digest_size=16)
    for name in NAMES:
        hasher.update((FOLDER / f"{name}.yaml").read_bytes())
    return hasher.hexdigest()


def _allowed(said: Mapping[str, object]) -> Mapping[str, frozenset[str]] | None:
    allowed, everywhere = said.get("allowed"), said.get("everywhere", [])
    if allowed is None:
        return None
    if not isinstance(allowed, dict) or not _is_words(everywhere):
        raise FormatError("allowed: elements with lists of attributes; everywhere: a list of attributes")
    for tag, names in allowed.items():
        if not isinstance(tag, str) or not _is_words(names or []):
            raise FormatError(f"allowed: {tag}: a list of attributes")
    assert isinstance(everywhere, list)
    return {tag.lower(): frozenset((*(names or ()), *everywhere)) for tag, names in allowed.items()}


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
