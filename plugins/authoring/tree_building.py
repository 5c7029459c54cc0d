"""From the safe elements of a body to the tree: symbolic links, ids of headings, tasks, pictures; and faults seen."""

import re
from dataclasses import dataclass, field

from plugins.authoring.allowlist import allowed_attributes
from plugins.authoring.link_targets import LinkTarget, classify
from plugins.authoring.positions import SourcePositions
from plugins.authoring.safe_body import BodyElement
from plugins.core.addresses import slugify
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Heading, Reference
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree, heading_level
from plugins.core.suggestions import Names

MAX_DEPTH = 60
"""Elements within elements; far beyond what a reader could follow, and far below what recursion can bear."""

_PLAIN = frozenset({"p", "strong", "em", "code", "ul", "ol"})
"""Elements that are nothing but what they hold, when they have no attributes."""
_RENAMED = {"b": "strong", "i": "em"}
_TASK = re.compile(r"\[([ xX])\][ \N{NO-BREAK SPACE}]")
_FOOTNOTE_CLASSES = frozenset({"footnote", "footnote-ref", "footnote-backref"})
_ALIGNMENT = re.compile(r"text-align:\s*(left|right|center)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FULL_ADDRESS = re.compile(r"https?://\S+")


@dataclass
class BuiltTree:
    """A tree and what was learned in building it."""

    tree: Tree = ()
    headings: list[Heading] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    anchors: list[tuple[str, Place]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def build_tree(content: BodyElement | None, source: str, positions: SourcePositions) -> BuiltTree:
    """Build the tree of a body, the children of a safe element; raises TooDeepError."""
    builder = _Builder(source, positions)
    if content is not None:
        builder.reserve_ids(content)
        builder.result.tree = builder.children(content)
    builder.check_headings()
    builder.check_anchors()
    return builder.result


class TooDeepError(Exception):
    """The text is nested deeper than anyone could follow."""


class _Builder:
    def __init__(self, source: str, positions: SourcePositions) -> None:
        self.source = source
        self.positions = positions
        self.result = BuiltTree()
        self.taken: set[str] = set()
        self.numbers: dict[str, int] = {}
        self.depth = 0

    def reserve_ids(self, root: BodyElement) -> None:
        """Note the ids that the author gave, so that headings' own never meet them."""
        self.taken = {str(element.attrib["id"]) for element in root.iter() if "id" in element.attrib}

    def children(self, parent: BodyElement) -> Tree:
        if self.depth > MAX_DEPTH:
            raise TooDeepError
        self.depth += 1
        children: list[Node] = [_clean(parent.text)] if parent.text else []
        for child in parent:
            tag = child.tag
            if tag in _PLAIN and not child.attrib and not len(child):
                children.append(Element(tag, (), (_clean(child.text),) if child.text else ()))
            elif isinstance(tag, str):
                element = self.element(child)
                if element is not None:
                    children.append(element)
            if child.tail:
                children.append(_clean(child.tail))
        self.depth -= 1
        return tuple(children)

    def element(self, node: BodyElement) -> Element | None:
        tag = _RENAMED.get(node.tag, node.tag)
        element = Element(tag, _attributes(node) if node.attrib else (), self.children(node))
        if tag in _PLAIN and not element.attributes:
            return element
        if tag == "img":
            return self.picture(element)
        if tag == "a":
            linked = self.link(element)
            if linked is None:
                return None
            element = linked
        elif tag == "li":
            element = _task(element)
        if heading_level(element):
            element = self.heading(element)
        elif (given := element.get("id")) is not None:
            self.result.ids.append(given)
        return element

    def heading(self, element: Element) -> Element:
        text = " ".join(raw_text(element.children).split())
        name = element.get("id") or self.free_id(slugify(text) or "kohta")
        self.result.ids.append(name)
        self.result.headings.append(Heading(heading_level(element) or 2, name, text))
        return Element(
            element.tag, (("id", name), *((k, v) for k, v in element.attributes if k != "id")), element.children
        )

    def free_id(self, wanted: str) -> str:
        name, number = wanted, self.numbers.get(wanted, 1)
        while name in self.taken:
            number += 1
            name = f"{wanted}-{number}"
        self.taken.add(name)
        self.numbers[wanted] = number
        return name

    def link(self, element: Element) -> Element | None:
        href = element.get("href")
        if href is None:
            return element
        target = classify(href, self.source)
        if target.kind == "anchor":
            if not (element.get("class") or "").startswith("footnote"):
                self.result.anchors.append((target.fragment, self.positions.of(href)))
            elif target.fragment not in self.taken:
                return None  # A note that nothing refers to has no place to go back to.
            return element
        if target.kind == "outside":
            if _FULL_ADDRESS.fullmatch(raw_text(element.children).strip()):
                place = self.positions.of(raw_text(element.children).strip())
                self.result.diagnostics.append(diagnostic("TXT005", place, address=target.path))
            return element.having(href=target.path)
        if target.kind == "lost":
            self.result.diagnostics.append(diagnostic("LNK001", self.positions.of(href), target=href))
            return element.having(href=None)
        return element.having(href=self.refer(target, href), hreflang=None)

    def picture(self, element: Element) -> Element | None:
        source = element.get("src") or ""
        target = classify(source, self.source, picture=True)
        place = self.positions.of(source) if source else Place(self.source)
        alt = (element.get("alt") or "").strip()
        decorative = element.get("decorative") is not None
        if not alt and not decorative:
            self.result.diagnostics.append(diagnostic("IMG002", place, target=source))
        if target.kind != "image" or target.path.startswith(("http:", "https:")):
            self.result.diagnostics.append(diagnostic("IMG001", place, target=source))
            return None
        reference = Reference("image", target.path, "", place)
        self.result.references.append(reference)
        title = element.get("title")
        attributes = [("src", reference.symbol), ("alt", "" if decorative else alt)]
        attributes += [("title", title)] if title else []
        attributes += [(name, value) for name, value in element.attributes if name in {"lang", "id"}]
        return Element("img", tuple(attributes))

    def refer(self, target: LinkTarget, written: str) -> str:
        reference = Reference(target.kind, target.path, target.fragment, self.positions.of(written))
        self.result.references.append(reference)
        return reference.symbol

    def check_headings(self) -> None:
        headings = self.result.headings
        faulty = any(heading.level == 1 for heading in headings) or _skips(headings)
        places = self.positions.of_headings() if faulty else []
        before = 1
        for number, heading in enumerate(headings):
            place = places[number] if number < len(places) else Place(self.source)
            if heading.level == 1:
                self.result.diagnostics.append(diagnostic("TXT001", place))
            elif heading.level > before + 1:
                values = {"from": before, "to": heading.level}
                self.result.diagnostics.append(diagnostic("TXT002", place, **values))
            before = max(heading.level, 1)

    def check_anchors(self) -> None:
        known = set(self.result.ids)
        names = Names(self.result.ids)
        for fragment, place in self.result.anchors:
            if fragment and fragment not in known:
                near = names.nearest(fragment)
                fault = diagnostic("LNK003", place, target=self.source, fragment=fragment, near=near)
                self.result.diagnostics.append(fault)


def _skips(headings: list[Heading]) -> bool:
    before = 1
    for heading in headings:
        if heading.level > before + 1:
            return True
        before = heading.level
    return False


def _attributes(node: BodyElement) -> tuple[tuple[str, str], ...]:
    """Give the attributes that the tree keeps, by their names."""
    allowed = allowed_attributes(str(node.tag))
    written = ((str(name), _clean(str(value))) for name, value in sorted(node.attrib.items()) if name in allowed)
    return tuple(pair for pair in (_checked(name, value) for name, value in written) if pair)


def _checked(name: str, value: str) -> tuple[str, str] | None:
    """Keep the classes of footnotes and the alignment of cells, nothing else of class and style."""
    if name == "class":
        return (name, value) if value in _FOOTNOTE_CLASSES else None
    if name == "style":
        match = _ALIGNMENT.search(value)
        return ("class", f"align-{match[1]}") if match else None
    return name, value


def _task(element: Element) -> Element:
    """Write a task's mark as a character, which every outlet carries: ☐ or ☑."""
    children = list(element.children)
    for number, child in enumerate(children):
        if isinstance(child, str):
            if not child.strip():
                continue
            match = _TASK.match(child.lstrip())
            if match:
                mark = "☐ " if match[1] == " " else "☑ "
                children[number] = mark + child.lstrip()[match.end() :]
                return element.holding(children)
            return element
        if child.tag == "p":
            inner = _task(child)
            if inner is not child:
                children[number] = inner
                return element.holding(children)
        return element
    return element


def _clean(text: str) -> str:
    return str(text) if text.isprintable() else _CONTROL.sub("", text)  # Markdown marks some by a class of its own
