"""The parts of a block as nodes of a tree."""

from collections.abc import Iterable

from plugins.blocks.views import BulletList, Paragraph, Part, Phrase, Subheading, Terms
from plugins.core.markup.tree import Element, Node


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
        said = Element("span", (("lang", phrase.language),), (phrase.text,))  # the note is in the block's language
        return (Element("a", (*attributes, ("href", phrase.href)), (said, f" {phrase.note}")),)
    if phrase.language:
        attributes += (("lang", phrase.language),)
    if phrase.href:
        return (Element("a", (*attributes, ("href", phrase.href)), (text,)),)
    return (Element("span", attributes, (text,)),) if attributes else (text,)
