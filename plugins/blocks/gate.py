"""The last gate of a block: it holds what its profile allows, and its text format leaves it as it is."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape
from itertools import repeat
from types import MappingProxyType

from plugins.cms.paragraphs import with_paragraphs
from plugins.cms.text_format import known_format
from plugins.core.markup.web_address import SCHEMES, scheme_of


def _elements(**attributes: str) -> dict[str, frozenset[str]]:
    return {tag: frozenset(names.split()) for tag, names in attributes.items()}


_HEADINGS = _elements(h2="id lang", h3="id lang", h4="id lang", h5="id lang", h6="id lang")
_INLINE = _elements(strong="lang", em="lang", cite="lang", code="lang", a="href hreflang lang")
_RESTRICTED = {**_HEADINGS, **_INLINE, **_elements(ul="lang", ol="start lang", li="lang", blockquote="lang", p="")}
_BASIC = {**_RESTRICTED, **_elements(p="lang", br="", dl="lang", dt="lang", dd="lang")}
_FULL = {
    **_BASIC,
    **_elements(section="lang class data-kaiku", pre="lang", hr="", figure="lang", figcaption="lang", details="lang"),
    **_elements(summary="lang", table="lang", caption="lang", thead="", tbody="", tr="", td="colspan rowspan lang"),
    **_elements(th="colspan rowspan scope lang", img="src alt width height loading", span="lang", time="datetime lang"),
    **_elements(abbr="title lang", sub="lang", sup="lang", ins="datetime lang", mark="lang", kbd="lang", samp="lang"),
    **_elements(var="lang", q="lang", small="lang", u="lang", s="lang"),
}
ALLOWED: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType(
    {"restricted": _RESTRICTED, "basic": _BASIC, "full": _FULL}
)
"""By profile the elements that may be written, and the attributes of each."""

_TAG = re.compile(r"<[^>]*>")
_START = re.compile(r"<([a-z0-9]+)((?: [a-z-]+=\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_FORMS = MappingProxyType(
    {
        "id": re.compile(r"[a-z0-9-]+"),
        "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
        "hreflang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
        **dict.fromkeys(("start", "width", "height", "colspan", "rowspan"), re.compile(r"[0-9]{1,6}")),
    }
)
_BESIDE = re.compile(r"</(ul|ol|dl)>\s*<\1[ >]|<(?!br>|img |hr>)[^/>]*></")
"""Two lists of one type in a row, which an editor makes one; an element without content, which it takes away."""
_LINK_IN_LINK = re.compile(r"<a [^>]*>[^<]*(?:<(?!/?a[ >])[^>]*>[^<]*)*<a ")
_WORDS = re.compile(r">[^<>\n]+<")
_INLINE_TAG = re.compile(r"</?(?:strong|em|cite|code|a)(?: [^>]*)?>")
_ID = re.compile(r' id="[^"]*"')
_PARAGRAPH = re.compile(r"</?p>")
_BESIDE_BLOCKS = re.compile(r"\s*(</?(?:blockquote|h[2-6]|li|ol|p|ul)(?: [^>]*)?>)\s*")


def fault(profile: str, html: str) -> str:
    """The first place that may not stand in a written block or would not outlive its text format; else nothing."""
    tags = _TAG.findall(html)
    if not all(map(_passes, repeat(profile), tags)):
        return str(next(tag for tag in tags if not _passes(profile, tag)))
    found = _BESIDE.search(html) or _LINK_IN_LINK.search(html)
    if found:
        return found[0]
    return _changed(html) if known_format(profile).makes_paragraphs else ""


@lru_cache(maxsize=4096)
def _passes(profile: str, tag: str) -> bool:
    if tag.startswith("</"):
        return tag[2:-1] in ALLOWED[profile]
    start = _START.fullmatch(tag)
    allowed = ALLOWED[profile].get(start[1]) if start else None
    return start is not None and allowed is not None and _are_fit(_ATTRIBUTE.findall(start[2]), allowed)


def _are_fit(attributes: Iterable[tuple[str, str]], allowed: frozenset[str]) -> bool:
    for name, value in attributes:
        form = _FORMS.get(name)
        if name not in allowed or (form is not None and not form.fullmatch(value)):
            return False
        if name in ("href", "src") and scheme_of(unescape(value)) not in SCHEMES:
            return False
    return True


def _changed(html: str) -> str:
    """The first place that the filter for line breaks would change; it makes paragraphs anew, of blank lines.

    What it does to a block of the text depends on the tags of blocks and on line ends: not on words, not on the marks
    within them, not on ids. So there are few blocks that it has not seen before.
    """
    bones = _WORDS.sub(">x<", _ID.sub("", _INLINE_TAG.sub("", html)))
    return next(filter(None, map(_changed_block, bones.split("\n\n"))), "")


@lru_cache(maxsize=4096)
def _changed_block(bones: str) -> str:
    before, after = (
        _BESIDE_BLOCKS.sub(r"\1", text).strip() for text in (bones, with_paragraphs(_PARAGRAPH.sub("", bones)))
    )
    if before == after:
        return ""
    place = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(before))
    return before[max(place - 40, 0) : place + 40]
