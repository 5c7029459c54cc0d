"""What the filter "Limit allowed HTML tags" is told to keep, in the notation of its settings page in Drupal.

`<a href hreflang> <ol start type="1 A I"> <p class="text-*"> <span data-*>`: elements with their attributes; an
attribute may have its values listed, and names and values may end in a star.
"""

import re
from collections.abc import Mapping
from typing import TypeAlias

Values: TypeAlias = frozenset[str] | None
"""The values that are kept of an attribute, some ending in a star; None: any value."""
Allowed: TypeAlias = Mapping[str, Mapping[str, Values]]
"""By element the attributes that are kept, some ending in a star."""

EVERYWHERE: Mapping[str, Values] = {"lang": None, "dir": frozenset({"ltr", "rtl"})}
"""What Drupal keeps on every element that is kept."""

_ELEMENT = re.compile(
    r"<\s*([a-z][a-z0-9-]*|\*)((?:\s+[a-z_:][-a-z0-9_:]*\*?(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'))?)*)\s*/?>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([a-z_:][-a-z0-9_:]*\*?)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'))?", re.IGNORECASE)


def allowed_html(setting: str) -> Allowed | None:
    """Read a setting; None where it is none."""
    if _ELEMENT.sub("", setting).strip():
        return None
    found: dict[str, dict[str, Values]] = {}
    for tag, attributes in _ELEMENT.findall(setting):
        names = found.setdefault(tag.lower(), {})
        for name, value, other in _ATTRIBUTE.findall(attributes):
            values = frozenset((value or other).split())
            names[name.lower()] = values or None
    common = {**EVERYWHERE, **found.pop("*", {})}
    return {tag: {**attributes, **common} for tag, attributes in found.items()}


def kept_value(names: Mapping[str, Values], name: str, value: str) -> str | None:
    """What is kept of an attribute's value; None where the attribute goes."""
    key = matching(names, name)
    if key is None:
        return None
    values = names[key]
    if values is None:
        return value
    return " ".join(word for word in value.split() if matching(values, word) is not None) or None


def matching(names: Mapping[str, Values] | frozenset[str], name: str) -> str | None:
    """The entry that covers a name: itself, else the longest that ends in a star and begins as it does."""
    if name in names:
        return name
    wild = [entry for entry in names if entry.endswith("*") and name.startswith(entry[:-1])]
    return max(wild, key=len, default=None)
