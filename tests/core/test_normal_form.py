"""The normal form of a text: what holds of it, whatever the tree was."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import example, given

from plugins.core.markup.line import says_something
from plugins.core.markup.normal_form import HEADINGS, is_block, normal_form
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree, elements
from tests.blocks.fragments import parsed
from tests.blocks.trees import TREES
from tests.laws import law

CASES = {
    "white space is folded": ("<p> a\n b  <em> c </em>d</p>", "<p>a b <em>c</em> d</p>"),
    "loose text is a paragraph": ("a<p>b</p>c", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
    "a single paragraph of an item is its line": ("<ul><li><p>a</p></li></ul>", "<ul>\n<li>a</li>\n</ul>"),
    "a line and lists below": (
        "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>",
    ),
    "never text beside another block": (
        "<ul><li>a<blockquote>b</blockquote></li></ul>",
        "<ul>\n<li>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>",
    ),
    "a block within a line keeps its language": (
        '<h2>a<p lang="sv">b</p></h2>', '<h2>a <span lang="sv">b</span></h2>',
    ),
    "so does an item there": (
        '<h2><ul><li lang="sv">a</li><li>b</li></ul></h2>', '<h2><span lang="sv">a</span>, b</h2>',
    ),
    "so do entries of a group": (
        '<dl><div lang="sv"><dt>a</dt><dd lang="fi">b</dd></div></dl>',
        '<dl>\n<dt lang="sv">a</dt>\n<dd>b</dd>\n</dl>',
    ),
    "so do rows of a group": (
        '<table><tbody lang="sv"><tr><td>a</td><td lang="fi">b</td></tr></tbody></table>',
        '<table><tbody><tr lang="sv"><td>a</td><td lang="fi">b</td></tr></tbody></table>',
    ),
    "so do blocks of an item in no list": (
        '<li lang="sv"><p lang="fi">a</p><blockquote>b</blockquote></li>',
        '<p>a</p>\n<blockquote lang="sv">\n<p>b</p>\n</blockquote>',
    ),
    "marks within their like": ("<p><strong>a <b>b</b></strong></p>", "<p><strong>a b</strong></p>"),
    "links that touch": (
        '<p><a href="https://x.example">a</a><a href="https://x.example/">b</a></p>',
        '<p><a href="https://x.example/">ab</a></p>',
    ),
    "breaks at the ends": ("<p><br>a <br> b<br></p>", "<p>a<br>b</p>"),
    "a break in a heading": ("<h2>a<br>b</h2>", "<h2>a b</h2>"),
    "empty elements": ("<p> </p><ul><li></li></ul><blockquote><p></p></blockquote><p>a<em></em></p>", "<p>a</p>"),
    "a place to link to stays": ('<p>a<a id="b"></a></p>', '<p>a<a id="b"></a></p>'),
    "separators of lines": ("<p>a\x0bb\x85c\u2028d</p>", "<p>a b c d</p>"),
    "a wrapper that says nothing": ("<div><p>a</p></div>", "<p>a</p>"),
    "a language that is in force": ('<p lang="FI">a <span lang="fi-FI">b</span></p>', "<p>a b</p>"),
    "another language": ('<p lang="SV">a</p>', '<p lang="sv">a</p>'),
    "rows in no group": ("<table><tr><td>a</td></tr></table>",
                         "<table><tbody><tr><td>a</td></tr></tbody></table>"),
    "preformatted text": ("<pre><code>a\n  b\n</code></pre>", "<pre><code>a\n  b\n</code></pre>"),
    "a block within a line": ("<p><strong>a<ul><li>b</li><li>c</li></ul></strong></p>", None),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), CASES.values(), ids=CASES)
def test_case(html: str, expected: str | None) -> None:
    tree = normal_form(parsed(html), "fi")
    if expected is None:
        assert raw_text(tree).replace(" ", "").replace(",", "") == "abc"
    else:
        assert to_html(tree) == expected


@law(200, 5_000)
@given(TREES)
@example((Element("h2", (), (Element("p", (("lang", "sv"),), (Element("img", (("lang", "fi"),)),)),)),))
@example((Element("sub", (), (" ", "kirjasto")),))
def test_normal_form_of_any_tree_keeps_every_law(tree: Tree) -> None:
    form = normal_form(tree, "fi")
    normal_form_is_normal(form)
    every_outlet_may_rely_upon(form)
    no_letter_is_lost(tree, form)


def normal_form_is_normal(form: Tree) -> None:
    assert normal_form(form, "fi") == form
    assert all(map(is_block, form))


def every_outlet_may_rely_upon(form: Tree) -> None:
    for element in elements(form):
        _check(element)
    for path in _paths(form, ()):
        marks = [tag for tag in path if tag in ("strong", "em", "a", "code", "cite")]
        assert len(marks) == len(set(marks)), "no mark within its like"


def no_letter_is_lost(tree: Tree, form: Tree) -> None:
    """But what is in elements whose text is none for readers; a raised or lowered letter is that letter."""

    def letters(nodes: Tree) -> int:
        return unicodedata.normalize("NFKD", raw_text(nodes)).count("k")

    assert letters(form) >= letters(_without_dropped(tree))


def _check(element: Element) -> None:
    children = element.children
    texts = [node for node in children if isinstance(node, str)]
    if element.tag not in ("pre", "code"):
        assert all(re.fullmatch(r"(?! {2})[^\n\r\t]+", text) and "  " not in text for text in texts)
    assert all(
        unicodedata.is_normalized("NFC", text) and not re.search("[\x00-\x08\x0b\x0c\x85\u2028]", text)
        for text in texts
    )
    assert not any(isinstance(a, str) and isinstance(b, str) for a, b in itertools.pairwise(children))
    blocks = [is_block(node) for node in children]
    if any(blocks) and element.tag not in ("li", "dd", "td", "th", "figure"):
        assert all(blocks)
    elif any(blocks) and element.tag != "figure":
        first = blocks.index(True)
        lists = all(isinstance(one, Element) and one.tag in ("ul", "ol", "dl") for one in children[first:])
        assert all(blocks[first:])
        assert first == 0 or lists
    if element.tag in HEADINGS | {"p", "dt"}:
        assert children
        assert not any(blocks)
        assert says_something(children)
        assert not (isinstance(children[0], str) and children[0].startswith(" "))
        assert not (isinstance(children[-1], str) and children[-1].endswith(" "))


def _paths(nodes: Tree | list[Node], path: tuple[str, ...]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for node in nodes:
        if isinstance(node, Element):
            here = (*path, node.tag)
            found += [here, *_paths(node.children, here)]
    return found


def _without_dropped(nodes: Tree) -> Tree:
    return tuple(
        node if isinstance(node, str) else node.holding(_without_dropped(node.children))
        for node in nodes
        if isinstance(node, str) or node.tag not in ("script", "style")
    )
