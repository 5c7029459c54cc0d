"""The plain text of a tree, as it is read: for summaries, ids, hashes, counting, searching and files of XML."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from plugins.core.markup.tree import BLOCK_TAGS, Element, Node

_BETWEEN_BLOCKS = frozenset({"", "\n"})
STRUCK = frozenset({"del", "s"})
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters by name that are blank: of Hangul and Braille."""
_WITH_MEANING = frozenset({"sup", "sub", *STRUCK})
"""Elements within a line that say something by their form, or whose text is none of the line's."""
_RAISED = dict(
    zip("0123456789+-−=()in abcdefghjklmoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)
)
_LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))


def plain_text(nodes: Iterable[Node]) -> str:
    """Return the text with one line for each block element, white space within a line folded."""
    parts: list[str] = []
    _collect(nodes, parts)
    lines = [line for line in "".join(parts).split("\x00") if line not in _BETWEEN_BLOCKS]
    return "\n".join([text for line in lines if (text := folded(line))])


def folded(text: str) -> str:
    """Return a text with single spaces between its words, and no other white space."""
    # Most texts are such: of white space only the space is printable, and looking takes less time than splitting.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


def raw_text(nodes: Iterable[Node]) -> str:
    """Return the words as they are read, joined without separators."""
    return "".join([node if isinstance(node, str) else _spoken(node) for node in nodes])


def without_notes(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return nodes without the marks of notes, for an outlet that does not show the notes."""
    return tuple(
        node.holding(without_notes(node.children)) if isinstance(node, Element) else node
        for node in nodes
        if isinstance(node, str) or node.tag != "sup" or not is_mark_of_note(node)
    )


def is_visible(text: str) -> bool:
    """Return whether a text has anything that can be seen: more than spaces, fillers and signs without a form."""
    return any(unicodedata.category(character) not in _UNSEEN and character not in _FILLERS for character in text)


def raised(text: str) -> str:
    """Write a superscript as plain text: `⁶`, or `^(a/b)` where a sign has no raised form."""
    return _shifted(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Write a subscript as plain text: `₂`, or `_(a/b)` where a sign has no lowered form."""
    return _shifted(text, _LOWERED, "_")


def _shifted(text: str, forms: Mapping[str, str], sign: str) -> str:
    if all(character in forms for character in text):
        return "".join([forms[character] for character in text])
    return f"{sign}({text})"


def _spoken(element: Element) -> str:
    """Return what is read of an element within a line: of a note's mark and of what is struck out nothing."""
    tag = element.tag
    if tag in STRUCK:
        return ""
    if tag == "sup":
        return "" if is_mark_of_note(element) else raised(raw_text(element.children))
    if tag == "sub":
        return lowered(raw_text(element.children))
    return raw_text(element.children)


def is_mark_of_note(element: Element) -> bool:
    """Return whether a raised element is the number that leads to a note."""
    children = (child for child in element.children if not isinstance(child, str))
    return any(child.get("class") == "footnote-ref" for child in children)


def _collect(nodes: Iterable[Node], parts: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "br":
            parts.append(" ")
        elif node.tag in BLOCK_TAGS:
            parts.append("\x00")
            _collect(node.children, parts)
            parts.append("\x00")
        elif node.tag in _WITH_MEANING:
            parts.append(_spoken(node))
        else:
            _collect(node.children, parts)


def excerpt(text: str, limit: int) -> str:
    """The beginning of a text, cut at the end of a sentence when there is one, else at a word with an ellipsis."""
    folded = " ".join(text.split())
    if len(folded) <= limit:
        return folded
    head = folded[: limit + 1]
    sentences = [match.end() for match in re.finditer(r"[.!?…](?= )", head)]
    if sentences and sentences[-1] >= limit // 3:
        return head[: sentences[-1]]
    cut = head.rfind(" ", 0, limit)
    return head[: cut if cut > 0 else limit - 1].rstrip(" ,;:–-") + "…"


# Named one after another: their complement, which is easier to read, takes ten times as long to compile.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0010fffe\U0010ffff]"
)
"""Characters that XML 1.0 forbids, or that it and HTML advise against."""


def xml_text(text: str) -> str:
    """Return a text without the characters that an XML file had better not hold."""
    return _FORBIDDEN.sub("", text)
