"""The profile `restricted`: for a text format without an editor, which makes paragraphs of blank lines itself."""

from collections.abc import Iterable, Sequence

from plugins.blocks.composition import Composition
from plugins.blocks.piece import Piece
from plugins.blocks.profiles.basic import BasicShaper, code_lines, entries_of
from plugins.blocks.profiles.pictures import lead_figure
from plugins.blocks.profiles.shaping import FLOW, Shaped, apart, says_something, split_at_breaks
from plugins.blocks.views import BlockView
from plugins.core.markup.tree import Element, Node, Tree


def shape(composition: Composition, view: BlockView) -> Shaped:
    """Map a composed block to the profile."""
    return RestrictedShaper(view).shaped(composition)


class RestrictedShaper(BasicShaper):
    """Maps as `basic` does, to fewer elements: no breaks, no terms, no attribute on a paragraph."""

    def lead(self) -> list[Node]:
        """Give the picture below the heading, to become a link."""
        return lead_figure(self.view)

    def lines(self, inline: Sequence[Node], within: str, language: str) -> list[Element]:
        """Make a paragraph of each line; one in another language says so on its words."""
        around = within or self.view.language
        return [Element("p", (), tuple(self.foreign(list(line), around, language))) for line in split_at_breaks(inline)]

    def piece(self, piece: Piece, within: str, language: str) -> Element:
        """Map a piece; a paragraph of the block's own language needs no mark."""
        return piece if piece.tag == "p" else super().piece(piece, within, language)

    def items(self, nodes: Sequence[Node], language: str) -> list[Tree]:
        """Map the content of a list item to an item for each line; its paragraphs become one line.

        A list within goes with the line before it.
        """
        contents: list[list[Node]] = []
        run: list[Node] = []
        for node in self._opened(nodes):
            if isinstance(node, str) or node.tag not in FLOW:
                run += self.inline((node,), language)
            elif node.tag == "p" and not any(_is_flow(child) for child in node.children):
                own = node.get("lang") or language
                run += [" ", *self.foreign(self.inline(node.children, own), language, own), " "]
            else:
                contents += map(list, split_at_breaks(run))
                run = []
                for block in self.flow((node,), language, language):
                    _attach(contents, block)
        contents += map(list, split_at_breaks(run))
        return [tuple(content) for content in contents if content]

    def _opened(self, nodes: Iterable[Node]) -> Iterable[Node]:
        """Give nodes without the wrappers around them that say nothing."""
        for node in nodes:
            if not isinstance(node, str) and node.tag == "div":
                language = node.get("lang")
                for child in self._opened(node.children):
                    if isinstance(child, str) or child.get("lang") or not language:
                        yield child if isinstance(child, Element) or not language else _said(child, language)
                    else:
                        yield child.having(lang=language)
            else:
                yield node

    def definitions(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a list of terms to a bulleted one."""
        return self.bulleted(entries_of(element), within, language)

    def preformatted(self, element: Element, within: str, language: str) -> list[Element]:
        """Map preformatted text to a paragraph of code for each line."""
        lines = [Element("code", (), (line,)) for line in code_lines(element) if line]
        return [made for line in lines for made in self.lines([line], within, language)]

    def image(self, element: Element, _language: str) -> list[Node]:
        """Map a picture to a link."""
        self.pictures.add(element)
        return list(self.pictures.link(element))


def _is_flow(node: Node) -> bool:
    return not isinstance(node, str) and node.tag in FLOW


def _said(text: str, language: str) -> Element:
    return Element("span", (("lang", language),), (text,))


def _attach(contents: list[list[Node]], block: Element) -> None:
    """Put a block of an item where it belongs: a paragraph is an item of its own, else it follows the last line."""
    if block.tag == "p":
        contents.append(list(block.children))
    elif contents and says_something(contents[-1]):
        before = contents[-1][-1]
        together = apart([before, block], None) if isinstance(before, Element) and before.tag == block.tag else [block]
        if together[0] is not block and len(together) > 1:
            contents.append([block])
        else:
            contents[-1][-1:] = [before, block] if together[0] is block else together
    else:
        contents.append([block])
