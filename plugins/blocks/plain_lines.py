"""The lines of a plain block: text with emphasis, code and links, written while it is walked through once.

`pieces` finds out the same of one element of any block. Here a whole block is plain or is not, so nothing is kept of
its elements, and what a file may hold is asked of its text all at once. Nearly every text is as it may be: only where
one is not are all of them made so, one by one.
"""

import unicodedata

from plugins.blocks.pieces import link_attributes, opened, passage
from plugins.blocks.places import Places
from plugins.blocks.serialisation import FIRST_COMBINING, start_of, text_as_html
from plugins.blocks.texts import written_line
from plugins.core.markup.text import folded
from plugins.core.markup.tree import Element, Tree


class PlainLines:
    """Writes the lines of one block. Every method says whether the block may still be plain."""

    def __init__(self, places: Places, *, cleans: bool) -> None:
        """Begin with nothing written; `cleans` says whether each text is made fit for a file."""
        self.html: list[str] = []
        """Of what has been written since it was last taken."""
        self.texts: list[str] = []
        """The text of each line as it stands."""
        self.hrefs: list[str] = []
        self._places = places
        self._cleans = cleans
        self._is_odd = False
        """Whether a text begins with a combining character, which no look at a whole line tells."""
        self._elements = passage().elements - {"li"}
        self._parts: list[str] = []

    def taken(self) -> str:
        """Take the HTML that has been written."""
        html, self.html = "".join(self.html), []
        return html

    def are_fit(self) -> bool:
        """Tell whether all lines are written as a file may hold them."""
        text = " ".join(self.texts)  # white space at an end of a line becomes two spaces
        return self._cleans or (
            not self._is_odd
            and text.isprintable()
            and "  " not in text
            and "&" not in text
            and "<" not in text
            and ">" not in text
            and text[:1] != " "
            and text[-1:] != " "
            and unicodedata.is_normalized("NFC", text)
        )

    def text(self) -> str:
        """Give the text of all lines, as `plain_text` does."""
        return "\n".join(map(folded, self.texts) if self._cleans else self.texts)

    def items(self, nodes: Tree) -> bool:
        """Write the items of a list."""
        first = len(self.texts)
        for node in nodes:
            if isinstance(node, str):
                if node != "\n" and node.strip():
                    return False
                continue
            if node.tag != "li" or node.attributes:
                return False
            self.html.append("\n<li>")
            if not self.line(opened(node.children)):
                return False
            self.html.append("</li>")
        self.html.append("\n")
        return len(self.texts) > first

    def line(self, nodes: Tree) -> bool:
        """Write a line."""
        self._parts = []
        if not self._inline(nodes, within_link=False):
            return False
        line = "".join(self._parts)
        self.texts.append(line)
        return not (self._cleans and (line[:1].isspace() or line[-1:].isspace()))

    def _inline(self, nodes: Tree, *, within_link: bool) -> bool:
        if len(nodes) == 1 and isinstance(nodes[0], str):
            return self._text(nodes[0]) and not self._parts[-1].isspace()
        follows_text = False
        for node in nodes:
            if isinstance(node, str):
                # Texts side by side are joined by rules of their own.
                if follows_text or not self._text(node):
                    return False
                follows_text = True
            elif self._mark(node, within_link=within_link):
                follows_text = False
            else:
                return False
        return bool(nodes)

    def _text(self, text: str) -> bool:
        if self._cleans:
            text = written_line(text)
            self.html.append(text_as_html(text))
        else:
            self.html.append(text)
            self._is_odd = self._is_odd or (text > FIRST_COMBINING and unicodedata.combining(text[0]) > 0)
        self._parts.append(text)
        return bool(text)

    def _mark(self, element: Element, *, within_link: bool) -> bool:
        tag, attributes, children = element
        if tag not in self._elements:
            return False
        if tag == "a":
            linked = None if within_link else link_attributes(element, self._places)
            if linked is None:
                return False
            attributes, href = linked
            self.hrefs.append(href)
        elif attributes:
            return False
        self.html.append(start_of(tag, attributes))
        if not self._inline(children, within_link=within_link or tag == "a"):
            return False
        self.html.append(f"</{tag}>")
        return True
