"""From the safe elements of a body to the tree: symbolic links, ids, tasks, pictures; and faults seen on the way."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from plugins.authoring.allowlist import allowed_attributes
from plugins.authoring.body_ids import BodyIds
from plugins.authoring.link_targets import LinkTarget, classify
from plugins.authoring.markdown.passage import Spot, TooDeepError
from plugins.authoring.markdown.starts import TASK
from plugins.authoring.safe_body import BodyElement, spot_of
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Heading, Reference
from plugins.core.markup.text import is_visible, raw_text
from plugins.core.markup.tree import Element, Node, Tree, elements, heading_level

MAX_DEPTH = 60
"""Elements within elements; far beyond what a reader could follow, and far below what recursion can bear."""

_RENAMED = {"b": "strong", "i": "em"}
_ALIGNMENT = re.compile(r"text-align:\s*(left|right|center)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_RAW_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass
class BuiltTree:
    """A tree and what was learned in building it; `places` are those of its elements, in document order."""

    tree: Tree = ()
    headings: list[Heading] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def build_tree(content: BodyElement | None, source: str, place: Callable[[Spot], Place]) -> BuiltTree:
    """Build the tree of a body, the children of a safe element; `place` finds where a spot of it is in the source.

    Raises TooDeepError.
    """
    result = BuiltTree()
    if content is not None:
        builder = _Builder(source, place, BodyIds(content), result)
        result.diagnostics += builder.ids.faults(place)
        result.tree = builder.children(content)
    return result


class _Builder:
    def __init__(self, source: str, place: Callable[[Spot], Place], ids: BodyIds, result: BuiltTree) -> None:
        self.source = source
        self.place = place
        self.ids = ids
        self.result = result
        self.depth = 0
        self.level = 1

    def children(self, parent: BodyElement) -> Tree:
        if self.depth > MAX_DEPTH:
            raise TooDeepError(spot_of(parent))
        self.depth += 1
        children: list[Node] = [_clean(parent.text)] if parent.text else []
        places = self.result.places
        for child in parent:
            if isinstance(child.tag, str):
                number = len(places)
                places.append(self.place(spot_of(child)))
                element = self.element(child, places[number])
                if element is None:
                    del places[number:]
                else:
                    children.append(element)
            if child.tail:
                children.append(_clean(child.tail))
        self.depth -= 1
        return tuple(children)

    def element(self, node: BodyElement, place: Place) -> Element | None:
        tag = _RENAMED.get(node.tag, node.tag)
        element = Element(tag, _attributes(node) if node.attrib else (), self.children(node))
        if tag == "img":
            return self.picture(element, place)
        if tag == "a":
            return self.link(element, place, node.attrib.get("_to"))
        if tag == "li":
            element = _task(element)
        level = heading_level(element)
        if level:
            return self.heading(element, level, place)
        if (given := element.get("id")) is not None:
            self.result.ids.append(given)
        return element

    def heading(self, element: Element, level: int, place: Place) -> Element | None:
        text = " ".join(raw_text(element.children).split())
        if not _says_something(element):
            self.tell("TXT020", place)
            return Element("p", (), element.children) if any(elements(element.children)) else None
        name = element.get("id") or self.ids.free("kohta")
        self.result.ids.append(name)
        self.result.headings.append(Heading(level, name, text, place))
        if level == 1:
            self.tell("TXT001", place)
        elif level > self.level + 1:
            self.tell("TXT002", place, **{"from": self.level, "to": level})
        self.level = level
        attributes = (("id", name), *((key, value) for key, value in element.attributes if key != "id"))
        return Element(element.tag, attributes, element.children)

    def tell(self, code: str, place: Place, **values: object) -> None:
        self.result.diagnostics.append(diagnostic(code, place, **values))

    def link(self, element: Element, place: Place, refused: str | None) -> Element | None:
        """Lead somewhere; `refused` is the address of a link that the sanitiser took away."""
        if (given := element.get("id")) is not None:
            self.result.ids.append(given)
        href = element.get("href")
        if (href is None and refused is None) or element.get("class") is not None:  # of a note
            return element
        target = classify(href if href is not None else str(refused), self.source)
        flaw = target.flaw or ("bad-host" if href is None else "")
        text = raw_text(element.children).strip()
        if not _says_something(element):
            flaw = "no-text"
        if flaw:
            self.tell("LNK006", place, address=href or refused, flaw=flaw)
            return element.having(href=None)
        if target.kind == "anchor":
            return self.anchor(element, target.fragment, place)
        if target.kind == "outside":
            if _RAW_ADDRESS.fullmatch(text):
                self.tell("TXT005", place, address=target.path)
            return element.having(href=re.sub(r"\s", "%20", target.path))
        return element.having(href=self.refer(target, place), hreflang=None)

    def anchor(self, element: Element, fragment: str, place: Place) -> Element:
        """Lead to a place in the same text."""
        name = self.ids.meant(fragment)
        if name is None:
            self.tell("LNK003", place, target=self.source, fragment=fragment, near=self.ids.names.nearest(fragment))
            return element
        return element.having(href=f"#{name}")

    def picture(self, element: Element, place: Place) -> Element | None:
        source = element.get("src") or ""
        target = classify(source, self.source, picture=True)
        alt = (element.get("alt") or "").strip()
        decorative = element.get("decorative") is not None
        if not is_visible(alt) and not decorative:
            self.tell("IMG002", place, target=source)
        if target.kind != "image" or target.path.startswith(("http:", "https:")):
            self.tell("IMG001", place, target=source)
            return None
        reference = Reference("image", target.path, "", place)
        self.result.references.append(reference)
        title = element.get("title")
        attributes = [("src", reference.symbol), ("alt", "" if decorative else alt)]
        attributes += [("title", title)] if title else []
        attributes += [(name, value) for name, value in element.attributes if name in {"lang", "id"}]
        return Element("img", tuple(attributes))

    def refer(self, target: LinkTarget, place: Place) -> str:
        """Keep where a link leads; what is not in the content folder is found out when all of it is known."""
        kind = "doc" if target.kind == "lost" else target.kind
        reference = Reference(kind, target.path, target.fragment, place)
        self.result.references.append(reference)
        return reference.symbol


def _says_something(element: Element) -> bool:
    """Return whether a heading or a link has words that can be seen, or a picture with such."""
    inner = element.children
    return is_visible(raw_text(inner)) or any(is_visible(descendant.get("alt") or "") for descendant in elements(inner))


def _attributes(node: BodyElement) -> tuple[tuple[str, str], ...]:
    """Return the attributes that the tree keeps, by their names."""
    if len(node.attrib) == 1 and "_at" in node.attrib:
        return ()
    allowed = allowed_attributes(str(node.tag)) | {"_part"}
    written = ((str(name), _clean(str(value))) for name, value in sorted(node.attrib.items()) if name in allowed)
    return tuple(pair for pair in (_checked(name, value) for name, value in written) if pair)


def _checked(name: str, value: str) -> tuple[str, str] | None:
    """Make a class of what an element is in a note, and of the alignment of a cell; no other style is kept."""
    if name == "_part":
        return "class", value
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
            match = TASK.match(child.lstrip())
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
    return str(text) if text.isprintable() else _CONTROL.sub("", text)  # the library has strings of its own
