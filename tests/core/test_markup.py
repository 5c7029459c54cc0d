"""The tree: serialised so that it reads back as itself, and its plain text."""

import re
import sys
from html import escape

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from plugins.core.markup.links import Link, symbols, with_links
from plugins.core.markup.serialiser import escape_text, escape_value, to_html
from plugins.core.markup.text import excerpt, folded, plain_text, xml_text
from plugins.core.markup.tree import Element, Node, Tree

texts = st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs")), min_size=1, max_size=12)
inline = st.recursive(
    texts,
    lambda inner: st.builds(
        lambda tag, value, children: Element(tag, (("title", value),), tuple(children)),
        st.sampled_from(["em", "strong", "span"]),
        texts,
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


def joined(nodes: Tree) -> Tree:
    """Join strings that follow one another, as a parser would."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and result and isinstance(result[-1], str):
            result[-1] += node
        else:
            result.append(node if isinstance(node, str) else node.holding(joined(node.children)))
    return tuple(result)


def parsed(element: html.HtmlElement) -> Tree:
    """Read a parsed element's content as a tree."""
    nodes: list[Node] = [element.text] if element.text else []
    for child in element:
        nodes.append(Element(str(child.tag), tuple((str(k), str(v)) for k, v in child.attrib.items()), parsed(child)))
        nodes += [child.tail] if child.tail else []
    return tuple(nodes)


@given(st.lists(inline, min_size=1, max_size=4).map(tuple))
def test_what_is_written_reads_back(nodes: Tree) -> None:
    written = to_html((Element("p", (), nodes),))
    assert parsed(html.fragment_fromstring(written)) == joined(nodes)


def test_links_are_put_in_their_place() -> None:
    tree: Tree = (
        Element(
            "p", (), (Element("a", (("href", "doc:news/a.sv.md"),), ("x",)), Element("a", (("href", "doc:b"),), ("y",)))
        ),
    )
    assert symbols(tree) == ("doc:news/a.sv.md", "doc:b")
    links = {"doc:news/a.sv.md": Link("doc:news/a.sv.md", "../a/", "sv", "(ruotsiksi)")}
    assert to_html(with_links(tree, links)) == '<p><a href="../a/" hreflang="sv">x</a> (ruotsiksi)y</p>'


def test_plain_text_keeps_blocks_apart() -> None:
    tree: Tree = (Element("ul", (), (Element("li", (), ("a  b",)), Element("li", (), ("c", Element("br"), "d")))),)
    assert plain_text(tree) == "a b\nc d"


@given(st.text(alphabet=st.sampled_from(("a", "ä", " ", "\n", "\t", "\u00a0", "\u2028", "\x85", "\x1f", "\u200b"))))
def test_folding_is_splitting_and_joining(text: str) -> None:
    """Also where a quick look finds nothing to fold."""
    assert folded(text) == " ".join(text.split())


def test_of_white_space_only_the_space_is_printable() -> None:
    """The quick look at whether anything needs folding rests on it."""
    assert [one for one in map(chr, range(0x110000)) if one.isspace() and one.isprintable()] == [" "]


def test_excerpts_end_well() -> None:
    assert excerpt("Yksi. Kaksi kolme neljä viisi.", 100) == "Yksi. Kaksi kolme neljä viisi."
    assert excerpt("Ensimmäinen virke. Toinen virke on pitkä.", 25) == "Ensimmäinen virke."
    assert excerpt("yksi kaksi kolme neljä", 12) == "yksi kaksi…"


def test_only_what_xml_and_html_allow_is_let_through() -> None:
    """What is taken out is all but what the two allow, of all characters there are."""
    allowed = re.compile("[\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert xml_text(every) == "".join(allowed.findall(every))


@given(st.text(alphabet="aä&<>\"' ") | st.text())
def test_texts_are_escaped_whatever_they_hold(text: str) -> None:
    assert to_html((text,)) == escape_text(text) == escape(text, quote=False)
    assert escape_value(text) == escape(text, quote=False).replace('"', "&quot;")
