"""Takes away from a text what CMSs are known to add to it, or writes it back as it was.

Each way gives the text as it would be without; what it finds depends on the text alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from plugins.core.block_contract import is_marked, letters
from plugins.core.markup.web_address import canonical
from plugins.scanning.said_text import LINK, LINK_END, links_in

_SHORT_LINK = re.compile("\x02([^\x03]*)\x03([^\x02-\x04]{0,8})\x04")
_SIGNS = frozenset({"", "#", "¶", "§", "\N{LINK SYMBOL}", "\N{ANCHOR}"})
"""What a link of a heading to itself shows."""
_NOTE = re.compile(
    r"\((?:the )?(?:link is external|external link|link sends e-?mail|link opens in (?:a )?new (?:window|tab)|"
    r"opens in (?:a )?new (?:window|tab)|(?:tämä )?linkki on ulkoinen|ulkoinen linkki|linkki lähettää sähköpostia|"
    r"(?:linkki )?(?:avautuu|aukeaa) uu(?:teen|dessa) (?:ikkunaan|ikkunassa|välilehteen|välilehdessä)|"
    r"siirryt toiseen palveluun|(?:linkki )?vie (?:toiselle sivustolle|ulkoiselle sivustolle)|"
    r"länken är extern|extern länk|länken skickar e-post|(?:länken )?öppnas i (?:ett )?nytt fönster|"
    r"(?:länken )?öppnas i (?:en )?ny flik|(?:länken )?leder till en annan webbplats)\)",
    re.IGNORECASE,
)
_AT = r"\s*[\[({]\s*(?:at|ät|a|miu)\s*[\])}]\s*"
_DOT = r"\s*[\[({]\s*(?:dot|piste|punkt)\s*[\])}]\s*"
_OBSCURED = re.compile(
    rf"(?P<link>\x02mailto:[^\x03]*\x03)?(?<![\w.+-])(?P<name>[\w.+-]+){_AT}(?P<host>[\w-]+(?:(?:\.|{_DOT})[\w-]+)+)",
    re.IGNORECASE,
)
_DOTS = re.compile(_DOT, re.IGNORECASE)
_PROTECTED = re.compile("\x02[^\x03]*/cdn-cgi/l/email-protection#([0-9a-f]{4,600})\x03([^\x04]*)\x04")
_UNREADABLE = letters("[email protected]")
"""Stands for such an address until a script has run; a link may have words of its own instead."""
_DEEPEST = 3
"""How many times an address may have been percent-encoded for another to carry it."""
_BEHIND = re.compile(r"\A[^#]*?[?&/=](https?(?::|%3A)(?:/|%2F){1,2}.*)\Z", re.IGNORECASE)
_COUNTED = re.compile(r"(?<=[?&])(?:utm_[a-z]+|fbclid|gclid|mc_[ce]id|_gl|hsCtaTracking)=[^&#\x03]*&?")
_LINK_OF_ITSELF = re.compile("\x02([^\x03]*)\x03([^\x02-\x04]*)\x04")


def without_additions(text: str, own: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what a text may have been, and the keys of what was taken away; the likeliest first.

    `own` are the addresses in the present block, by `address_key`.
    """
    reasons, text = _restored_text(text, own)
    if reasons:
        yield reasons, text
    for spared in (frozenset(own.values()), frozenset[str]()):
        bare = _without_bare_links(text, spared)
        if bare != text:
            yield (*reasons, "cms-links"), bare


def cleared(text: str, own: Mapping[str, str]) -> str:
    """A text without what CMSs add, its own links left."""
    return _without_bare_links(_restored_text(text, own)[1], frozenset(own.values()))


def _restored_text(text: str, own: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """The keys of what was taken away or written back, and the text after that."""
    reasons: list[str] = []
    for reason, way in _WAYS.items():
        changed = way(text)
        if changed != text:
            reasons.append(reason)
            text = changed
    restored = LINK.sub(lambda found: f"\x02{_restored(found[1], own)}\x03", text)
    return (*reasons, *(("cms-addresses",) if restored != text else ())), restored


def _without_bare_links(text: str, spared: frozenset[str]) -> str:
    return _LINK_OF_ITSELF.sub(lambda found: _without_link(found, spared), text)


def address_key(href: str) -> str:
    """What stays the same of an address when it is written with another scheme, encoding or last slash."""
    _, _, rest = href.partition("://")
    return unquote(rest or href).rstrip("/")


def own_addresses(text: str) -> dict[str, str]:
    """The addresses of a block, by what stays the same of each."""
    return {address_key(href): href for href in links_in(text)}


def _restored(href: str, own: Mapping[str, str]) -> str:
    """An address as the block may have had it: not by way of a counter, and written as the block writes it."""
    if href in own.values() or is_marked(href):
        return href
    found = _BEHIND.match(href)
    if found:
        href = _carried(found[1], own) or href
    if known := own.get(address_key(href)):
        return known
    page, sign, fragment = href.partition("#")
    href = f"{_COUNTED.sub('', page).rstrip('?&')}{sign}{fragment}"
    return own.get(address_key(href), href)


def _carried(rest: str, own: Mapping[str, str]) -> str | None:
    """The address that another carries, encoded or not; parameters of that one may follow it."""
    first = rest.partition("&")[0]
    for written in (rest, first):
        decoded = written
        for _ in range(_DEEPEST):
            if address_key(decoded) in own:
                return decoded
            decoded = unquote(decoded)
    return canonical(unquote(first) if "%" in first[:12] else first)


def _without_link(found: re.Match[str], spared: frozenset[str]) -> str:
    """The text alone of a link whose text is its address, as filters make such of bare addresses."""
    href, text = found[1], found[2]
    dense = letters(text).rstrip("…").removesuffix("...")
    wholes = (href, href.removeprefix("mailto:"), unquote(href), href.partition("://")[2], f"{href.rstrip('/')}")
    names = dense and any(whole.startswith(dense) and (whole.rstrip("/") == dense.rstrip("/") or len(dense) >= 20)
                          for whole in wholes)  # fmt: skip
    return text if names and href not in spared else found[0]


def _without_permalink(found: re.Match[str]) -> str:
    return "" if "#" in found[1] and found[2].strip(" \n\t\ufe0f") in _SIGNS else found[0]


def _clear_addresses(text: str) -> str:
    """Write e-mail addresses that are kept from robots as they were, with the links that a script would make."""
    return _PROTECTED.sub(_unprotected, _OBSCURED.sub(_clear, text))


def _clear(found: re.Match[str]) -> str:
    address = f"{found['name']}@{_DOTS.sub('.', found['host'])}"
    if found["link"]:
        return f"{found['link']}{address}"
    return f"\x02mailto:{address}\x03{address}{LINK_END}"


def _unprotected(found: re.Match[str]) -> str:
    """Read an address as Cloudflare's script does: every byte is combined with the first."""
    data = bytes.fromhex(found[1][: len(found[1]) // 2 * 2])
    address = bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "replace")
    text = address.partition("?")[0] if letters(found[2]) == _UNREADABLE else found[2]
    return f"\x02mailto:{address}\x03{text}{LINK_END}"


_WAYS: Mapping[str, Callable[[str], str]] = {
    "cms-permalinks": lambda text: _SHORT_LINK.sub(_without_permalink, text),
    "cms-notes": lambda text: _NOTE.sub("", text),
    "cms-emails": _clear_addresses,
}
"""What is taken away, by the key of the sentence that says so."""
