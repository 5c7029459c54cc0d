"""Addresses of the output: where each thing stands, as paths from the root of the site."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from plugins.core.documents import Version
from plugins.core.site import Site

TAG_YEAR = 2026
"""The date part of every `tag:` id (RFC 4151). It never changes, or every feed reader would show everything anew."""

LONGEST_PART = 100
"""Characters of a part of an address: file systems, git hosts and browsers take no names of any length."""

_PLAIN = re.compile(r"[A-Za-z0-9_.~/#?=;&:%-]*").fullmatch

_SPECIAL = re.compile(r"[^\x00-\x7f]+")
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"})


def slugify(text: str) -> str:
    """Turn a title into a word for an address: `[a-z0-9-]`, accents dropped; empty when nothing is left.

    Signs that nobody sees are nothing; what is longer than a part of an address may be is cut at a word.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _shortened(_NO_LETTERS.sub("-", _SPECIAL.sub(_without_accents, decomposed)).strip("-"))


def _without_accents(match: "re.Match[str]") -> str:
    return "".join(
        [
            character
            for character in match[0]
            if not unicodedata.combining(character) and unicodedata.category(character) != "Cf"
        ]
    )


def _shortened(word: str) -> str:
    if len(word) <= LONGEST_PART:
        return word
    start, _, _ = word[: LONGEST_PART + 1].rpartition("-")
    return start.rstrip("-") or word[:LONGEST_PART]


def home_address(site: Site, language: str) -> str:
    """Return the address of a language's home: `/` or `/sv/`."""
    return "/" if language == site.default_language else f"/{language}/"


def section_address(site: Site, language: str, section: str, *more: str) -> str:
    """Return the address of a section's front page, or of something below it: `/sv/nyheter/`."""
    words = [word for word in (site.word(language, section), *more) if word]
    return home_address(site, language) + "".join(f"{word}/" for word in words)


def version_address(site: Site, version: Version) -> str:
    """Return the address of a version's page: `/uutiset/alkukartoituskysely/`."""
    return section_address(site, version.language, version.type, version.slug)


def alias_address(alias: str) -> str:
    """Return the address that an author's alias means: in plain letters, each slash once, a page's folder or file.

    `/vanha` and `/vanha.php` are folders, `/vanha.html` is a file: a server that only sends files tells the browser
    what they are by their names.
    """
    plain = unquote(alias)
    if ".." in plain.split("/") or "\\" in plain or not plain.isprintable():
        plain = alias
    parts = [part for part in plain.split("/") if part not in ("", ".")]
    address = "/" + "/".join(parts)
    is_folder = not parts or alias.endswith("/") or not address.endswith((".html", ".htm"))
    return address.rstrip("/") + "/" if is_folder else address


def page_file(address: str) -> str:
    """Return the file that a web server sends for an address: `uutiset/index.html`."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def file_address(path: str) -> str:
    """Return the address of a file in the output tree; the index of a folder is the folder."""
    return (
        "/" + path.removesuffix("index.html") if path.endswith(("/index.html",)) or path == "index.html" else f"/{path}"
    )


def relative(origin: str, target: str) -> str:
    """Write a root-relative address as seen from another, so that the site works below any path.

    `/uutiset/x/` seen from `/sv/` is `../uutiset/x/`.
    """
    return by_way("../" * (origin.count("/") - 1), target)


def by_way(way: str, target: str) -> str:
    """Write a root-relative address after the way to the root, `../` for each folder."""
    return _quoted(way + target.removeprefix("/")) or "./"


def absolute(site: Site, address: str) -> str:
    """Write a root-relative address in full."""
    return site.base + _quoted(address.removeprefix("/"))


def _quoted(address: str) -> str:
    # Nearly every address is plain, and finding that out takes a fifth of the time of `quote`.
    return address if _PLAIN(address) else quote(address, safe="/#?=;&:%~")


def tag_id(site: Site, *parts: str) -> str:
    """Make a permanent id (RFC 4151) of the site's host and a document's key: never of an address or a date."""
    return f"tag:{_host(site.base)},{TAG_YEAR}:" + "/".join(parts)


@lru_cache(maxsize=4)  # every version asks for it in every run
def _host(base: str) -> str:
    return urlsplit(base).hostname or "localhost"
