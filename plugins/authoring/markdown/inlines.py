"""The marks within a text, read once from its beginning to its end (CommonMark 6)."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from plugins.authoring.markdown.attribute_lists import ATTRIBUTE_LIST, attributes_of, says_twice
from plugins.authoring.markdown.bare_addresses import BareAddress, bare_addresses
from plugins.authoring.markdown.context import Context
from plugins.authoring.markdown.emphasis import RUN, Attributes, Inline, fill, pair_runs, run_at
from plugins.authoring.markdown.entities import ENTITY, with_signs
from plugins.authoring.markdown.leftovers import leftover_marks
from plugins.authoring.markdown.link_texts import without_notes
from plugins.authoring.markdown.passage import MarkedText, at
from plugins.authoring.markdown.raw_html import OTHER, TAG, RawTag
from plugins.authoring.markdown.targets import ESCAPABLE, LABEL, ReferenceDefinition, Target, inline_target, label_of

_SIGN = re.compile(r"!\[|[\\`*_~\[\]<&\n]")
_ESCAPED = re.compile(rf"\\([{ESCAPABLE}])")
_TICKS = re.compile(r"`+")
_WEB = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>")


@dataclass(slots=True, eq=False)
class Bracket:
    """A bracket that may begin a link or a picture: its place among the parts, and in the text."""

    node: int
    start: int
    end: int
    pictures: bool
    active: bool = True


class InlineReader:
    """Reads one passage."""

    def __init__(self, passage: MarkedText, context: Context) -> None:
        self.consumed: list[tuple[int, int]] = []
        """The parts of the text that were read as marks, or as something that holds none."""
        self._passage = passage
        self._text = passage.text
        self._context = context
        self._nodes: list[Inline] = []
        self._brackets: list[Bracket] = []
        self._tags: list[RawTag] = []
        self._in_anchor = False  # a link of raw HTML holds no other
        self._ticks: dict[int, list[int]] | None = None

    def read(self) -> list[Inline]:
        """Return the parts of the passage."""
        text = self._text
        addresses = iter(bare_addresses(text))
        address = next(addresses, None)
        place = 0
        while place < len(text):
            sign = _SIGN.search(text, place)
            start = sign.start() if sign else len(text)
            while address is not None and address.start < place:
                address = next(addresses, None)
            if address is not None and address.start <= start and not self._in_anchor:
                self._words(text[place : address.start])
                place = self._address(address)
                continue
            self._words(text[place:start])
            place = start if sign is None else self._readers[sign[0][0]](self, start)
        pair_runs(self._nodes, self.consumed, self._passage)
        self._context.html.balance(self._tags)
        self._context.left_over(self._passage, leftover_marks(text, self.consumed))
        return self._nodes

    def _words(self, text: str) -> None:
        if text:
            self._nodes.append(text)

    def _run(self, start: int) -> int:
        """Read a run of signs, and the attribute list after it, for what the run may close."""
        run = RUN.match(self._text, start)
        assert run is not None
        self._nodes.append(run_at(self._text, start, run.end()))
        listed = ATTRIBUTE_LIST.match(self._text, run.end())
        if listed is None:
            return run.end()
        self._nodes.append(Attributes(listed[0], attributes_of(listed[1]), listed.start()))
        return listed.end()

    def _open(self, start: int) -> int:
        """Read a bracket that may begin a link or a picture."""
        sign = "![" if self._text.startswith("!", start) else "["
        end = start + len(sign)
        self._brackets.append(Bracket(len(self._nodes), start, end, sign == "!["))
        self._nodes.append(sign)
        return end

    def _escape(self, start: int) -> int:
        if self._text[start + 1 : start + 2] == "\n":
            return self._break(start, start + 2)
        match = _ESCAPED.match(self._text, start)
        if match is None:
            self._words("\\")
            return start + 1
        self.consumed.append((start, start + 2))
        self._words(match[1])
        return start + 2

    def _code(self, start: int) -> int:
        """Read code between two runs of as many ticks."""
        if self._ticks is None:
            self._ticks = defaultdict(list)
            for ticks in _TICKS.finditer(self._text):
                self._ticks[len(ticks[0])].append(ticks.start())
        run = _TICKS.match(self._text, start)
        assert run is not None
        length = len(run[0])
        places = self._ticks.get(length, [])
        number = bisect_right(places, start)
        if number == len(places):
            self._words(run[0])
            return run.end()
        end = places[number]
        code = self._text[start + length : end].replace("\n", " ")
        element = self._element("code", start)
        is_padded = code.startswith(" ") and code.endswith(" ") and code.strip()
        element.text = AtomicString(code[1:-1] if is_padded else code)
        return self._finished(element, start, end + length)

    def _finished(self, element: Element, start: int, end: int) -> int:
        """Add an element that stands for a part of the text, with the attribute list after it."""
        self._nodes.append(element)
        self.consumed.append((start, end))
        return self._attributes(element, end)

    def _attributes(self, element: Element, end: int) -> int:
        match = ATTRIBUTE_LIST.match(self._text, end) if self._text.startswith("{", end) else None
        attributes = attributes_of(match[1]) if match else {}
        if match is None or attributes.keys() & element.attrib.keys() or says_twice(match[1]):
            return end  # what the mark itself says stays, and the list is told as left over
        element.attrib.update(attributes)
        self.consumed.append(match.span())
        return match.end()

    def _entity(self, start: int) -> int:
        match = ENTITY.match(self._text, start)
        plain = unescape(match[0]) if match else ""
        if match is None or plain == match[0]:
            self._words("&")
            return start + 1
        self._words(plain)
        return match.end()

    def _line_end(self, start: int) -> int:
        before = self._nodes[-1] if self._nodes else ""
        if isinstance(before, str) and before.endswith("  "):
            self._nodes[-1] = before.rstrip(" ")
            return self._break(start, start + 1)
        if isinstance(before, str):
            self._nodes[-1:] = [before.rstrip(" ") + "\n"]
        else:
            self._words("\n")
        return start + 1

    def _break(self, start: int, end: int) -> int:
        self._nodes.append(Element("br"))
        self.consumed.append((start, start + 1))
        return end

    def _angle(self, start: int) -> int:
        """Read an address in angle brackets, or a tag."""
        text = self._text
        if (match := _WEB.match(text, start)) or (match := _MAIL.match(text, start)):
            href = match[1] if match.re is _WEB else f"mailto:{match[1]}"
            link = self._element("a", start, href=href)
            link.text = match[1]
            return self._finished(link, start, match.end())
        if match := TAG.match(text, start):
            tag = self._context.html.tag(match, self._passage.spot(start))
            if tag is not None:
                self._tags.append(tag)
                self._in_anchor = not tag.closes if tag.name == "a" else self._in_anchor
                self._nodes.append(tag.element)
            self.consumed.append(match.span())
            return match.end()
        if match := OTHER.match(text, start):
            self._context.html.other(match, self._passage.spot(start))
            self.consumed.append(match.span())
            return match.end()
        self._words("<")
        return start + 1

    def _address(self, address: BareAddress) -> int:
        link = self._element("a", address.start, href=address.href)
        link.text = with_signs(self._text[address.start : address.end])
        self._nodes.append(link)
        self.consumed.append((address.start, address.end))
        return address.end

    def _element(self, tag: str, start: int, **attributes: str) -> Element:
        return Element(tag, {**at(self._passage.spot(start)), **attributes})

    def _close(self, start: int) -> int:
        """Close a link, a picture or a note's mark; a bracket that closes nothing is a sign."""
        end = start + 1
        if not self._brackets:
            self._words("]")
            return end
        bracket = self._brackets.pop()
        inner = self._text[bracket.end : start]
        # "Tervetuloa![^1]" is an exclamation and a note's mark; a picture leads somewhere.
        is_picture = bracket.pictures and self._text.startswith("(", end)
        is_note = inner.startswith("^") and not is_picture and not self._in_anchor
        if is_note and (mark := self._context.note_mark(inner[1:])) is not None:
            self._nodes[bracket.node :] = ["!", mark] if bracket.pictures else [mark]
            self.consumed.append((bracket.start + bracket.pictures, end))
            return end
        target = self._target(bracket, start)
        if target is None or not bracket.active:
            self._undefined(bracket, inner, end)
            self._words("]")
            return end
        parts, marks = without_notes(self._nodes[bracket.node + 1 :])
        pair_runs(parts, self.consumed, self._passage)
        if bracket.pictures:
            element = self._element("img", target.start, src=target.href, alt=_plain(parts))
        else:
            element = self._element("a", target.start, href=target.href)
            # Links hold no links: an address in the text of one is its words.
            fill(
                element, [_words_of(part) if isinstance(part, Element) and part.tag == "a" else part for part in parts]
            )
            for other in self._brackets:
                other.active = other.active and other.pictures
        if target.title:
            element.set("title", target.title)
        self._nodes[bracket.node :] = [element, *marks]
        self.consumed += [(bracket.start, bracket.end), (start, target.end)]
        return self._attributes(element, target.end)

    def _target(self, bracket: Bracket, start: int) -> Target | None:
        """Find where the text in brackets leads: by what follows, or by a definition."""
        text, end = self._text, start + 1
        if text.startswith("(", end) and (target := inline_target(text, end)):
            return target
        label = LABEL.match(text, end) if text.startswith("[", end) else None
        if label is not None:
            return self._defined(label[1], bracket.start, label.end())
        collapsed = text.startswith("[]", end)
        return self._defined(text[bracket.end : start], bracket.start, end + 2 * collapsed)

    def _defined(self, label: str, start: int, end: int) -> Target | None:
        name = label_of(label)
        reference: ReferenceDefinition | None = self._context.references.get(name)
        if reference is None:
            return None
        self._context.used.add(name)
        return Target(reference.href, reference.title, start, end)

    def _undefined(self, bracket: Bracket, inner: str, end: int) -> None:
        """Report a reference or a note that nothing defines."""
        spot = self._passage.spot(bracket.start)
        if self._in_anchor and inner.startswith("^"):
            return
        if inner.startswith("^") and inner[1:].strip() and " " not in inner:
            self._context.tell("TXT011", spot, reference=inner)
            self.consumed.append((bracket.start, end))
            return
        label = LABEL.match(self._text, end)
        name = label[1] if label else inner if self._text.startswith("[]", end) else ""
        if name.strip() and not name.startswith("^"):
            self._context.tell("TXT011", spot, reference=name)
            self.consumed.append((end - 1, label.end() if label else end + 2))

    _readers: ClassVar[Mapping[str, "Callable[[InlineReader, int], int]"]] = {
        "\\": _escape, "`": _code, "[": _open, "!": _open, "]": _close, "<": _angle, "&": _entity, "\n": _line_end,
        **dict.fromkeys("*_~", _run),
    }  # fmt: skip
    """What reads the mark that begins with a sign; each gives where the text goes on."""


def _plain(nodes: list[Inline]) -> str:
    """Write parts as the plain text of a picture's alternative."""
    return "".join(
        _words_of(node) if isinstance(node, Element) else node if isinstance(node, str) else node.text for node in nodes
    )


def _words_of(element: Element) -> str:
    """Return the words of a finished part: of a picture its alternative text."""
    if element.tag == "raw":
        return ""
    inner = "".join(_words_of(child) + (child.tail or "") for child in element)
    return (element.get("alt") or "") + (element.text or "") + inner
