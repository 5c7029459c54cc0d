"""Bodies: what Markdown makes of a simple text is what its HTML would be read as, sanitised."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authoring import markdown_converter
from plugins.authoring.markdown_converter import convert
from plugins.authoring.positions import SourcePositions
from plugins.authoring.safe_body import safe_body
from plugins.authoring.tree_building import BuiltTree, build_tree

SIMPLE = """Kappale, jossa on **vahvaa**, *korostusta*, _toista_, `koodia` ja [linkki](a.fi.md#kohta "Otsake").
Rivi\\
vaihtuu  \nja jatkuu: 5 > 4, "lainaus" [ei linkki] ja ![kuva](../images/b.jpg "Teksti").

## Otsikko [linkkinä](https://example.org/polku?a=1#b)

### Toinen *korostettu*

- lista
    - sisempi

        koodia
- [ ] tehtävä

    toinen kappale

1. yksi
2. kaksi

7. seitsemän

> lainaus
>
> - lista
>> sisempi

Otsikko näin
------------

***

    koodia
    lisää

\\* ei \\_ korostusta \\[ei linkki\\] ***molemmat*** **vahva *ja korostettu***
"""

PIECES = (
    *SIMPLE.split("\n"),
    "[a](javascript:alert)", "[a](mailto:a@example.org)", "[a](tel:+358)", "[a](//example.org/x)", "[a](https://example.org)",
    "[a](https://EXAMPLE.org/)", "[a](/x)",
    "[a](x:y)", "[a](<x y>)", "[a]()", "[](x.fi.md)", "[a [b](c.md) d](e.md)", "[a ![b](c.png) d](e.md)",
    "[a](x(y)z)", "[a](x 'y')", '[a](x "y")', "![a](x.png)", "![a](http://example.org/x.png)", "![](x.png)",
    "[a]( x.md )", "[a](x.md", "[a][b]", "[b]: x.md", "![a][b]", "a]b[c", "`a` ``b ` c``", "`a > b`", "    a > b",
    "    a", "\ta", "a\u00a0b",
    "a\u00adb", "e\u0301", "\u200bx", "\ufeffx", "\u2028x", "# a", "####### a", "#", "##a", "> # a", "- # a", "1) a",
    "+ a", "* a", "- a\n\n  b", "-", "===", "---", "* * *", "a<b", "a&b", "a|b", "{a}", "``` ", "a\n: b", "[^1]", "^a^",
)  # fmt: skip


def built(text: str) -> BuiltTree:
    """Build the tree of a body as the program does."""
    return build_tree(safe_body(text, "fi").content, "news/x.fi.md", SourcePositions("news/x.fi.md", text, 1))


def built_of_html(text: str) -> BuiltTree:
    """Build it of HTML, sanitised and read as browsers read it."""
    with patch.object(markdown_converter, "may_hold_html", lambda _text: True):
        return built(text)


def test_a_simple_text_needs_no_html() -> None:
    assert convert(SIMPLE, "fi").root is not None
    assert built(SIMPLE) == built_of_html(SIMPLE)


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_comes_out_the_same(piece: str) -> None:
    """Each kind of piece by itself and between others, with what is said of it."""
    for text in (piece, f"Alku.\n\n{piece}\n\nLoppu.", f"- a\n- {piece}", f"> {piece}", f"**x** {piece} *y*"):
        assert built(text) == built_of_html(text)


@settings(max_examples=250, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(PIECES), st.text(alphabet="ab *_`[]()!#-+1.>\\\n :\"'/ä", max_size=24)), max_size=8
    ),
    st.sampled_from(("\n", "\n\n", " ")),
)
def test_any_text_comes_out_the_same(pieces: list[str], between: str) -> None:
    """Whatever is written."""
    text = between.join(pieces)
    assert built(text) == built_of_html(text)


@settings(max_examples=250, deadline=None)
@given(
    st.lists(
        st.sampled_from(("**", "*", "_", "__", " ", "  ", "a", "b.", "[x](y.md)", "[x y](#z)", "[", "](", ")", "\n",
                         "!", "![k](k.png)", "`", "\\", "(", "ä", "1", "\u00a0")), max_size=14,
    )
)  # fmt: skip
def test_any_marks_come_out_the_same(marks: list[str]) -> None:
    """Marks beside and within one another, with and without the spaces that make their meaning plain."""
    text = "".join(marks)
    assert built(text) == built_of_html(text)
