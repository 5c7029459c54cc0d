"""Whatever is written or pasted: no crash, no word lost, no mark of HTML that reaches further than it was meant to."""

import gc
import re
import time
from html import unescape
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.allowlist import TAGS
from plugins.authoring.version_reading import SourceName, read_version
from plugins.core.documents import DocumentType
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import decoded, elements
from plugins.quality.nesting import read_tags
from plugins.quality.rules import WRITING_RULES
from tests.laws import law

HEAD = "---\ntitle: Otsikko\ndate: 2031-05-14\nproject: hanke\n---\n"
NAME = SourceName("news/x.fi.md", DocumentType.NEWS, "x", "fi")
MINUTES = HEAD.replace("project", "meeting: {kind: notes, name: Ryhmä, sessions: [{start: 2031-05-14}]}\nproject")
NOTES = SourceName("meetings/x.fi.md", DocumentType.MEETINGS, "x", "fi")
WORD = re.compile(r"sana[0-9]+q")

PIECES = st.sampled_from(
    (
        "sana", "sana **sana**", "*sana", "[sana](a.fi.md)", '[sana](a.fi.md "sana")', "[sana][", "![sana](b.jpg)",
        '![sana](b.jpg "sana")', "`sana", " `` ", " ~~ ", "__", "# ", "## sana", "- sana", "  - sana", "1. sana",
        "1) sana", "> sana", "> [!NOTE]", "> [!NOTE] sana", "| sana | sana |", "|---|---|", "\n```\n", "\n~~~\n",
        "\n``` python sana\n", "\n~~~ {.sana x=sana}\n", "    sana", "\t", "  ", "\\", "\n", "\n\n", "\n\n\n",
        "[^1]", "[^1]: sana", "[^2]:", "\n\n[b]: c.fi.md\n", '\n\n[b]: c.fi.md "sana"\n', "[sana][b]", "[b]",
        "\n*[ABC]: sana\n", "ABC", "*[sana]: sana", "[sana]: sana", "sana\n: sana", "{lang=sv}", "{#id}", "{#_id}",
        "{sana}", "{title=sana}", "&amp;", "&#xD83C;", "&#0;", "\u00a0", "\u200b", "\u2028", "\x0b", "\x1e", "\x02",
        "\x00", "\ufeff", "https://a.fi/sana_", "a@b.fi", "www.b.fi.", "- [ ] sana (Hanke, 31.2.2031)",
        "**Päätös:** sana", "<b>", "</b>", "<a id=x>", "</a>", "<p>", "<div>", "</div>", "<details>", "</details>",
        "<summary>sana</summary>", "<table><tr><td>", "</table>", "<table>", "<tr>", "<td>sana</td>", "<caption>",
        "<br>", "<o:p>", "</o:p>", "</st1:place>", "<![if !x]>", "<![endif]>", "<!DOCTYPE x>", "<?xml?>", "<![CDATA[",
        "]]>", "<span style='mso-x'>", "</span>", '<img src="c.jpg" alt="sana">', "<h2>sana</h2>", "<", ">",
        "<a href='javascript:x'>", '<a href="a.fi.md" title="sana">', "<svg>", "</svg>", '<div markdown="1">', "<ul>",
        "<li>", "</ul>", "<ol><li>", "<dl><dt>", "<dd>", "<pre>", "</pre>", "<font color=red>", "</font>",
        "<p class=MsoNormal>", "<blockquote>", "<select><option>", "<form>", "<body>", "<html>", "<head>", "<textarea>",
        "<plaintext>", "<template>", "<frameset>", "<button>", "<nobr>", "<rp>", "<rt>",
        "[sana[^1]](a.fi.md)", "[*a@b.fi*](a.fi.md)",
    )
)  # fmt: skip
"""Markdown, Word's HTML and signs that nobody sees; comments are not among them: they take words along."""

TEXTS = st.lists(
    st.one_of(
        PIECES, PIECES, st.text(st.characters(exclude_categories=("Cc", "L", "M"), exclude_characters="`~"), max_size=6)
    ),
    max_size=24,
).map(lambda pieces: numbered("".join(pieces)))


def numbered(text: str) -> str:
    """Make every word another."""
    numbers = count()
    return re.sub("sana", lambda _: f"sana{next(numbers)}q", text)


def check(body: str) -> None:
    """Read a body; its words are in the tree, in their order, which is well-formed, or something is told."""
    read = read_version(NAME, (HEAD + body.replace("---", "- -")).encode("utf-8", "replace"), WRITING_RULES)
    found = read.reading.diagnostics
    if read.reading.version is None:
        assert found
        return
    tree = decoded(read.tree)
    assert {element.tag for element in elements(tree)} <= TAGS
    html = to_html(tree)
    assert not read_tags(html).problems
    ids = [name for element in elements(tree) if (name := element.get("id"))]
    assert len(ids) == len(set(ids))
    written, shown = WORD.findall(body), WORD.findall(unescape(re.sub(r' (?:id|href)="[^"]*"', "", html)))
    if not found:
        assert set(written) <= set(shown)
    if "]:" not in body:  # what is defined in one place stands in another
        assert len(shown) == len(set(shown))
        in_text = WORD.findall(re.sub(r"<[^>]*>", " ", html))
        if "TXT023" not in {one.code for one in found}:
            assert in_text == [word for word in written if word in set(in_text)]


@law(150, 10_000)
@given(TEXTS)
def test_any_text(body: str) -> None:
    check(body)


def _reading_time(source: str, name: SourceName) -> float:
    """Measure the processor's time of a reading.

    Memory that the tests before have filled is not walked meanwhile, since its size is not the text's.
    """
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        read_version(name, source.encode())
        return time.process_time() - started
    finally:
        gc.enable()


def _is_linear(short: str, long: str, name: SourceName = NAME) -> bool:
    """Whether four times the text takes about four times as long, by the least disturbed of three readings of each."""
    allowed = 8 * min(_reading_time(short, name) for _ in range(3)) + 0.2
    return any(_reading_time(long, name) < allowed for _ in range(3))


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
        "](a(",
        "](<a",
        '](a "b',
        "https://a.fi)",
        "<b></i>",
        "&lt;https://",
        "*[a]: b\n",
        "[a]: b\n",
    ],
)
def test_reading_is_linear(piece: str) -> None:
    """No sign is looked for from each of its like to the end."""
    short, long = (piece * (size // len(piece)) for size in (20_000, 80_000))
    assert _is_linear(HEAD + short, HEAD + long)


@pytest.mark.parametrize("piece", ["1", "(a, 1", "((a),", "**Päätös:** a\n\n- [ ] b\n"])
def test_reading_minutes_is_linear(piece: str) -> None:
    short, long = (f"{MINUTES}- [ ] Tehtävä (a, {piece * (size // len(piece))}" for size in (20_000, 80_000))
    assert _is_linear(short, long, NOTES)
