"""What is to be scanned: addresses, saved files, and folders of these."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from plugins.core.markup.web_address import canonical
from plugins.core.site import Placement
from plugins.scanning.findings import Page

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MOST_BYTES = 5_000_000


class NoTargetError(Exception):
    """A word names neither an address nor anything on this machine."""


def is_address(word: str) -> bool:
    """Return whether words are an address, and not the name of a file."""
    try:
        return "://" in word and bool(urlsplit(word).scheme)
    except ValueError:
        return True


def targets(words: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses and files that words mean, each once: of a folder every page in it; raises NoTargetError."""
    return tuple(dict.fromkeys(target for word in words for target in _meant(word)))


def placed(placements: Iterable[Placement], target: str) -> tuple[Placement, ...]:
    """Return the placements on a page."""
    return tuple(placement for placement in placements if same_page(placement.url, target))


def same_page(url: str, other: str) -> bool:
    """Return whether two addresses lead to one page: encoding, a fragment or a last slash make no difference."""
    first, second = (urldefrag(canonical(address) or address).url.rstrip("/") for address in (url, other))
    return first == second


def read_file(name: str) -> Page:
    """Read a saved page; one that cannot be read is an answer too."""
    path = Path(name)
    try:
        if path.stat().st_size > MOST_BYTES:
            return Page(name, problem="too-large")
        return Page(name, path.read_bytes())
    except OSError:
        return Page(name, problem="unreadable-file")


def _meant(word: str) -> Iterator[str]:
    path = Path(word)
    if is_address(word):
        yield word
    elif path.is_dir():
        pages = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        yield from sorted(page.as_posix() for page in pages)
    elif path.exists():
        yield word
    else:
        raise NoTargetError(word)
