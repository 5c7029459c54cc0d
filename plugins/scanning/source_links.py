"""Source links as they stand on pages: whatever a CMS, a browser or a mail filter has made of their addresses."""

import re
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

from plugins.core.block_contract import MARK, Stamp, stamps_in
from plugins.core.markup.web_address import canonical

_DEEPEST = 4
"""How many times an address may have been percent-encoded."""
_WEB = re.compile(r"https?:/{1,2}", re.IGNORECASE)


class SourceLink(Struct, frozen=True):
    """A link that carries a block's mark. `stamp` is None where the mark is broken.

    `address` is the page it leads to, in canonical form. `is_behind` tells that the link leads there by way of another
    address, `is_encoded` that the mark itself was percent-encoded.
    """

    stamp: Stamp | None
    address: str
    is_behind: bool = False
    is_encoded: bool = False


def source_link(href: str) -> SourceLink | None:
    """Read an address; None when it carries no mark."""
    text = href
    for _ in range(_DEEPEST):
        if MARK in text or "%" not in text:
            break
        text = unquote(text)
    address, mark, rest = text.rpartition(MARK)
    if not mark:
        return None
    fragment = mark + unquote(rest)
    begins = [found.start() for found in _WEB.finditer(address)]
    own = address[begins[-1] :] if begins else address
    stamp = next(iter(stamps_in(fragment)), None)
    is_encoded = text != href or fragment != mark + rest
    return SourceLink(stamp, canonical(own) or own, bool(begins and begins[-1]), is_encoded)


def address_changes(link: SourceLink, url: str) -> tuple[str, ...] | None:
    """What has become of a source link's address, as keys of texts; None when it leads to another page.

    A link behind another address loses its page's own parameters there, so those are not looked for.
    """
    theirs, ours = _parts(link.address), _parts(url)
    if theirs is None or ours is None or theirs.netloc.lower() != ours.netloc.lower():
        return None
    if _path(theirs) != _path(ours):
        return None
    found = {
        "link-scheme": theirs.scheme != ours.scheme,
        "link-slash": theirs.path.endswith("/") != ours.path.endswith("/"),
        "link-parameters": theirs.query != ours.query,
    }
    return (*link_signs(link), *(key for key, is_so in found.items() if is_so))


def link_signs(link: SourceLink) -> tuple[str, ...]:
    """What has become of the link itself, as keys of texts."""
    return ("link-redirector",) if link.is_behind else ("link-encoded",) * link.is_encoded


def _parts(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _path(parts: SplitResult) -> str:
    return unquote(parts.path).rstrip("/")
