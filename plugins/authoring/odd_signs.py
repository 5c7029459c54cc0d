"""Signs that look like others, or like nothing, where the program expects a sign of its own.

No-break spaces, dashes, curly quotation marks, wide colons and letters of other alphabets come with pasted text. Nobody
sees them, so whoever reads the message must be told which sign it is and where.
"""

import unicodedata

from msgspec import Struct


class OddSign(Struct, frozen=True):
    """A sign that does not belong: its offset in the text, and its kind, a token for the texts of the report."""

    offset: int
    kind: str


_KINDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys("\u00a0\u2007\u202f", ("no-break-space", " ")),
    **dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", ("space", " ")),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", ("dash", "-")),
    **dict.fromkeys("\u02d0\u2236\ua789\ufe13\ufe55\uff1a", ("colon", ":")),
    **dict.fromkeys("“”„‟«»″", ("quotation-mark", '"')),
    **dict.fromkeys("‘’‚‛′", ("quotation-mark", "'")),
}
_LETTERS = str.maketrans(
    "асеорхуіјѕԁһԛԝАВЕКМНОРСТХУІЈЅ"  # Cyrillic
    "αικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",  # Greek
    "aceopxyijsdhqwABEKMHOPCTXYIJSaikvoptuxABEZHIKMNOPTYX",
)


def odd_sign(text: str) -> OddSign | None:
    """Find the first odd sign of a text in which only plain signs are expected."""
    if text.isascii():
        return None
    for offset, character in enumerate(text):
        if kind := _kind(character):
            return OddSign(offset, f"{kind}:U+{ord(character):04X}")
    return None


def plain(text: str) -> str:
    """Write a text with plain signs in the place of odd ones."""
    if text.isascii():
        return text
    signs = "".join(_plain(character) for character in text)
    return unicodedata.normalize("NFKC", signs.translate(_LETTERS)).strip()


def _kind(character: str) -> str | None:
    if character.isascii():
        return None
    if character in _KINDS:
        return _KINDS[character][0]
    if unicodedata.category(character) == "Cf":
        return "invisible"
    if ord(character) in _LETTERS or unicodedata.normalize("NFKC", character).isascii():
        return "letter"
    return None


def _plain(character: str) -> str:
    if character in _KINDS:
        return _KINDS[character][1]
    return "" if unicodedata.category(character) == "Cf" else character
