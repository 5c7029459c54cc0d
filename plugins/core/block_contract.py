"""The block contract: names, addresses and versions of blocks, on which the site and pages of the CMS agree.

A *block* is a piece of content as an HTML fragment; its *profile* is the text format for which it is written. The
source link at a block's end carries its identity as a URL fragment, `#kaiku=ID;l=fi;p=basic;v=3f9a1c0b7d2e`: the one
mark that lives through every text format.
"""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from hashlib import sha256
from typing import Final, NamedTuple
from urllib.parse import unquote

PROFILES = ("basic", "restricted", "full")
"""Every profile; a site lists those that its editors' text formats need."""

USUAL: Final = "basic"
"""The profile for the usual editor's text format: the one that is shown, copied and told of, and the only one that is
made where a site names none."""

FOLDER = "blocks/"
MANIFEST_PATH = f"{FOLDER}manifest.json"
MANIFEST_SCHEMA_PATH = f"{FOLDER}manifest.schema.json"

MARK = "#kaiku="
"""How the fragment of every source link begins."""

_FRAGMENT = re.compile(
    re.escape(MARK) + r"(?P<id>[a-z0-9-]+);l=(?P<language>[a-z]{2});p=(?P<profile>[a-z]+);v=(?P<v>[0-9a-f]{12})"
)
_PATH = re.compile(re.escape(FOLDER) + r"(?P<id>[a-z0-9-]+)/(?P<language>[a-z]{2})\.(?P<profile>[a-z]+)\.html")
_IN_FOLDER = re.compile(rf"([a-z]{{2}}/)?{re.escape(FOLDER)}")

FORMAT_RANGES = (
    (0x00AD, 0x00AD), (0x0600, 0x0605), (0x061C, 0x061C), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891),
    (0x08E2, 0x08E2), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F),
    (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0x110BD, 0x110BD), (0x110CD, 0x110CD), (0x13430, 0x1343F),
    (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0001, 0xE0001), (0xE0020, 0xE007F),
)  # fmt: skip
"""Unicode's format characters (Cf): soft hyphens, joiners, byte order marks, which editors add and drop unseen.

Written out, so that a newer Python with a newer Unicode gives the same versions.
"""

_FORMAT_CHARACTERS = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in FORMAT_RANGES) + "]+")


class BlockIdentity(NamedTuple):
    """A block in one language and profile."""

    block: str
    language: str
    profile: str

    @property
    def path(self) -> str:
        """The path of its fragment in the output tree."""
        return f"{FOLDER}{self.block}/{self.language}.{self.profile}.html"

    @property
    def heading_id(self) -> str:
        """The id of the heading with which it begins."""
        return heading_id(self.block, self.language)

    def fragment(self, version: str) -> str:
        """The fragment of its source link."""
        return f"{MARK}{self.block};l={self.language};p={self.profile};v={version}"


class Stamp(NamedTuple):
    """What a source link says: which block stands there, and in which version."""

    identity: BlockIdentity
    v: str


def exported(wanted: Collection[str]) -> tuple[str, ...]:
    """The profiles that are wanted, each once, in the order of all."""
    return tuple(profile for profile in PROFILES if profile in wanted)


def heading_id(block: str, language: str) -> str:
    """The id of the heading with which a block begins."""
    return f"kaiku-{block}-{language}"


def json_path(block: str, language: str) -> str:
    """The path of a block as JSON, by which programs read it."""
    return f"{FOLDER}{block}/{language}.json"


def block_of_path(path: str) -> tuple[str, str]:
    """The block whose JSON a file of the output tree is, and its language."""
    block, _, file = path.removeprefix(FOLDER).partition("/")
    return block, file.partition(".")[0]


def feed_path(project: str, language: str) -> str:
    """The path of the feed of a project's blocks."""
    return f"{FOLDER}{project}/{language}.rss"


def identity_of_path(path: str) -> BlockIdentity | None:
    """The block whose fragment a file of the output tree is; None for any other file."""
    found = _PATH.fullmatch(path)
    return BlockIdentity(*found.groups()) if found else None


def is_for_editors(path: str) -> bool:
    """Whether a file of the output tree belongs to blocks or to the pages that show them to editors of the CMS."""
    return _IN_FOLDER.match(path) is not None


def is_marked(href: str) -> bool:
    """Whether an address carries a block's mark, be it whole or broken, percent-encoded or not."""
    return MARK in unquote(href)


def stamp_in(text: str) -> Stamp | None:
    """The stamp in an address or a text, percent-encoded or not; None when there is none that is whole."""
    return next(iter(stamps_in(unquote(text))), None) if "kaiku" in text else None


def stamps_in(text: str) -> list[Stamp]:
    """Every whole stamp in a text."""
    return [Stamp(BlockIdentity(*found[:3]), found[3]) for found in _FRAGMENT.findall(text)]


@lru_cache(maxsize=16)  # the profiles of a block mostly say the very same
def version(text: str, hrefs: tuple[str, ...]) -> str:
    """The version of a block: the first 12 hex digits of SHA-256, in UTF-8, over its text and its links.

    The text counts as `letters`; after it come a newline and the address of each link in document order, the source
    link's without its fragment.
    """
    addresses = [href.partition(MARK)[0] for href in hrefs]
    return sha256("\n".join((letters(text), *addresses)).encode("utf-8")).hexdigest()[:12]


def letters(text: str) -> str:
    """What counts of a text: composed (NFC), without white space and format characters."""
    dense = text.replace(" ", "").replace("\n", "").replace("\N{NO-BREAK SPACE}", "")
    # Neither white space but these nor a format character is printable, and a look takes a tenth of rewriting.
    if not dense.isprintable():
        dense = _FORMAT_CHARACTERS.sub("", "".join(dense.split()))
    # Composed last, or white space between a letter and its accent, which editors move, would make a difference.
    return unicodedata.normalize("NFC", dense)
