"""A text format of a CMS as data: read from one of the program's YAML files or from a file of a user's."""

from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from plugins.cms.allowed_html import Allowed, allowed_html
from plugins.cms.picture_filters import PICTURE_FILTERS
from plugins.cms.web_links import LONGEST

FOLDER = Path(__file__).parent
NAMES = ("basic", "restricted", "full")
"""The formats that come with the program; each profile of blocks is for the format of its name."""
EDITORS = ("none", "ckeditor5")
_KEYS = frozenset({"name", "editor", "filters"})
FILTERS = ("filter_html", "filter_url", "filter_autop", "filter_htmlcorrector", *PICTURE_FILTERS)
"""The filters that are modelled, by their names in Drupal."""


class FormatError(Exception):
    """A file does not describe a text format; the argument says why, in English."""


class Filter(NamedTuple):
    """A filter of a format; `allowed` is the setting of `filter_html`, `longest` that of `filter_url`."""

    name: str
    allowed: Allowed = MappingProxyType({})
    longest: int = LONGEST


class TextFormat(Struct, frozen=True):
    """What a format keeps and does."""

    name: str
    editor: str = "none"
    filters: tuple[Filter, ...] = ()
    """In the order in which they are applied."""

    @property
    def allowed(self) -> Allowed | None:
        """Elements with their attributes; None: everything is kept."""
        return next((filter_.allowed for filter_ in self.filters if filter_.name == "filter_html"), None)

    @property
    def makes_paragraphs(self) -> bool:
        """Whether paragraphs are made of blank lines, and breaks of line ends."""
        return any(filter_.name == "filter_autop" for filter_ in self.filters)


@cache
def known_format(name: str) -> TextFormat:
    """Return a format that comes with the program."""
    return read_format(FOLDER / f"{name}.yaml")


def read_format(path: Path) -> TextFormat:
    """Read a format from a YAML file; FormatError when the file is none."""
    import yaml

    try:
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise FormatError(str(error)) from error
    if not isinstance(data, dict) or not isinstance(data.get("name"), str):
        raise FormatError("name: a text is missing")
    for key in data.keys() - _KEYS:
        raise FormatError(f"{key}: not known; known are {', '.join(sorted(_KEYS))}")
    editor, filters = data.get("editor", "none"), data.get("filters") or []
    if editor not in EDITORS:
        raise FormatError(f"editor: one of {', '.join(EDITORS)}")
    if not isinstance(filters, list):
        raise FormatError("filters: a list, in the order in which they are applied")
    return TextFormat(data["name"], editor, tuple(map(_filter, filters)))


def formats_digest() -> str:
    """Digest the formats that come with the program: what they keep decides whether a block may be written."""
    hasher = blake2b(digest_size=16)
    for name in NAMES:
        hasher.update((FOLDER / f"{name}.yaml").read_bytes())
    return hasher.hexdigest()


def _filter(entry: object) -> Filter:
    """Read an entry: the name of a filter, or its name with its setting."""
    name, setting = next(iter(entry.items())) if isinstance(entry, dict) and len(entry) == 1 else (entry, None)
    if name not in FILTERS:
        raise FormatError(f"filters: {name}: not known; known are {', '.join(FILTERS)}")
    if name == "filter_html":
        allowed = allowed_html(setting) if isinstance(setting, str) else None
        if allowed is None:
            raise FormatError('filters: filter_html: the tags of its settings page, as "<p> <a href hreflang>"')
        return Filter(name, allowed)
    if name == "filter_url" and setting is not None:
        if not isinstance(setting, int) or setting < 1:
            raise FormatError("filters: filter_url: how many signs of an address are shown")
        return Filter(name, longest=setting)
    if setting is not None:
        raise FormatError(f"filters: {name}: has no setting")
    return Filter(name)
