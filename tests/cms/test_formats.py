"""The model of the CMS's text formats: what each does to HTML, and formats of one's own."""

from pathlib import Path

import pytest

from plugins.cms import command
from plugins.cms.filtering import without_scheme
from plugins.cms.paragraphs import with_paragraphs
from plugins.cms.simulation import simulated
from plugins.cms.text_format import NAMES, FormatError, known_format, read_format
from tests.blocks.fragments import block

BASIC = {
    "unknown element": ("<p>a <span>b</span> <abbr>c</abbr></p>", "<p>a b c</p>"),
    "script": ("<p>a</p><script>alert(1)</script>", "<p>a</p>alert(1)"),
    "table": ("<table><tr><td>a</td><td>b</td></tr></table>", "ab"),
    "details": ("<details><summary>a</summary>b</details>", "ab"),
    "attributes": ('<p class="a" style="b" onclick="c" data-d="e" id="f" lang="sv">x</p>', '<p lang="sv">x</p>'),
    "link": ('<a href="https://x.fi/" rel="a" title="b" target="c">x</a>', '<a href="https://x.fi/">x</a>'),
    "id of a heading": ('<h2 id="a">x</h2><h1 id="b">y</h1>', '<h2 id="a">x</h2>y'),
    "id with a colon": ('<h2 id="a:b">x</h2>', '<h2 id="b">x</h2>'),
    "script in a link": ('<a href="javascript:alert(1)">x</a>', '<a href="alert(1)">x</a>'),
    "schemes in a row": ('<a href="javascript:data:x">x</a>', '<a href="x">x</a>'),
    "permanent id": ('<a href="tag:x.fi,2026:a">x</a>', '<a href="a">x</a>'),
    "comment": ("<p>a<!-- b --></p>", "<p>a</p>"),
    "old marks": ("<p><b>a</b><i>b</i></p>", "<p><strong>a</strong><em>b</em></p>"),
    "empty link": ('<p>a<a href="https://x.fi/"></a></p>', "<p>a</p>"),
    "adjacent lists": (
        '<ul lang="fi"><li>a</li></ul>\n<ul lang="sv"><li>b</li></ul><ol><li>c</li></ol>',
        '<ul lang="fi"><li>a</li><li>b</li></ul><ol><li>c</li></ol>',
    ),
    "terms": ("<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt><p>a</p></dt><dd><p>b</p></dd></dl>"),
    "custom element": ("<p><x-y>a</x-y></p>", "<p>a</p>"),
}


@pytest.mark.parametrize(("html", "left"), BASIC.values(), ids=BASIC)
def test_basic(html: str, left: str) -> None:
    assert simulated(html, known_format("basic")).replace("\n", "") == left


RESTRICTED = {
    "paragraphs": ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
    "language of a paragraph": ('<p lang="sv">a</p>\n\nb', "<p>a</p>\n<p>b</p>\n"),
    "line end": ("a\nb", "<p>a<br>\nb</p>\n"),
    "break": ("<p>a<br>b</p>", "<p>ab</p>\n"),
    "heading": ("<h2>a</h2>\nb", "<h2>a</h2>\n<p>b</p>\n"),
}


@pytest.mark.parametrize(("html", "left"), RESTRICTED.values(), ids=RESTRICTED)
def test_restricted(html: str, left: str) -> None:
    assert simulated(html, known_format("restricted")) == left


def test_full_keeps_everything() -> None:
    html = '<section class="a" style="b"><script>1 < 2</script><details>x</details></section>'
    assert simulated(html, known_format("full")) == html


@pytest.mark.parametrize(
    ("value", "left"),
    [("https://a:1/", "https://a:1/"), ("mailto:a", "mailto:a"), ("WEBCAL:a", "WEBCAL:a"), ("a/b:c", "a/b:c"),
     ("urn:isbn:1", "1"), (":a", ":a"), ("#a:b", "#a:b")],
)  # fmt: skip
def test_schemes(value: str, left: str) -> None:
    assert without_scheme(value) == left


def test_paragraphs_are_not_made_where_text_is_set() -> None:
    assert with_paragraphs("a\n\n<pre>b\n\nc</pre>\n\nd") == "<p>a</p>\n<pre>b\n\nc</pre><p>\nd</p>\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_block_goes_through_unharmed(name: str) -> None:
    html = block("<h2>A</h2><p>b</p><ul><li>c</li></ul><dl><dt>d</dt><dd>e</dd></dl>", profile=name)
    assert "".join(simulated(html, known_format(name)).split()) == "".join(html.split())


def test_format_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "oma.yaml"
    own.write_text("name: Oma\nallowed:\n  p: [class]\n  table:\neverywhere: [lang]\n", encoding="utf-8")
    page = tmp_path / "sivu.html"
    page.write_text('\ufeff<p class="a" id="b" lang="fi">ä <em>b</em></p>', encoding="utf-8")
    assert command.blocks(["simulate", str(page)], str(own), "fi") == 0
    assert capsys.readouterr().out == '<p class="a" lang="fi">ä b</p>\n'


FAULTY = ["", "a: [", "name: 1", "name: A\nallow: {}", "name: A\neditor: word", "name: A\nparagraphs: 1",
          "name: A\nallowed: [p]", "name: A\nallowed: {p: class}", "name: A\neverywhere: x\nallowed: {}"]  # fmt: skip


@pytest.mark.parametrize("text", FAULTY)
def test_faulty_format(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "oma.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError):
        read_format(file)
    assert command.blocks(["simulate", str(file)], str(file), "sv") == 2
    assert "beskriver inget textformat" in capsys.readouterr().err


def test_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.blocks([], "basic", "fi") == 2
    assert command.blocks(["simulate", str(tmp_path / "ei.html")], "basic", "en") == 2
    assert command.blocks(["simulate", "x"], "basik", "en") == 2
    said = capsys.readouterr().err
    assert "Käyttö: ./kaiku blocks simulate" in said
    assert "cannot be read" in said
    assert "Did you mean: basic?" in said
