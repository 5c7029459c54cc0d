"""The walk from tag to tag says what another reader of HTML says, of any input."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.quality.nesting import read_tags

NAMES = ("p", "em", "b", "br", "h1", "img", "path", "a1", "section")
_ATTRIBUTES = ("", ' id="a"', ' href="x/?a=1&amp;b=2" hidden', ' class="a b"', '\n title="å – ä"', ' data-x=""', " /")
_ODD_ATTRIBUTES = (" a=b", ' a="', "=", ' "', "-x", ' a="1"b="2"', ' a="<"', " a='b'", ' a="x>y"', " 1")
_TEXTS = ("a", "", " ", "&lt;p&gt;", "å\n", ' id="b" ', "<", ">", "< p>", "<!-- x -->", "<!doctype html>", "</", "<P>")

sound_tags = st.builds("<{}{}>".format, st.sampled_from(NAMES), st.sampled_from(_ATTRIBUTES))
ends = st.sampled_from([f"</{name}>" for name in NAMES])
odd_tags = st.builds(
    "<{}{}{}>".format, st.sampled_from(("", "/")), st.sampled_from(NAMES), st.sampled_from(_ODD_ATTRIBUTES)
)
soup = st.lists(st.one_of(sound_tags, ends, st.sampled_from(_TEXTS), odd_tags), max_size=12).map("".join)


def _element(inside: "st.SearchStrategy[str]") -> "st.SearchStrategy[str]":
    names, attributes = st.sampled_from(("p", "em", "a1", "section")), st.sampled_from(_ATTRIBUTES[:-1])
    return st.builds(lambda name, some, text: f"<{name}{some}>{text}</{name}>", names, attributes, inside)


void = st.sampled_from(("<br>", '<img src="a.webp" alt="">', '<path d="M0 0"/>', "text", 'id="x"', "a > b"))
sound = st.recursive(void, lambda inside: _element(st.lists(inside, max_size=3).map("".join)), max_leaves=20)


class Oracle(HTMLParser):
    """Follows the elements by another reader of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.is_nested = True

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag not in {"br", "img"}:
            self.opened.append(tag)

    def handle_startendtag(self, tag: str, _: object) -> None:
        if tag not in {"br", "img", "path"}:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"br", "img"}:
            self.is_nested = bool(self.opened) and self.opened.pop() == tag and self.is_nested


@given(st.lists(sound, max_size=4).map("".join), st.sampled_from(["", "<!doctype html>"]))
def test_what_is_sound_has_no_problem(html: str, beginning: str) -> None:
    reading = read_tags(beginning + html)
    assert not reading.problems
    assert reading.attributes == "".join(re.findall(r"<[a-z0-9]+(\s[^>]*|/)?>", html))


@given(soup)
@example("<p>a > b</p>")
@example("<br></br>")
@example("<p><P></p>")
@example("<p></p><!doctype html>")
@example('<p title=" id="></p>')
def test_what_is_called_sound_nests_for_another_reader(html: str) -> None:
    if not read_tags(html).problems:
        oracle = Oracle()
        oracle.feed(html)
        oracle.close()
        assert oracle.is_nested
        assert not oracle.opened


@given(st.lists(sound, min_size=1, max_size=3).map("".join), st.data())
def test_what_is_broken_is_found(html: str, data: st.DataObject) -> None:
    """Of a sound document a piece is cut out: when the elements then do not nest, that is told."""
    start = data.draw(st.integers(0, len(html)))
    broken = html[:start] + html[data.draw(st.integers(start, len(html))) :]
    reading, oracle = read_tags(broken), Oracle()
    oracle.feed(broken)
    oracle.close()
    if not reading.problems:
        assert oracle.is_nested
        assert not oracle.opened


@pytest.mark.parametrize("depth", [14, 200])
def test_depth_is_no_fault(depth: int) -> None:
    assert not read_tags("<b>" * depth + "x" + "</b>" * depth).problems
    assert read_tags("<b>" * depth + "<i>x</b>" + "</b>" * depth).problems == ["unclosed:i"]


@pytest.mark.parametrize("piece", ["<p ", '<p a="', "<p>", "<p><b>", '<p a="b" c', "<", "</p>", "<br "])
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    """No input makes a pattern try again and again: this would take minutes."""
    assert read_tags(piece * 20_000).problems
