"""Bodies: what Markdown makes of a simple text is what its HTML would be read as, sanitised."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authoring import safe_body as module
from plugins.authoring.plain_body import plain_body
from plugins.authoring.plain_marks import plain_marks
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

PLAIN = """Kappale, jossa on **vahvaa** ja [linkki](a.fi.md#kohta).
Se jatkuu toisella rivillä.

## Otsikko [linkkinä](https://example.org/polku?a=1)
### Toinen, 2. kerran

- eka
- **toka**
* [kolmas](https://example.org/)

**Vahva alku** ja 2026 loppu.


1. yksi
4. kaksi

2026 alkoi "näin"
"""

PLAIN_PIECES = (
    *PLAIN.split("\n"), "- a", "* b", "+ c", "1. d", "2. e", "- - f", "- 1. g", "- # h", "-", "- ", "1.", "1. ", "#",
    "##", "##i", "# j #", "####### k", "a # b", "a #", "- a # b", "[a](b#c)", "(l) **m**", "**n", "** o **", "** ** **",
    "***", "*p*", "_q_", '"r"', "s  ", "[t](u.md) v", "[w]", "[ ] x", "- [ ] y", "1 z", "1.5 a", "1) b", "³. c", "٣. d",
    "=", "---", "> e", "  f", "g\u00a0", "\u00a0h", "\x85", "\u2028i", "ä", "", "",
)  # fmt: skip
"""What looks plain, is, or is not."""

PIECES = (
    *SIMPLE.split("\n"),
    "[a](javascript:alert)", "[a](mailto:a@example.org)", "[a](tel:+358)", "[a](//example.org/x)", "[a](https://example.org)",
    "[a](https://EXAMPLE.org/)", "[a](https://1.2.3.999/)", "[a](https://xn--a/)", "[a](http://[::1/)", "[a](/x)",
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
    with patch.object(module, "is_simple", lambda _text: False):
        return built(text)


def test_plain_marks_need_no_pattern() -> None:
    """The marks of most paragraphs are found at once; any other sign is left to the library."""
    strong, link = ("b c", None, " ja "), ("d", "e.md#f_g", ".")
    assert plain_marks("a **b c** ja [d](e.md#f_g).") == ("a ", [strong, link])
    for other in ("a **b**.", "a*b", "a_b", "![a](b)", "`a`", "a\\b", "a  \nb", "[a][b]", '[a](b "c")', "[a **b**](c)"):
        assert plain_marks(other) is None


def test_a_simple_text_needs_no_html() -> None:
    """The quick way serves what it is for, without a difference."""
    assert safe_body(SIMPLE, "fi").made_of == SIMPLE
    assert built(SIMPLE) == built_of_html(SIMPLE)


def test_a_plain_text_needs_no_parser() -> None:
    """The quickest way serves what it is for, without a difference; what only looks like it is the library's work."""
    assert plain_body(PLAIN) is not None
    assert built(PLAIN) == built_of_html(PLAIN)
    lists = ("- a\n\n- b", "- a\n    b", "a\n\n    b", "- a\n\n1. b", "3. a")
    for other in (*lists, "a\n# b", "a\n===", "*a*", "***", "> a"):
        assert plain_body(other) is None


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PLAIN_PIECES), st.sampled_from(("\n", "\n\n", "\n\n", "\n\n\n"))), max_size=8)
)
def test_any_plain_lines_come_out_the_same(lines: list[tuple[str, str]]) -> None:
    """Lines that are plain by themselves, below one another."""
    text = "".join(line + end for line, end in lines)
    assert built(text) == built_of_html(text)


@pytest.mark.parametrize("piece", [*PIECES, *PLAIN_PIECES])
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
