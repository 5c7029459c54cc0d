"""Whatever is written or pasted: no crash, no word lost, no mark of HTML that reaches further than it was meant to."""

import re
import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.version_reading import SourceName, read_version
from plugins.core.documents import DocumentType
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import decoded, elements
from plugins.quality.nesting import read_tags
from plugins.quality.rules import WRITING_RULES
from tests.laws import law

HEAD = "---\ntitle: Otsikko\ndate: 2031-05-14\nproject: hanke\n---\n"
NAME = SourceName("news/x.fi.md", DocumentType.NEWS, "x", "fi")
WORDS = re.compile(r"sana[a-z]")

PIECES = st.sampled_from(
    (
        "sanaa",
        "sanab **sanac**",
        "*sanad",
        "[sanae](a.fi.md)",
        "[sanaf][",
        "![sanag](b.jpg)",
        "`sanah",
        " `` ",
        " ~~ ",
        "__",
        "# ",
        "## sanai",
        "- sanaj",
        "  - sanak",
        "1. sanal",
        "1) sanam",
        "> sanan",
        "> [!NOTE]",
        "| sanao | sanap |",
        "|---|---|",
        "\n```\n",
        "\n~~~\n",
        "    sanaq",
        "\t",
        "  ",
        "\\",
        "\n",
        "\n\n",
        "\n\n\n",
        "[^1]",
        "[^1]: sanar",
        "[^2]:",
        "\n\n[b]: c.fi.md\n",
        "sanat\n: sanau",
        "{lang=sv}",
        "{#id}",
        "{#_id}",
        "{sanav}",
        "&amp;",
        "&#xD83C;",
        "&#0;",
        "\u00a0",
        "\u200b",
        "\u2028",
        "\x0b",
        "\x1e",
        "\x02",
        "\x00",
        "\ufeff",
        "https://a.fi/sana_",
        "a@b.fi",
        "www.b.fi.",
        "- [ ] sanaw (Hanke, 31.2.2031)",
        "**Päätös:** sanax",
        "<b>",
        "</b>",
        "<a id=x>",
        "</a>",
        "<p>",
        "<div>",
        "</div>",
        "<details>",
        "</details>",
        "<summary>sanay</summary>",
        "<table><tr><td>",
        "</table>",
        "<br>",
        "<o:p>",
        "</o:p>",
        "<![if !x]>",
        "<![endif]>",
        "<!DOCTYPE x>",
        "<?xml?>",
        "<![CDATA[",
        "]]>",
        "<span style='mso-x'>",
        "</span>",
        '<img src="c.jpg" alt="x">',
        "<h2>sanaz</h2>",
        "<",
        ">",
        "<a href='javascript:x'>",
        "<svg>",
        "</svg>",
        '<div markdown="1">',
        "<ul>",
        "<li>",
        "</ul>",
        "<font color=red>",
        "</font>",
        "<p class=MsoNormal>",
    )
)
"""Markdown, Word's HTML and signs that nobody sees; hidden elements are not among them: they take words along."""

TEXTS = st.lists(
    st.one_of(
        PIECES, PIECES, st.text(st.characters(exclude_categories=("Cc", "L", "M"), exclude_characters="`~"), max_size=6)
    ),
    max_size=24,
).map("".join)


def check(body: str) -> None:
    """Read a body; its words are in the tree, which is well-formed, or something is told."""
    read = read_version(NAME, (HEAD + body.replace("---", "- -")).encode("utf-8", "replace"), WRITING_RULES)
    found = read.reading.diagnostics
    if read.reading.version is None:
        assert found
        return
    tree = decoded(read.tree)
    html = to_html(tree)
    assert not read_tags(html).problems
    ids = [name for element in elements(tree) if (name := element.get("id"))]
    assert len(ids) == len(set(ids))
    if not found:
        assert set(WORDS.findall(body)) <= set(WORDS.findall(unescape(html)))


@law(150, 10_000)
@given(TEXTS)
def test_any_text(body: str) -> None:
    check(body)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "](",
        "*a ",
        "**",
        "`a",
        "<a ",
        "<!-- ",
        "> ",
        "- a\n",
        "| a ",
        "[^1] ",
        "a@",
        "&a",
        "{a=",
        "\\",
        "<div>\n\n",
    ],
)
def test_reading_is_linear(piece: str) -> None:
    """Four times the text takes about four times as long: no sign is looked for from each of its like to the end."""
    short, long = (piece * (size // len(piece)) for size in (20_000, 80_000))
    times = []
    for body in (short, long):
        started = time.process_time()
        read_version(NAME, (HEAD + body).encode())
        times.append(time.process_time() - started)
    assert times[1] < 8 * times[0] + 0.2
