"""Web and e-mail addresses that stand in a text as they are, and are links all the same."""

import re
from collections.abc import Iterator

from msgspec import Struct

from plugins.authoring.markdown.entities import ENTITY, with_signs

_ADDRESS = re.compile(
    r"(?<![\w/@.:+-])(?:(?P<web>(?:https?://|www\.(?=[\w-]+\.))[^\s<>\[\]\"“”»«`|\\\x00]+)"
    r"|(?P<mail>[A-Za-z0-9][\w.+%-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}(?![\w@-])))",
    re.ASCII | re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?[\w.-]*\w", re.IGNORECASE)
_BOUNDARY = re.compile(r"[\s<>\[\]\"“”»«`|\\]")
_PAIRS = {")": "(", "}": "{"}


class BareAddress(Struct, frozen=True):
    """An address in a text: where it stands, and where its link leads."""

    start: int
    end: int
    href: str


def bare_addresses(text: str) -> Iterator[BareAddress]:
    """Find the addresses of a text; what ends the sentence is no part of one (GitHub's rules)."""
    if not ("://" in text or "@" in text or "www." in text or "WWW." in text):
        return
    for match in _ADDRESS.finditer(text):
        if match["mail"]:
            yield BareAddress(match.start(), match.end(), f"mailto:{match[0]}")
            continue
        written = _without_end(match[0])
        if _HOST.match(written) and not written.endswith("://"):
            href = with_signs(written if "://" in written else f"https://{written}")
            yield BareAddress(match.start(), match.start() + len(written), href)


def _without_end(address: str) -> str:
    """Leave out signs after an address, a bracket that it does not open, and what follows a sign that ends it."""
    for entity in ENTITY.finditer(address):
        if _BOUNDARY.match(with_signs(entity[0])) or entity.end() == len(address):
            address = address[: entity.start()]
            break
    end, unopened = len(address), {sign: address.count(sign) - address.count(_PAIRS[sign]) for sign in _PAIRS}
    while end and (address[end - 1] in "?!.,:;*_~'’”…" or unopened.get(address[end - 1], 0) > 0):
        end -= 1
        if address[end] in unopened:
            unopened[address[end]] -= 1
    return address[:end]
