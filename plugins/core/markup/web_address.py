"""Web addresses in the form in which browsers write them (WHATWG URL Standard)."""

import html
import re
from urllib.parse import unquote

SCHEMES = frozenset({"https", "http", "mailto", "tel"})
"""What a text may link to: all that text formats of a CMS keep."""

_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]+")
"""Control characters, white space and marks of direction: browsers drop some of them within a scheme."""
_SCHEME = re.compile(r"([^/?#:]*):")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_OURS = {"'": "%27", "|": "%7C", "^": "%5E", " ": "%20", '"': "%22", "<": "%3C", ">": "%3E"}
"""What browsers leave in some parts of an address, and writers of HTML do not."""
_LEFT = re.compile("['|^ \"<>]")


def scheme_of(href: str) -> str:
    r"""The scheme that any reader of an address might see in it, in small letters; empty when it has none.

    The address is decoded as far as it goes first: `java&#x73;cript:`, `%6Aavascript:` and `java\tscript:` all name
    a scheme to somebody.
    """
    seen = href
    for _ in range(4):
        decoded = unquote(html.unescape(seen))
        if decoded == seen:
            break
        seen = decoded
    found = _SCHEME.match(_INVISIBLE.sub("", seen))
    return found[1].casefold() if found else ""


def canonical(href: str, base: str | None = None) -> str | None:
    """An address as a browser writes it, a relative one seen from the base; None when it is none that may be linked.

    Encoded like the browser's `URL`, and beyond it whatever HTML in a CMS may trip over: `'`, `|` and `^`.
    """
    from ada_url import URL  # loaded when the first link is read

    cleaned = _CONTROL.sub("", href).strip()
    if not cleaned or (scheme_of(cleaned) or "https") not in SCHEMES:
        return None
    try:
        written: str = URL(cleaned, base).href if base else URL(cleaned).href
    except ValueError:
        return None
    return _LEFT.sub(lambda found: _OURS[found[0]], written)
