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
    "class": st.sampled_from(["footnote", "footnote-ref", "footnote-backref", "x"]),
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
