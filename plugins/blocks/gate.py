"""The last gate of a block: it holds what its profile allows, and its text format leaves it as it is."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from plugins.cms.paragraphs import with_paragraphs
from plugins.cms.text_format import known_format
from plugins.core.markup.web_address import SCHEMES


def _elements(**attributes: str) -> dict[str, frozenset[str]]:
    return {tag: frozenset(names.split()) for tag, names in attributes.items()}


_HEADINGS = _elements(h2="id lang", h3="id lang", h4="id lang", h5="id lang", h6="id lang")
_INLINE = _elements(strong="lang", em="lang", cite="lang", code="lang", a="href hreflang lang")
_RESTRICTED = {**_HEADINGS, **_INLINE, **_elements(ul="lang", ol="start lang", li="lang", blockquote="lang", p="")}
_BASIC = {**_RESTRICTED, **_elements(p="lang", br="", dl="lang", dt="lang", dd="lang")}
_FULL = {
    **_BASIC,
    **_elements(section="lang class data-kaiku", pre="lang", hr="", figure="lang", figcaption="lang", details="lang"),
    **_elements(summary="lang", table="lang", thead="", tbody="", tr="", td="colspan rowspan lang"),
    **_elements(th="colspan rowspan scope lang", img="src alt width height loading", span="lang", time="datetime lang"),
    **_elements(abbr="title lang", sub="lang", sup="lang", ins="datetime lang", mark="lang", kbd="lang", samp="lang"),
    **_elements(var="lang", q="lang", small="lang", u="lang", s="lang"),
}
ALLOWED: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType(
    {"restricted": _RESTRICTED, "basic": _BASIC, "full": _FULL}
)
"""By profile the elements that may be written, and the attributes of each."""

_LANGUAGE = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"
_ANYTHING = '[^"]*'
_ADDRESS = f"(?:{'|'.join(sorted(SCHEMES))}):{_ANYTHING}"
"""As `web_address` writes it."""
_FORMS = {
    "id": "[a-z0-9-]+", "lang": _LANGUAGE, "hreflang": _LANGUAGE, "href": _ADDRESS, "src": _ADDRESS,
    **dict.fromkeys(("start", "width", "height", "colspan", "rowspan"), "[0-9]{1,6}"),
}  # fmt: skip
"""What the values of attributes look like; of others they may be anything."""

_NOT_ALIVE = (
    r"</(ul|ol|dl)>\s*<\1[ >]"  # two lists of one type in a row, which an editor makes one
    r"|<(?!/|br>|img |hr>)[^>]*></"  # an element without content, which it takes away
    r"|<a [^>]*>[^<]*(?:<(?!/?a[ >])[^>]*>[^<]*)*<a "  # a link in a link
)


def _misfit(allowed: Mapping[str, frozenset[str]]) -> re.Pattern[str]:
    """A pattern of what may not stand in a block: another tag than these, or what no editor leaves as it is."""
    tags: dict[frozenset[str], list[str]] = {}
    for tag, names in allowed.items():
        tags.setdefault(names, []).append(tag)
    starts = [f"(?:{'|'.join(alike)}){_attributes(names)}" for names, alike in tags.items()]
    return re.compile(rf"<(?!(?:/(?:{'|'.join(allowed)})|{'|'.join(starts)})>)[^>]*>?|{_NOT_ALIVE}")


def _attributes(names: frozenset[str]) -> str:
    forms = [f'{name}="{_FORMS.get(name, _ANYTHING)}"' for name in sorted(names)]
    return f"(?: (?:{'|'.join(forms)}))*" if forms else ""


_MISFITS = {profile: _misfit(allowed) for profile, allowed in ALLOWED.items()}

_WORDS = re.compile(r">[^<>\n]+<")
_MARK_OR_ID = re.compile(r'</?(?:strong|em|cite|code|a)(?: [^>]*)?>| id="[^"]*"')
_PARAGRAPH = re.compile(r"</?p>")
_BESIDE_BLOCKS = re.compile(r"\s*(</?(?:blockquote|h[2-6]|li|ol|p|ul)(?: [^>]*)?>)\s*")


def fault(profile: str, html: str) -> str:
    """The first place that may not stand in a written block or would not outlive its text format; else nothing."""
    if found := _MISFITS[profile].search(html):
        return found[0]
    return _changed(html) if known_format(profile).makes_paragraphs else ""


def _changed(html: str) -> str:
    """The first place that the filter for line breaks would change; it makes paragraphs anew, of blank lines.

    What it does to a block of the text depends on the tags of blocks and on line ends: not on words, not on the marks
    within them, not on ids. So there are few blocks that it has not seen before.
    """
    bones = _WORDS.sub(">x<", _MARK_OR_ID.sub("", html))
    return next(filter(None, map(_changed_block, bones.split("\n\n"))), "")


@lru_cache(maxsize=4096)
def _changed_block(bones: str) -> str:
    before, after = (
        _BESIDE_BLOCKS.sub(r"\1", text).strip() for text in (bones, with_paragraphs(_PARAGRAPH.sub("", bones)))
    )
    if before == after:
        return ""
    place = next(
        (at for at, (character, other) in enumerate(zip(before, after, strict=False)) if character != other),
        len(before),
    )
    return before[max(place - 40, 0) : place + 40]
