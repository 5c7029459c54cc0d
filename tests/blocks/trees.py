"""Trees of any shape, as hypothesis makes them: what a reader might give, and what it never should."""

from typing import Any

from hypothesis import strategies as st

from plugins.core.markup.tree import VOID_TAGS, Element, Node, Tree

TEXTS = st.one_of(
    st.text(alphabet="abc äö\u00ad\u200b\n\t<>&\"'½–\u0301👩", max_size=12),
    st.text(max_size=6),
    st.sampled_from(["kirjasto", " ", "\n", "javascript:", "]]>", "☐ "]),
)
BLOCK_NAMES = ("p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "thead", "tbody", "tr",
               "th", "td", "pre", "figure", "figcaption", "hr", "div", "section", "caption")  # fmt: skip
INLINE_NAMES = ("a", "strong", "em", "b", "i", "code", "cite", "span", "abbr", "time", "sub", "sup", "del", "mark", "q",
                "br", "img", "script", "style", "small", "kbd", "font", "x-unknown")  # fmt: skip
VALUES: dict[str, st.SearchStrategy[str]] = {
    "lang": st.sampled_from(["fi", "sv", "en", "fr-CA", 'x"y', ""]),
    "id": st.sampled_from(["a", "b", "Äiti", "fn:1", "fnref:1", ""]),
    "class": st.sampled_from(["footnote", "footnote-ref", "x"]),
    "href": st.sampled_from(
        ["https://example.org/?a=1&b=2", "#a", "#nowhere", "javascript:alert(1)", "doc:news/a.fi.md", "/x"]
    ),
    "src": st.sampled_from(["image:images/x.jpg", "https://example.org/x.png"]),
    "alt": st.sampled_from(["", "Talo"]),
    "title": st.just("selitys"),
    "start": st.sampled_from(["1", "3", "-2", "x"]),
    "colspan": st.sampled_from(["2", "9999999", "x"]),
    "rowspan": st.sampled_from(["2", "3"]),
    "onclick": st.just("alert(1)"),
    "style": st.just("color: red"),
    "type": st.just("checkbox"),
}  # fmt: skip


@st.composite
def _attributes(draw: Any) -> tuple[tuple[str, str], ...]:
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=3, unique=True))
    return tuple((name, draw(VALUES[name])) for name in names)


def _element(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Node]:
    def made(tag: str, attributes: tuple[tuple[str, str], ...], nodes: Tree) -> Element:
        return Element(tag, attributes, () if tag in VOID_TAGS else nodes)

    return st.builds(made, st.sampled_from(BLOCK_NAMES + INLINE_NAMES), _attributes(), children)


NODES = st.recursive(TEXTS, lambda nodes: _element(st.lists(nodes, max_size=4).map(tuple)), max_leaves=25)
TREES: st.SearchStrategy[Tree] = st.lists(NODES, max_size=6).map(tuple)

LINE_TEXTS = st.one_of(
    st.sampled_from(["Kirjasto", "äö – ½", "a & b < c", " ja ", "rivi\nvaihtuu", "väli  lyönti"]),
    st.sampled_from(["5\u00a0%", "\u00ad", "e\u0301", "\u0301"]),
    TEXTS,
)
LINKS = st.sampled_from(
    ["https://example.org/?a=1&b=2", 'https://ä.example/"x', "#a", "doc:news/a.fi.md", "mailto:a@b.example", "/x",
     "javascript:alert(1)", "//example.org/x", "http://x.example/a b"]
)  # fmt: skip
MARKED = st.recursive(
    LINE_TEXTS,
    lambda nodes: st.builds(
        lambda tag, href, children: Element(tag, (("href", href),) if tag == "a" else (), tuple(children)),
        st.sampled_from(["strong", "em", "code", "cite", "a"]),
        LINKS,
        st.lists(nodes, min_size=1, max_size=3),
    ),
    max_leaves=4,
)
LINES = st.lists(MARKED, min_size=1, max_size=3).map(tuple)
ITEMS = st.one_of(LINES, LINES.map(lambda line: ("\n", Element("p", (), line), "\n"))).map(
    lambda children: Element("li", (), children)
)
SIMPLE = st.one_of(
    st.builds(Element, st.sampled_from(["p", "h2", "h3", "h6"]), st.just(()), LINES),
    st.builds(Element, st.just("h2"), st.sampled_from(["a", "Äiti"]).map(lambda name: (("id", name),)), LINES),
    st.builds(
        lambda tag, items: Element(tag, (), tuple(node for item in items for node in ("\n", item))),
        st.sampled_from(["ul", "ol"]),
        st.lists(ITEMS, min_size=1, max_size=3),
    ),
    st.just("\n"),
)
SIMPLE_TREES: st.SearchStrategy[Tree] = st.lists(st.one_of(SIMPLE, SIMPLE, SIMPLE, NODES), max_size=8).map(tuple)
"""Blocks as people write them, and now and then anything at all between them."""
