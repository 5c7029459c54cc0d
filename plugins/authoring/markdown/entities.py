"""Signs written by their names or numbers: `&auml;`, `&#228;`, `&#xE4;`."""

import re
from html import unescape

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def with_signs(text: str) -> str:
    """Put signs in the place of their names; `&section=2` in an address names none, for want of a semicolon."""
    return ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text
