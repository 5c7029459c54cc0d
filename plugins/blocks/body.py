"""The body of a block: heading, parts, text and notes, in the form that is common to all profiles.

Everything comes in normal form, and stays in it. Of the text's own ids only headings' are left, made the block's;
every link is a full address. Marks of notes are `sup` elements with a class; the notes follow at the end.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from plugins.blocks.views import BlockView, BulletList, Paragraph, Part, Phrase, Subheading, Terms
from plugins.core.addresses import slugify
from plugins.core.block_contract import MARK
from plugins.core.markup.line import one_line
from plugins.core.markup.links import Link, is_symbolic
from plugins.core.markup.normal_form import HEADINGS, is_block
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree, parted
from plugins.core.vocabulary import VOCABULARY

NOTE_MARK = "note-mark"
"""The class of a `sup` that refers to a note."""

DEEPEST = 6
_ITEMS = frozenset({"li", "dd", "td", "th"})
_KEPT = frozenset(
    {"lang", "start", "colspan", "rowspan", "scope", "title", "datetime", "src", "alt", "type", "checked"}
)
"""Attributes that any profile may have a use for."""

LANGUAGE, BLOCK_IN_ITEM = "[lang]", "li *"
"""Stand among the names of elements for what profiles write in ways of their own, whatever the element."""


class DeepHeading(Struct, frozen=True):
    """A heading that would come to stand below the sixth level: its id, the element, `h7`, and its words."""

    id: str
    element: str
    text: str

    def __str__(self) -> str:
        return f"<{self.element}> {self.text}".rstrip()


class Portion(Struct, frozen=True):
    """An element that stands at the top of a block, and the names of all elements in it, itself too."""

    element: Element
    names: frozenset[str]


class BlockBody(Struct, frozen=True):
    """A block, from its heading to the link to its source, and headings that no level is left for."""

    portions: tuple[Portion, ...]
    too_deep: tuple[DeepHeading, ...]


def block_body(view: BlockView, text: Tree) -> BlockBody:
    """Make the body of a block of its view and its text, which is in normal form."""
    body = _Body(view)
    heading = Element("h1", (("id", view.heading_id),), (one_line(view.title),))
    portions = body.portions(heading, *part_nodes(view.before), *text, *part_nodes(view.after))
    if body.notes:
        portions += body.portions(Element("h2", (), (VOCABULARY[view.language].blocks.notes,)))
        portions.append(Portion(Element("ol", (), tuple(body.notes)), frozenset(body.names_in_notes)))
    portions.append(Portion(source_line(view), frozenset({"p", "a"})))
    return BlockBody(tuple(portions), tuple(body.too_deep))


def source_line(view: BlockView) -> Element:
    """The last paragraph: where a block is from, linked to the newest text by an address that ends in the mark."""
    attributes = (("hreflang", view.language), ("href", view.url + MARK))
    link = Element("a", attributes, (one_line(view.source_title or view.title),))
    return Element("p", (), (f"{VOCABULARY[view.language].blocks.source}: ", link))


class _Body:
    """Walks through a block once, in document order."""

    def __init__(self, view: BlockView) -> None:
        self.view = view
        self.page = view.url.partition("#")[0]
        self.links: dict[str, Link] = {link.symbol: link for link in view.links}
        self.taken: set[str] = set()
        self.levels: list[int] = []
        self.too_deep: list[DeepHeading] = []
        self.notes: list[Element] = []
        self.names_in_notes: set[str] = set()
        self.names: set[str] = set()
        """Of the elements that were settled since it was set."""

    def portions(self, *nodes: Node) -> list[Portion]:
        """Settle what stands at the top."""
        result: list[Portion] = []
        for node in nodes:
            if isinstance(node, Element):
                self.names = set()
                blocks = self.block(node)
                result += [Portion(block, frozenset(self.names)) for block in blocks]
        return result

    def block(self, element: Element, within: str = "") -> list[Element]:
        """Settle one block; `within` is the list, item or quotation around it."""
        tag, children = element.tag, element.children
        if tag in HEADINGS:
            return [self.heading(element, within)]
        if tag == "div" and element.get("class") == "footnote":
            around, self.names = self.names, self.names_in_notes
            self.notes += [note for child in children if isinstance(child, Element) for note in self.notes_of(child)]
            self.names = around
            return []
        if tag == "pre":
            return [Element(tag, self.attributes(element), children)]
        if tag == "dl" and within:
            entries = [entry for child in children if isinstance(child, Element) for entry in self.block(child, within)]
            return [Element("ul", self.attributes(element), bulleted(entries))]
        inside = tag if tag in _ITEMS or tag == "blockquote" else within
        return [Element(tag, self.attributes(element), self.content(children, inside))]

    def attributes(self, element: Element) -> tuple[tuple[str, str], ...]:
        """Note an element, and return those of its attributes that a profile may have a use for."""
        self.names.add(element.tag)
        if not element.attributes:
            return ()
        attributes = tuple([pair for pair in element.attributes if pair[0] in _KEPT])
        if "lang" in dict(attributes):
            self.names.add(LANGUAGE)
        return attributes

    def content(self, nodes: Tree, within: str) -> Tree:
        """Settle what an element holds: blocks, a line, or a line with lists below it."""
        line, blocks = parted(nodes)
        if blocks and within in _ITEMS:
            self.names.add(BLOCK_IN_ITEM)
        below = [element for block in blocks if isinstance(block, Element) for element in self.block(block, within)]
        return (*self.line(line), *below)

    def heading(self, element: Element, within: str) -> Element:
        """Set a heading's level and id; one within an item is a bold line."""
        children = tuple(self.line(element.children))
        if within in _ITEMS:
            return Element("p", self.attributes(element), (Element("strong", (), children),))
        level = int(element.tag[1])
        if level == 1 and self.levels:
            level = 2  # a text has no heading of the first level: that is the block's own
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        final = self.view.level + len(self.levels) - 1
        if final > DEEPEST:
            self.too_deep.append(DeepHeading(element.get("id") or "", f"h{final}", raw_text(children)))
        name = self.free_id(element.get("id") or raw_text(children))
        return Element(f"h{min(final, DEEPEST)}", (("id", name), *self.attributes(element)), children)

    def free_id(self, wish: str) -> str:
        """Take an id that nothing in the block has yet."""
        if not self.taken:
            self.taken.add(self.view.heading_id)
            return self.view.heading_id
        stem = f"{self.view.heading_id}-{slugify(wish) or 'osa'}"
        chosen, number = stem, 1
        while chosen in self.taken:
            number += 1
            chosen = f"{stem}-{number}"
        self.taken.add(chosen)
        return chosen

    def line(self, nodes: Sequence[Node]) -> list[Node]:
        """Settle a line: its links, and its marks of notes."""
        result: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                result.append(node)
            elif node.tag == "a":
                result += self.link(node)
            elif node.tag == "sup" and (number := _note_number(node)):
                self.names.add("sup")
                result.append(Element("sup", (("class", NOTE_MARK),), (f"[{number}]",)))
            else:
                result.append(Element(node.tag, self.attributes(node), tuple(self.line(node.children))))
        return result

    def link(self, element: Element) -> list[Node]:
        """Settle a link, or leave its words where it leads nowhere; no line breaks within it."""
        children = [
            " " if isinstance(node, Element) and node.tag == "br" else node for node in self.line(element.children)
        ]
        href, hreflang, note = element.get("href") or "", element.get("hreflang"), ""
        if is_symbolic(href):
            known = self.links.get(href)
            href, note = (known.href, known.note) if known else ("", "")
            hreflang = known.language or hreflang if known else None
        elif href.startswith("#"):
            href = self.page + href
        if not href:
            return children
        if note and not raw_text(children).endswith(note):
            children.append(f" {note}")
        attributes = (("hreflang", hreflang),) if hreflang else ()
        return [Element("a", (*attributes, ("href", href), *self.attributes(element)), tuple(children))]

    def notes_of(self, listing: Element) -> Iterator[Element]:
        """Yield the notes of their list."""
        for item in listing.children if listing.tag == "ol" else ():
            if isinstance(item, Element):
                yield Element("li", self.attributes(item), self.content(item.children, "li"))


def part_nodes(parts: Iterable[Part]) -> list[Node]:
    """Return the nodes of parts, their headings numbered as in a body: from `h2`, and deeper by their depth."""
    result: list[Node] = []
    for part in parts:
        match part:
            case Subheading(text, depth):
                result.append(Element(f"h{1 + depth}", (), (text,)))
            case Paragraph(phrases):
                result.append(Element("p", (), _phrases(phrases)))
            case BulletList(items):
                result.append(Element("ul", (), tuple(Element("li", (), _phrases(item)) for item in items)))
            case Terms(pairs):
                result.append(Element("dl", (), tuple(node for pair in pairs for node in _term(pair))))
    return result


def _term(pair: tuple[str, tuple[Phrase, ...]]) -> tuple[Element, ...]:
    term, values = pair
    return (Element("dt", (), (term,)), *(Element("dd", (), _phrase(value)) for value in values))


def _phrases(phrases: Iterable[Phrase]) -> tuple[Node, ...]:
    return tuple(node for phrase in phrases for node in _phrase(phrase))


def _phrase(phrase: Phrase) -> tuple[Node, ...]:
    text = f"{phrase.text} {phrase.note}" if phrase.note else phrase.text
    attributes: tuple[tuple[str, str], ...] = (("hreflang", phrase.hreflang),) if phrase.hreflang else ()
    if phrase.language and phrase.note and phrase.href:
        span = Element("span", (("lang", phrase.language),), (phrase.text,))  # the note is in the block's language
        return (Element("a", (*attributes, ("href", phrase.href)), (span, f" {phrase.note}")),)
    if phrase.language:
        attributes += (("lang", phrase.language),)
    if phrase.href:
        return (Element("a", (*attributes, ("href", phrase.href)), (text,)),)
    return (Element("span", attributes, (text,)),) if attributes else (text,)


def bulleted(entries: Iterable[Node]) -> tuple[Element, ...]:
    """Make items "**Term:** value" of terms and values."""
    items: list[Element] = []
    term: Tree = ()
    for entry in entries:
        if isinstance(entry, str):
            continue
        if entry.tag == "dt":
            items += [Element("li", (), term)] if term else []
            term = (Element("strong", entry.attributes, (*entry.children, ":")),)
        else:
            items.append(Element("li", entry.attributes, _beside(term, entry.children)))
            term = ()
    items += [Element("li", (), term)] if term else []
    return tuple(items)


def _beside(term: Tree, content: Tree) -> Tree:
    """Put a term before what an item holds: on its line, or on one of its own."""
    if not term:
        return content
    first = content[0]
    if isinstance(first, str) or not is_block(first):
        return (*term, " ", *content)
    if first.tag == "p" and not first.attributes:
        return (first.holding((*term, " ", *first.children)), *content[1:])
    return (*term, *content) if first.tag in ("ul", "ol") else (Element("p", (), term), *content)


def _note_number(element: Element) -> str:
    """The number that refers to a note, as `1` of `<sup><a class="footnote-ref" href="#fn:1">`; else nothing."""
    for child in element.children:
        if isinstance(child, Element) and child.tag == "a" and child.get("class") == "footnote-ref":
            return raw_text(child.children).strip("[] ")
    return ""
