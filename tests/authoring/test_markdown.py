"""Markdown as authors expect it, converted quickly and without a difference."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

from plugins.authoring import markdown_converter
from plugins.authoring.markdown_converter import EXTENSIONS, FOOTNOTE_BACKLINK

NASTY = """
# Otsikko {#oma lang=sv}

Toinen otsikko
==============

Kappale, jossa `koodia`, **vahvaa**, *korostusta*, _toista_ ja [linkki](a.md "x"), ![kuva](b.jpg){decorative}.
Rivi\\
vaihtuu  \nja <b>raakaa</b> &amp; &auml; <https://example.org/> <a@example.org> [viite][1] [viite] ![k][1].

[1]: https://example.org/yksi "Yksi"
[viite]: https://example.org/kaksi

- lista
    - sisempi

        koodia
- [ ] tehtävä
- [x] tehty

1. yksi
2. kaksi

> lainaus
>> sisempi

Termi
:   Selitys

| a | b |
|---|--:|
| 1 | 2 |

Alaviite[^1] ja HTML.

[^1]: Alaviitteen teksti.

*[HTML]: HyperText Markup Language

```python
x = "<a>"
```

***

<div markdown="1">
*sisällä*
</div>

\\* ei \\_ korostusta \\[ei linkki\\]
"""


def convert(text: str, language: str) -> str:
    """Convert to HTML."""
    with patch.object(markdown_converter, "may_hold_html", lambda _text: True):
        return markdown_converter.convert(text, language).html


def plain(text: str) -> str:
    """Convert with the library alone."""
    footnotes = FootnoteExtension(SEPARATOR="-", BACKLINK_TITLE=FOOTNOTE_BACKLINK["fi"])
    return Markdown(extensions=[*EXTENSIONS, footnotes], output_format="html").convert(text)


def test_prefilter_changes_nothing() -> None:
    assert convert(NASTY, "fi") == plain(NASTY)


lines = st.one_of(
    st.sampled_from(NASTY.split("\n")),
    st.text(alphabet="ab *_`[]()<>!#-+1.:|\\&;~^=\"'{}/\n ", max_size=30),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(lines, max_size=12).map("\n".join))
def test_prefilter_changes_nothing_anywhere(text: str) -> None:
    assert convert(text, "fi") == plain(text)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_footnotes_speak_the_language(language: str) -> None:
    assert FOOTNOTE_BACKLINK[language].format(1) in convert("a[^1]\n\n[^1]: b", language)


def test_texts_do_not_leak_into_one_another() -> None:
    convert("[^1]: vanha\n\n*[AB]: vanha\n\n[l]: https://example.org/\n\na[^1] AB [l]", "fi")
    assert convert("a[^1] AB [l]", "fi") == "<p>a[^1] AB [l]</p>"
