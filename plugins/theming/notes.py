"""Notes at the end of a text as a page shows them: after each its ways back, one to every mark that refers to it."""

from collections.abc import Iterator, Mapping, Sequence

from plugins.core.markup.tree import Element, Node, Tree, elements, parted

ARROW = "\N{LEFTWARDS ARROW WITH HOOK}"


def with_ways_back(tree: Tree, title: str) -> Tree:
    """Return a text whose notes lead back; `title` says where a way leads, with the note's number for `{}`."""
    marks = _marks(tree)
    if not marks:
        return tree
    return tuple(
        node.holding(_notes(node.children, marks, title)) if isinstance(node, Element) and _is_of_notes(node) else node
        for node in tree
    )


def _marks(tree: Tree) -> dict[str, list[str]]:
    """The ids of the marks by the id of their note."""
    found: dict[str, list[str]] = {}
    if any(isinstance(node, Element) and _is_of_notes(node) for node in tree):
        for mark in elements(tree):
            for link in mark.children if mark.tag == "sup" else ():
                if isinstance(link, Element) and link.get("class") == "footnote-ref":
                    found.setdefault((link.get("href") or "").removeprefix("#"), []).append(mark.get("id") or "")
    return found


def _is_of_notes(element: Element) -> bool:
    return element.tag == "div" and element.get("class") == "footnote"


def _notes(nodes: Tree, marks: Mapping[str, Sequence[str]], title: str) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Element) and node.tag == "ol":
            items = [item for item in node.children if isinstance(item, Element)]
            yield node.holding(
                _note(item, marks.get(item.get("id") or "", ()), title.format(number))
                for number, item in enumerate(items, 1)
            )
        else:
            yield node


def _note(note: Element, marks: Sequence[str], title: str) -> Element:
    """A note, its ways back at the end of its line or last paragraph, else in a paragraph of their own."""
    ways = [part for mark in marks for part in ("\N{NO-BREAK SPACE}", _way(mark, title))]
    line, blocks = parted(note.children)
    last = note.children[-1] if note.children else ""
    if not blocks:
        return note.holding((*line, *ways))
    if isinstance(last, Element) and last.tag == "p":
        return note.holding((*note.children[:-1], last.holding((*last.children, *ways))))
    return note.holding((*note.children, Element("p", (), tuple(ways[1:])))) if ways else note


def _way(mark: str, title: str) -> Element:
    return Element("a", (("class", "footnote-backref"), ("href", f"#{mark}"), ("title", title)), (ARROW,))
