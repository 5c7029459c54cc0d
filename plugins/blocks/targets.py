"""Targets of links in a block: full addresses of the schemes that a CMS keeps, and nothing else."""

import html
import re
from urllib.parse import unquote, urljoin

SCHEMES = frozenset({"https", "http", "mailto", "tel"})

_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]+")
"""Control characters, white space and marks of direction: browsers drop some of them within a scheme."""
_SCHEME = re.compile(r"([^/?#:]*):")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_PLAIN = re.compile(r"https://[A-Za-z0-9._~/?#=&+,;:@-]+")


def scheme_of(href: str) -> str:
    r"""Give the scheme that any reader of an address might see in it, in small letters; empty when it has none.

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


def is_plain_target(href: str) -> bool:
    """Tell whether an address is of the commonest form, in which no reader of addresses finds anything to doubt."""
    return _PLAIN.fullmatch(href) is not None


def safe_target(href: str) -> str | None:
    """Give an address fit for an attribute, or None when its scheme is none of ours. It may be relative."""
    if is_plain_target(href):
        return href
    cleaned = _CONTROL.sub("", href).strip().replace(" ", "%20")
    scheme = scheme_of(cleaned)
    return cleaned if cleaned and (not scheme or scheme in SCHEMES) else None


def absolute_target(href: str, base: str) -> str | None:
    """Give a full address, a relative one seen from the base; None when there is none that may stand in a block."""
    if is_plain_target(href):
        return href
    safe = safe_target(href)
    if safe is None or scheme_of(safe):
        return safe
    try:
        return urljoin(base, safe.replace("\\", "/"))
    except ValueError:  # a host in brackets that is no address: nothing can follow such a link
        return None
