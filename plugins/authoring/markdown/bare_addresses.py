"""Web and e-mail addresses that stand in a text as they are, and are links all the same."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ADDRESS = re.compile(
    r"(?<![\w/@.:+-])(?:(?P<web>(?:https?://|www\.(?=[\w-]+\.))[^\s<>\[\]\"“”»«`|\\\x00]{1,2000})"
    r"|(?P<mail>[A-Za-z0-9][\w.+%-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}(?![\w@-])))",
    re.ASCII | re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?[\w.-]*\w", re.IGNORECASE)
_POSSIBLE = ("://", "www.", "@", "WWW.")


class BareAddress(NamedTuple):
    """An address in a text: where it stands, and where its link leads."""

    start: int
    end: int
    href: str


def bare_addresses(text: str) -> Iterator[BareAddress]:
    """Find the addresses of a text; what ends the sentence is no part of one (GitHub's rules)."""
    if not any(sign in text for sign in _POSSIBLE):
        return
    for match in _ADDRESS.finditer(text):
        written = _without_end(match[0])
        if match["mail"]:
            yield BareAddress(match.start(), match.end(), f"mailto:{match[0]}")
        elif _HOST.match(written) and not written.endswith("://"):
            href = written if "://" in written else f"https://{written}"
            yield BareAddress(match.start(), match.start() + len(written), href)


def _without_end(address: str) -> str:
    """Leave out signs after an address, and a bracket that it does not open."""
    while address and (address[-1] in "?!.,:;*_~'’”…" or _is_unopened(address)):
        address = address[:-1]
    return address


def _is_unopened(address: str) -> bool:
    opening = {")": "(", "}": "{"}.get(address[-1])
    return opening is not None and address.count(address[-1]) > address.count(opening)
