"""Raw HTML of a text: its tags one by one, those that may stay, and what was taken out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from xml.etree.ElementTree import Element

from plugins.authoring.allowlist import DROPPED_WITH_CONTENT, TAGS, allowed_attributes, forbidden_scheme
from plugins.authoring.markdown.passage import Passage, Spot
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


@dataclass(slots=True, eq=False)
class Tag:
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

    def tag(self, match: "re.Match[str]", spot: Spot) -> Tag | None:
        """Read one tag as it may stay; None when it may not."""
        name = (match[1] or match[5]).lower()
        if name not in TAGS and name not in DROPPED_WITH_CONTENT:
            if match[1]:
                self.removed.append((f"<{name}>", spot))
            return None
        self.found = True
        element = Element("raw")
        if match[5]:
            element.text = f"</{name}>"
            return Tag(name, closes=True, spot=spot, element=element)
        if name in DROPPED_WITH_CONTENT:
            self.removed.append((f"<{name}>", spot))
            element.text = f"<{name}>"
        else:
            element.text = f"<{name}{self._attributes(name, match[2], spot)}>"
        return Tag(name, closes=False, spot=spot, element=element)

    def _attributes(self, name: str, written: str, spot: Spot) -> str:
        kept = [f' at="{spot.line}:{spot.column}"']
        for attribute, value in _ATTRIBUTES.findall(written):
            key, text = attribute.lower(), unescape(value[1:-1] if value[:1] in {'"', "'"} else value)
            if key == "markdown":
                continue
            if key not in allowed_attributes(name):
                self.removed.append((key, spot))
            elif key in _ADDRESSES and (scheme := forbidden_scheme(text)):
                self.removed.append((f"{scheme}:", spot))
            else:
                kept.append(f' {key}="{escape_value(text)}"')
        return "".join(kept)

    def parts(self, html: Passage) -> Iterator[Tag | Element]:
        """Take a block of HTML apart into tags and the texts between them."""
        text, start = html.text, 0
        while (opening := text.find("<", start)) >= 0:
            if opening > start:
                yield _words(text[start:opening])
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
                yield _words("&lt;")
        if start < len(text):
            yield _words(text[start:])

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

    def balance(self, tags: list[Tag]) -> None:
        """Take out tags without a partner, so that no element reaches further than its writer meant."""
        opened: list[Tag] = []
        for tag in tags:
            if tag.name in _VOID:
                continue
            if not tag.closes:
                opened.append(tag)
                continue
            names = [one.name for one in opened]
            if tag.name not in names:
                self._drop([tag])
                continue
            partner = len(names) - 1 - names[::-1].index(tag.name)
            self._drop([other for other in opened[partner + 1 :] if other.name not in _END_IS_OPTIONAL])
            del opened[partner:]
        self._drop([tag for tag in opened if tag.name != "p"])  # the next block ends a paragraph

    def _drop(self, tags: Iterable[Tag]) -> None:
        for tag in tags:
            tag.element.text = ""
            self.stray.append((f"</{tag.name}>" if tag.closes else f"<{tag.name}>", tag.spot))


def _words(html: str) -> Element:
    element = Element("raw")
    element.text = html
    return element
