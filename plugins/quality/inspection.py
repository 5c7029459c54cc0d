"""Looking at a finished output: is it well formed, which ids does it have, where within the site does it lead.

Pages are our own serialisation, a strict subset of HTML: every element but the void ones is closed, attribute values
stand between double quotes and hold neither `<` nor `>`. So a few patterns read them exactly, where an HTML parser
would silently mend what it should complain of.
"""

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from plugins.core.addresses import file_address
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.markup.tree import VOID_TAGS
from plugins.core.pipeline import Inspection

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)(?:\s+[a-zA-Z:@_-]+(?:="[^"<>]*")?)*\s*(/?)>', re.IGNORECASE)
_DOCTYPE = "<!doctype html>"
_ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')
_SOURCES = re.compile(r'\ssrcset="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
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
    faults = [_fault(path, problem) for problem in _misnested(text)]
    ids = _ID.findall(text)
    if len(ids) != len(set(ids)):
        twice = next(one for one in ids if ids.count(one) > 1)
        faults.append(_fault(path, f"duplicate-id:{twice}"))
    if text.count("<h1") > 1:
        faults.append(_fault(path, "two-h1"))
    written = _ADDRESS.findall(text)
    for sources in _SOURCES.findall(text):
        written += [source.split()[0] for source in sources.split(",") if source.strip()]
    addresses = (_within(base, path, one.replace("&amp;", "&")) for one in dict.fromkeys(written))
    return Inspection(frozenset(ids), tuple(dict.fromkeys(one for one in addresses if one)), tuple(faults))


def _misnested(text: str) -> list[str]:
    """Find the first place where elements do not nest; what follows from it would only repeat it."""
    tags = _TAG.findall(text)
    if len(tags) + text.startswith(_DOCTYPE) != text.count("<"):
        stray = next(iter(_TAG.sub("", text.removeprefix(_DOCTYPE)).split("<", 1)[1:]), "")
        return [f"malformed-tag:<{stray[:20]}"]
    opened: list[str] = []
    for closing, name, closed in tags:
        if name in _VOID or (closed and name in _SHAPES):
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
