"""Looking at a finished output: is it well formed, which ids does it have, where within the site does it lead."""

import re
from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from plugins.core.addresses import file_address
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.output_tree import Inspection
from plugins.quality.nesting import read_tags

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_PLAIN = re.compile(r"(?:[\w~-][\w.~-]*+/)*+(?:[\w~-][\w.~-]*+)?+(?:#[\w.~:-]*+)?+")
"""An address downwards in which nothing is quoted, asked, or to be taken back."""
_SIGN = "kaiku="
"""How fragments begin that mark a block's source and stand for no place."""
_XML = (".rss", ".atom", ".xml", ".svg")


def inspect(base: str, path: str, data: bytes, quoted: Sequence[Inspection] = ()) -> Inspection:
    """Inspect an output of a site whose root is at `base`; only HTML and XML have anything to tell.

    What was found in files that it quotes, and `data` leaves out, is part of what is found in it.
    """
    if path.endswith(".html"):
        return _inspect_html(base, path, data, quoted)
    if path.endswith(_XML):
        return Inspection(diagnostics=_faults_of_xml(path, data))
    return Inspection()


def _inspect_html(base: str, path: str, data: bytes, quoted: Sequence[Inspection]) -> Inspection:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Inspection(diagnostics=(_fault(path, "encoding"),))
    attributes, problems = read_tags(text)
    faults = [_fault(path, problem) for problem in problems]
    ids = [*_values(attributes, "id"), *(element_id for inspection in quoted for element_id in inspection.ids)]
    there = frozenset(ids)
    if len(there) < len(ids):
        twice = next(element_id for element_id in ids if ids.count(element_id) > 1)
        faults.append(_fault(path, f"duplicate-id:{twice}"))
    if data.count(b"<h1") > 1:
        faults.append(_fault(path, "two-h1"))
    # Where a place of the output itself is there, nobody else can say more of it.
    written = [value for value in dict.fromkeys(_written(attributes)) if value[:1] != "#" or value[1:] not in there]
    links = [*_within(base, path, written), *(link for inspection in quoted for link in inspection.links)]
    return Inspection(there, tuple(dict.fromkeys(links)), tuple(faults))


def _values(attributes: str, name: str) -> list[str]:
    """Return the values of an attribute in the attributes of all tags."""
    return [piece.partition('"')[0] for piece in attributes.split(f' {name}="')[1:]]


def _written(attributes: str) -> list[str]:
    """Return every address that is written in attributes."""
    written = [*_values(attributes, "href"), *_values(attributes, "src")]
    for sources in _values(attributes, "srcset"):
        written += [source.split()[0] for source in sources.split(",") if source.strip()]
    return written


def _within(base: str, path: str, written: Iterable[str]) -> Iterator[str]:
    """Yield the root-relative addresses that an output leads to; those that lead out of the site are left out."""
    up = "../" * path.count("/")
    for link in written:
        # Most addresses are ours and go up to the root first: they need no taking apart.
        if link.startswith(up) and _PLAIN.fullmatch(link, len(up)) and (up or link[:1] != "#"):
            yield f"/{link[len(up) :]}"
        elif address := _address_within(base, path, link.replace("&amp;", "&")):
            yield address


def _address_within(base: str, path: str, written: str) -> str | None:
    """Return the root-relative address that an address on an output means; None when it leads out of the site."""
    if written.startswith(base):
        target = "/" + written[len(base) :]
    elif _SCHEME.match(written):
        return None
    elif written.startswith("#"):
        target = file_address(path) + written
    elif written.startswith("/"):
        root = "/" + base.split("://", 1)[-1].partition("/")[2]
        if not written.startswith(root):
            return None
        target = "/" + written[len(root) :]
    else:
        address, sign, fragment = written.partition("#")
        address = address.partition("?")[0]
        joined = normpath(join("/" + dirname(path), address))
        is_folder = address.endswith(("/", "/..", "/.")) or address in {"", ".", ".."}
        target = joined.rstrip("/") + ("/" if is_folder else "") + sign + fragment
    address, sign, fragment = target.partition("#")
    address = unquote(address.partition("?")[0])
    return address if fragment.startswith(_SIGN) else address + sign + unquote(fragment)


def _faults_of_xml(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    from lxml import etree

    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return (_fault(path, f"xml:{error.msg}"),)
    return ()


def _fault(path: str, problem: str) -> Diagnostic:
    return diagnostic("OUT003", Place(path), output=path, problem=problem)
