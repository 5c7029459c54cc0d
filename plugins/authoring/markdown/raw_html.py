"""Raw HTML of a text: its tags one by one, those that may stay, and what was taken out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from plugins.authoring.allowlist import DROPPED_WITH_CONTENT, PARTS_OF_PAGES, TAGS, allowed_attributes, forbidden_scheme
from plugins.authoring.markdown.entities import with_signs
from plugins.authoring.markdown.passage import MarkedText, Spot, at
from plugins.core.markup.serialiser import escape_value

_ATTRIBUTE = r"\s+([A-Za-z_:@][\w.:@-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
TAG = re.compile(rf"<(?:([A-Za-z][A-Za-z0-9:-]*)((?:{_ATTRIBUTE})*)\s*/?|/([A-Za-z][A-Za-z0-9:-]*)\s*)>")
OTHER = re.compile(r"<\?[^>]{0,2000}>|<!\[CDATA\[.{0,2000}?\]\]>|<!(?!\[CDATA)[A-Za-z\[][^>]{0,2000}>", re.DOTALL)
"""Instructions, declarations and what Word writes for itself."""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_END_IS_OPTIONAL = frozenset("p li dt dd tr td th thead tbody tfoot colgroup option rt rp".split())
_HELD_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"})
_ADDRESSES = frozenset({"href", "src", "cite"})
_NUMBER = re.compile("[0-9]{1,6}")
"""With what a numbered list may begin: what stands below zero is lost in other systems."""


@dataclass(slots=True, eq=False)
class RawTag:
    """A tag of the source; its element is where it stands among the parts of the text."""

    name: str
    closes: bool
    spot: Spot
    element: Element


@dataclass
class RawHtml:
    """Reads raw HTML; `removed` and `stray` are what must be told, each with its spot."""

    removed: list[tuple[str, Spot]] = field(default_factory=list)
    stray: list[tuple[str, Spot]] = field(default_factory=list)
    found: bool = False
    _left_out: Counter[str] = field(default_factory=Counter)

    def tag(self, match: "re.Match[str]", spot: Spot) -> RawTag | None:
        """Read one tag as it may stay; None when it may not."""
        name = (match[1] or match[5]).lower()
        tag = "div" if name in PARTS_OF_PAGES else name
        if tag not in TAGS and name not in DROPPED_WITH_CONTENT:
            self._unknown(name, spot, closes=match[5] is not None)
            return None
        self.found = True
        if match[5]:
            return RawTag(name, closes=True, spot=spot, element=_raw(f"</{tag}>", _tag=f"/{tag}"))
        if name not in TAGS:
            self.removed.append((f"<{name}>", spot))
        attributes = "" if name in DROPPED_WITH_CONTENT else self._attributes(tag, match[2], spot)
        return RawTag(name, closes=False, spot=spot, element=_raw(f"<{tag}{attributes}>", _tag=tag, **at(spot)))

    def _unknown(self, name: str, spot: Spot, *, closes: bool) -> None:
        """Leave out a tag that may not stay; the end of one that was told is told with it."""
        if not closes:
            self._left_out[name] += 1
            self.removed.append((f"<{name}>", spot))
        elif self._left_out[name]:
            self._left_out[name] -= 1
        else:
            self.removed.append((f"</{name}>", spot))

    def _attributes(self, name: str, written: str, spot: Spot) -> str:
        attributes = [f' _at="{spot.line}:{spot.column}"']
        for attribute, value in _ATTRIBUTES.findall(written):
            key, text = attribute.lower(), with_signs(value[1:-1] if value[:1] in {'"', "'"} else value)
            if key == "markdown":
                continue
            if key not in allowed_attributes(name):
                self.removed.append((key, spot))
            elif key in _ADDRESSES and (scheme := forbidden_scheme(text)):
                self.removed.append((f"{scheme}:", spot))
            elif key == "start" and not _NUMBER.fullmatch(text):
                self.removed.append((f"{key}={text}", spot))
            else:
                attributes.append(f' {key}="{escape_value(text)}"')
        return "".join(attributes)

    def parts(self, html: MarkedText) -> Iterator[RawTag | Element]:
        """Take a block of HTML apart into tags and the texts between them."""
        text, start = html.text, 0
        self.found = True
        while (opening := text.find("<", start)) >= 0:
            if opening > start:
                yield _raw(text[start:opening])
            spot = html.spot(opening)
            if match := TAG.match(text, opening):
                start = match.end()
                if (match[1] or "").lower() in _HELD_RAW:
                    start = self._held_raw(match, text, spot)
                elif (tag := self.tag(match, spot)) is not None:
                    yield tag
            elif match := OTHER.match(text, opening):
                start = match.end()
                self.other(match, spot)
            else:
                start = opening + 1
                yield _raw("&lt;")
        if start < len(text):
            yield _raw(text[start:])

    def other(self, match: "re.Match[str]", spot: Spot) -> None:
        """Leave out an instruction or a declaration."""
        self.removed.append((match[0].split()[0].rstrip(">") + ">", spot))

    def _held_raw(self, match: "re.Match[str]", text: str, spot: Spot) -> int:
        """Leave out an element whose content is no text; give where the text goes on."""
        name = match[1].lower()
        end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, match.end())
        self.removed.append((f"<{name}>", spot))
        if end is None:
            self.stray.append((f"<{name}>", spot))
        return end.end() if end else len(text)

    def balance(self, tags: list[RawTag]) -> None:
        """Take out tags without a partner, so that no element reaches further than its writer meant."""
        if not tags:
            return
        opened: list[RawTag] = []
        count: Counter[str] = Counter()
        for tag in tags:
            if tag.name in _VOID:
                continue
            if not tag.closes:
                opened.append(tag)
                count[tag.name] += 1
            elif not count[tag.name]:
                self._drop(tag)
            else:
                within = []
                while (other := opened.pop()).name != tag.name:
                    within.append(other)
                count.subtract(opener.name for opener in (other, *within))
                self._drop(*(opener for opener in reversed(within) if opener.name not in _END_IS_OPTIONAL))
        self._drop(*(tag for tag in opened if tag.name != "p"))  # the next block ends a paragraph

    def _drop(self, *tags: RawTag) -> None:
        for tag in tags:
            tag.element.text = ""
            del tag.element.attrib["_tag"]
            self.stray.append((f"</{tag.name}>" if tag.closes else f"<{tag.name}>", tag.spot))


def _raw(html: str, **attributes: str) -> Element:
    """Make a part that is written as it stands: the library looks for no abbreviations in it."""
    element = Element("raw", attributes)
    element.text = AtomicString(html)
    return element
