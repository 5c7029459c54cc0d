"""The last gate: what may not stand in a block, or would not live, is named, and nothing is written."""

from pathlib import Path

import pytest

from plugins.blocks.gate import fault
from plugins.blocks.writer import Writer
from plugins.engine.command import build
from tests.sites import news, options, plain_site, write

FAULTS = {
    "attribute": ("basic", '<p class="a">x</p>', '<p class="a">'),
    "element": ("basic", "<div>x</div>", "<div>"),
    "id that no selector finds": ("basic", '<h2 id="ä">x</h2>', '<h2 id="ä">'),
    "scheme": ("full", '<p><a href="javascript:x">y</a></p>', '<a href="javascript:x">'),
    "hidden scheme": ("full", '<p><a href="java&amp;#x73;cript:x">y</a></p>', '<a href="java&amp;#x73;cript:x">'),
    "relative address": ("full", '<p><a href="/x">y</a></p>', '<a href="/x">'),
    "event": ("full", '<p onclick="a">x</p>', '<p onclick="a">'),
    "lists that would become one": ("basic", "<ul>\n<li>a</li>\n</ul>\n\n<ul>\n<li>b</li>\n</ul>", "</ul>\n\n<ul>"),
    "nothing in it": ("basic", "<p>a <em></em></p>", "<em></"),
    "link in a link": (
        "full", '<p><a href="https://a.fi/">x <em>y <a href="https://b.fi/">z</a></em></a></p>', '<a href="https://a.fi/">',
    ),
    "break": ("restricted", "<p>a<br>b</p>", "<br>"),
    "line end": ("restricted", "<p>a\nb</p>", "<p>a\nb</p>"),
    "quotation in an item": (
        "restricted", "<ul>\n<li>a\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>", "<blockquote>",
    ),
    "attributes of a list in an item": (
        "restricted", '<ul>\n<li>a\n<ul lang="sv">\n<li>b</li>\n</ul>\n</li>\n</ul>', '<ul lang="sv">',
    ),
    "a start of a list in an item": (
        "restricted", '<ul>\n<li>a\n<ol start="3">\n<li>b</li>\n</ol>\n</li>\n</ul>', '<ol start="3">',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("profile", "html", "place"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named(profile: str, html: str, place: str) -> None:
    assert place in fault(profile, html)


FIT = {
    "list in a list": "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>",
    "quotation": "<blockquote>\n<p>a</p>\n\n<p>b</p>\n</blockquote>",
    "links in a row": '<p><a href="https://a.fi/">x <em>y</em></a> <a href="https://b.fi/">z</a></p>',
    "two paragraphs": "<p>a</p>\n\n<p>b <em>c</em></p>",
    "numbers from three": '<ol start="3">\n<li>a</li>\n</ol>',
}


@pytest.mark.parametrize("html", FIT.values(), ids=FIT)
def test_what_lives_passes(html: str) -> None:
    assert fault("restricted", html) == fault("basic", html) == fault("full", html) == ""


@pytest.mark.parametrize("is_declared", [False, True])
def test_a_block_that_its_format_would_change_is_left_out_or_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], is_declared: bool
) -> None:
    """A document's own block is left out with a warning; one that somebody asked for stops the build."""
    monkeypatch.setattr(Writer, "line", lambda *_: '<b class="x">y</b>')
    content = write(plain_site(tmp_path / "content"), {"news/a.fi.md": news("A", "Teksti.")})
    if is_declared:
        write(content, {"blocks.yaml": "blocks:\n  esittely: {kind: project, project: hanke}\n"})
    assert build(options(tmp_path)) == int(is_declared)
    out = capsys.readouterr().out
    assert "a.fi.md:2:1: warning BLK001 [cannot-carry]" in out
    assert ("BLK010 [changed-by-format]" in out) is is_declared
    assert (tmp_path / "output" / "index.html").exists() is not is_declared
    assert not (tmp_path / "output" / "blocks" / "a" / "fi.basic.html").exists()
