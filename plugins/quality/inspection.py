"""Looking at a finished output: is it well formed, which ids does it have, where within the site does it lead.

Pages are our own serialisation, a strict subset of HTML: every element but the void ones is closed, attribute values
stand between double quotes and hold neither `<` nor `>`. So a few patterns read them exactly, where an HTML parser
would silently mend what it should complain of.
"""

import re
from collections.abc import Sequence
from posixpath import dirname, join, normpath
from typing import TypeAlias
from urllib.parse import unquote

from plugins.core.addresses import file_address
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.markup.tree import VOID_TAGS
from plugins.core.pipeline import Inspection

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>", re.IGNORECASE)
_ATTRIBUTES = re.compile(r'(?:\s+[a-zA-Z:@_-]+(?:="[^"]*")?|\s*/)*\s*')
_Tag: TypeAlias = tuple[str, str, str]
"""A closing slash or nothing, the element's name, its attributes as written."""

_DOCTYPE = "<!doctype html>"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_VOID = VOID_TAGS | {"meta", "link", "source"}
_SHAPES = frozenset({"path", "circle", "ellipse", "line", "polygon", "polyline", "rect", "use"})
"""Elements of SVG that close themselves."""
_XML = (".rss", ".atom", ".xml", ".svg")


def inspect(base: str, path: str, data: bytes) -> Inspection:
    """Inspect an output of a site whose root is at `base`; only HTML and XML have anything to tell."""
    if path.endswith(".html"):
        return _inspect_html(base, path, data)
    if path.endswith(_XML):
        return Inspection(diagnostics=_faults_of_xml(path, data))
    return Inspection()


def _inspect_html(base: str, path: str, data: bytes) -> Inspection:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Inspection(diagnostics=(_fault(path, "encoding"),))
    tags = _TAG.findall(text)
    attributes = "".join([one for _, _, one in tags])
    faults = [_fault(path, problem) for problem in (_malformed(text, tags, attributes) or _misnested(tags))]
    ids = _values(attributes, "id")
    if len(ids) != len(set(ids)):
        twice = next(one for one in ids if ids.count(one) > 1)
        faults.append(_fault(path, f"duplicate-id:{twice}"))
    if text.count("<h1") > 1:
        faults.append(_fault(path, "two-h1"))
    written = [*_values(attributes, "href"), *_values(attributes, "src")]
    for sources in _values(attributes, "srcset"):
        written += [source.split()[0] for source in sources.split(",") if source.strip()]
    addresses = (_within(base, path, one.replace("&amp;", "&")) for one in dict.fromkeys(written))
    return Inspection(frozenset(ids), tuple(dict.fromkeys(one for one in addresses if one)), tuple(faults))


def _values(attributes: str, name: str) -> list[str]:
    """Give the values of an attribute in the attributes of all tags."""
    return [piece.partition('"')[0] for piece in attributes.split(f' {name}="')[1:]]


def _malformed(text: str, tags: Sequence[_Tag], attributes: str) -> list[str]:
    """Find the first thing that begins like a tag and is none, or a tag whose attributes are not ours."""
    if len(tags) + text.startswith(_DOCTYPE) != text.count("<"):
        stray = _TAG.sub("", text.removeprefix(_DOCTYPE)).partition("<")[2]
        return [f"malformed-tag:<{stray[:20]}"]
    if _ATTRIBUTES.fullmatch(attributes):
        return []
    return [f"malformed-tag:<{name}{one[:20]}" for _, name, one in tags if not _ATTRIBUTES.fullmatch(one)][:1]


def _misnested(tags: Sequence[_Tag]) -> list[str]:
    """Find the first place where elements do not nest; what follows from it would only repeat it."""
    opened: list[str] = []
    for closing, name, attributes in tags:
        if name in _VOID or (name in _SHAPES and attributes.endswith("/")):
            continue
        if not closing:
            opened.append(name)
        elif not opened:
            return [f"stray-end:{name}"]
        elif (last := opened.pop()) != name:
            return [f"unclosed:{last}"]
    return [f"unclosed:{opened[-1]}"] if opened else []


def _within(base: str, path: str, written: str) -> str | None:
    """Give the root-relative address that an address on an output means; None when it leads out of the site."""
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
    return unquote(address.partition("?")[0]) + sign + unquote(fragment)


def _faults_of_xml(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    from lxml import etree

    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return (_fault(path, f"xml:{error.msg}"),)
    return ()


def _fault(path: str, problem: str) -> Diagnostic:
    return diagnostic("OUT003", Place(path), output=path, problem=problem)
