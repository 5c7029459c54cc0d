"""A line of a block as it is written: its text, its ends, and its marks, of which none stands within its like."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from plugins.core.markup.serialiser import escape_text
from plugins.core.markup.tree import Element, Node

Attributes: TypeAlias = tuple[tuple[str, str], ...]

_SOMETHING = re.compile(r"(?:<[^>]*>|\s)*[^<\s]")
"""Up to the first sign that is neither in a tag nor white space."""
_SPACES = re.compile(" {2,}")
_TOUCHING = re.compile(r'(<a (?:[^>]*? )?href="([^"]*)"[^>]*>(?:(?!</a>).)*</a>)(?=<a (?:[^>]*? )?href="\2")')
"""Two links to one address, as pictures side by side become: an editor would make them one."""
_MARK_TAGS = r"(?:</?[a-z]+(?: [^>]*)?>)*"
_BEFORE_BREAK = re.compile(rf" +(?={_MARK_TAGS.replace('[a-z]+', '(?!br)[a-z]+')}<br>)")
_AFTER_BREAK = re.compile(rf"(<br>{_MARK_TAGS}) +")
_OUTER_MARKED_BREAKS = re.compile(r"\A((?:<(?!br)[a-z]+(?: [^>]*)?>)+)(?:<br>)+|(?:<br>)+((?:</[a-z]+>)+)\Z")
"""A space beside a break, and a break at a line's end, within marks too: an editor writes them otherwise."""
_OUTER_BREAKS = re.compile(r"\A(?:<br>| )+|(?:<br>| )+\Z")
_EDGE = frozenset({"", " ", "<", ">"})
"""How a line begins or ends that may have a space or a break there."""
_FIRST_COMBINING = "\u0300"


def lang_attribute(within: str, language: str) -> Attributes:
    """The attribute that tells of another language than the one in force."""
    return (("lang", language),) if language != within else ()


def says_something(html: str) -> bool:
    """Whether written text has a letter, sign or picture in it."""
    if html[:1].isalnum():  # as nearly every line begins
        return True
    return "<img" in html or _SOMETHING.match(html) is not None


def written_text(text: str) -> str:
    """Write a text of a block."""
    if text[:1] >= _FIRST_COMBINING and unicodedata.combining(text[0]):
        # A combining character after ">" would make another letter of it when somebody normalises the file.
        return f"&#{ord(text[0])};{escape_text(text[1:])}"
    return escape_text(text)


def settled(html: str) -> str:
    """A written line without what is left of its ends and between its words; empty when it says nothing."""
    if "</a><a " in html:
        html = _TOUCHING.sub(r"\1 ", html)
    if "<br>" in html:
        html = _OUTER_MARKED_BREAKS.sub(r"\1\2", _AFTER_BREAK.sub(r"\1", _BEFORE_BREAK.sub("", html)))
    if "  " in html:  # something between two spaces was left out
        html = _SPACES.sub(" ", html)
    if html[:1] in _EDGE or html[-1:] in _EDGE:
        html = _OUTER_BREAKS.sub("", html)
    return html if says_something(html) else ""


def is_told(tag: str, node: Node) -> bool:
    """Whether a node, or one in it, is a mark of that name or will get one that says its language."""
    return not isinstance(node, str) and (
        node.tag == tag or node.get("lang") is not None or any(is_told(tag, child) for child in node.children)
    )


def spread(mark: Element, nodes: Iterable[Node]) -> list[Node]:
    """A mark around the parts of what it holds that have no such mark: none stands within its like."""
    result: list[Node] = []
    for node in _without(mark.tag, nodes):
        if isinstance(node, Element) and is_told(mark.tag, node):
            own = Element(mark.tag) if node.get("lang") else mark
            result.append(node if node.tag == mark.tag else node.holding(spread(own, node.children)))
        elif result and isinstance(last := result[-1], Element) and last.is_like(mark):
            result[-1] = last.holding((*last.children, node))
        else:
            result.append(mark.holding((node,)))
    return result


def _without(tag: str, nodes: Iterable[Node]) -> Iterator[Node]:
    """Nodes with what marks of a name hold in place of those that say no language."""
    for node in nodes:
        if isinstance(node, Element) and node.tag == tag and not node.get("lang"):
            yield from _without(tag, node.children)
        else:
            yield node
