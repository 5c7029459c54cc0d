"""Pages of desks are HTML that every reader takes without mending, whatever elements they are made of."""

import html5lib
import pytest

from plugins.core.desk_page import desk_form, desk_page, element
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import VOID_TAGS, Element
from plugins.quality.nesting import read_tags


def test_a_page_parses_without_an_error() -> None:
    html = desk_page("Otsikko", "fi", element("p", "a < b"), desk_form("/x", "Lähetä", {"do": 'jotain "muuta"'}))
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(html.decode())
    assert read_tags(html.decode()).problems == []


@pytest.mark.parametrize("tag", sorted(VOID_TAGS))
def test_void_elements_have_no_end(tag: str) -> None:
    """They hold nothing: what follows one in the text follows it in the tree of another reader too."""
    html = to_html([element("p", Element(tag, (("title", "x"),)), "jälkeen")])
    assert f"</{tag}>" not in html
    assert read_tags(html).problems == []
    around = "colgroup" if tag == "col" else "template"
    parsed = html5lib.parseFragment(to_html([Element(tag)]), container=around, namespaceHTMLElements=False)
    assert [(one.tag, len(one), one.tail) for one in parsed] == [(tag, 0, None)]
