"""What is done once for every profile comes to the same, byte for byte, as what is done for each."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.blocks import plain_block, rendering
from plugins.blocks.allowlist import permitted
from plugins.blocks.composition import compose
from plugins.blocks.outline import outlined
from plugins.blocks.piece import Piece, text_of
from plugins.blocks.pieces import Pieces
from plugins.blocks.profiles import PROFILES
from plugins.blocks.rendering import BlockRenderings, renderings
from plugins.blocks.serialisation import html_of, serialised
from plugins.blocks.sheet import Sheet, start_tag
from plugins.blocks.version import version_of
from plugins.cms.survival import changes, is_left_alone
from plugins.cms.text_format import NAMES, known_format
from plugins.core.markup.links import Link
from plugins.core.markup.text import plain_text
from plugins.core.markup.tree import Element, Tree
from plugins.engine.command import build
from plugins.quality.inspection import inspect
from tests.blocks.fragments import Given, a_view, parsed
from tests.blocks.test_nasty import NASTY, nasty_site
from tests.blocks.trees import SIMPLE_TREES, TREES
from tests.sites import files_of, options

quick = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


TITLES = (
    "Otsikko",
    "A & B",
    "“Uusi”",
    "5\u00a0% – <b>",
    "e\u0301",
    "\u0301x",
    "kaksi  väliä",
    "#kaiku=uutinen;l=fi;p=basic;v=",
)


@contextmanager
def the_general_way() -> Iterator[None]:
    """Let nothing be a piece."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pieces, "of", lambda _self, _element: None)
        patch.setattr(Pieces, "titled", lambda _self, heading: heading)
        patch.setattr(rendering, "plain_block", lambda _view, _profiles, _tree: None)
        yield


def made(tree: Tree, title: str) -> BlockRenderings:
    """Give a block in every profile."""
    links = (Link("doc:news/a.fi.md", "https://example.org/hankkeet/uutiset/a/", "sv", "(ruotsiksi)"),)
    return renderings(a_view(links=links, title=title), tuple(PROFILES), Given(tree))


@quick
@given(st.one_of(SIMPLE_TREES, TREES), st.sampled_from(TITLES))
def test_both_ways_come_to_the_same(tree: Tree, title: str) -> None:
    quickly = made(tree, title).by_profile
    with the_general_way():
        assert made(tree, title).by_profile == quickly


@quick
@given(SIMPLE_TREES, st.sampled_from(TITLES))
def test_a_plain_block_is_written_as_any_other(tree: Tree, title: str) -> None:
    quickly = made(tree, title)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "plain_block", lambda _view, _profiles, _tree: None)
        assert made(tree, title).by_profile == quickly.by_profile


@quick
@given(SIMPLE_TREES, st.sampled_from(TITLES))
def test_what_is_found_in_one_of_files_that_are_alike_is_found_in_each(tree: Tree, title: str) -> None:
    block = made(tree, title)
    found = {inspect("https://example.org/", "a/fi.html", one.data) for one in block.by_profile.values() if one.data}
    assert len(found) <= 1 or not block.are_alike
    assert not any(one.diagnostics for one in found)


def pieces_of(tree: Tree, profile: str) -> tuple[Piece, ...]:
    view = a_view(profile=profile)
    shaped, _ = outlined(PROFILES[profile].shape(compose(view, tree), view).nodes, 2)
    return tuple(node for node in shaped if isinstance(node, Piece))


@quick
@given(SIMPLE_TREES, st.sampled_from(sorted(PROFILES)))
def test_every_gate_lets_a_piece_pass_as_it_would_its_element(tree: Tree, profile: str) -> None:
    pieces = pieces_of(tree, profile)
    plain = tuple(Element(*piece) for piece in pieces)
    assert permitted(plain, PROFILES[profile].allowed) == plain
    assert serialised(plain) == serialised(pieces)
    assert version_of(plain) == version_of(pieces)
    assert text_of(pieces) == plain_text(plain)
    for piece, element in zip(pieces, plain, strict=True):
        html = f"{start_tag(profile, piece)}{piece.content.html}</{piece.tag}>"
        assert html_of(element) == html_of(piece) == html
        assert is_left_alone(profile, element, html)
        assert not changes(profile, (element,), f"{html}\n".encode())


def test_whoever_gives_a_piece_an_attribute_that_a_gate_takes_is_found_out() -> None:
    """A start tag is judged like any other, by the allow-list and by the text format."""
    (title,) = pieces_of((), "basic")
    assert start_tag("basic", title) == '<h2 id="kaiku-uutinen-fi" lang="fi">'
    assert start_tag("basic", title.named("h2", (("id", "a:b"), ("lang", "fi")))) == ""
    assert start_tag("basic", title.named("h2", (("class", "x"),))) == ""
    assert start_tag("restricted", title.named("p", (("lang", "fi"),))) == ""
    assert start_tag("basic", title.named("section", ())) == ""


@pytest.fixture
def asked_anew() -> Iterator[None]:
    """Let the start tags of plain blocks be asked for anew, in a test and after it."""
    _ask_anew()
    yield
    _ask_anew()


def _ask_anew() -> None:
    plain_block._starts.cache_clear()
    plain_block._source_start.cache_clear()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.parametrize("refused", [("basic", "ul"), ("restricted", "p"), ("full", "h3"), None])
def test_a_plain_block_has_no_start_tag_that_a_gate_takes(
    refused: tuple[str, str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one profile would not let a piece pass, the block goes through all of its gates."""

    def judged(profile: str, piece: Piece) -> str:
        return "" if refused == (profile, piece.tag) else start_tag(profile, piece)

    monkeypatch.setattr(plain_block, "start_tag", judged)
    view = a_view()
    tree = parsed("<h2>Otsikko</h2><p>Teksti</p><ul><li>Kohta</li></ul>")
    assert (plain_block.plain_block(view, PROFILES, tree) is None) == (refused is not None)


def test_two_lists_side_by_side_are_asked_about() -> None:
    _title, numbered = pieces_of(parsed("<ol><li>a</li></ol>"), "basic")
    sheet = Sheet("basic")
    sheet.add(numbered)
    assert not sheet.change(sheet.written(()))
    sheet.add(numbered)
    assert sheet.change(sheet.written(()))


SIMPLE = {
    "<p>Teksti</p>": True,
    "<p>Kirjaston <em>uusi</em> <a href='https://example.org/'>sivu <code>x</code></a>.</p>": True,
    "<p>rivi\nvaihtuu</p>": True,
    "<h2 id='a'>Otsikko</h2>": True,
    "<ul><li>a</li>\n<li><p>b</p></li></ul>": True,
    "<ol><li>a</li></ol>": True,
    "<p lang='sv'>Text</p>": False,
    "<p><em lang='sv'>Text</em></p>": False,
    "<p>rivi<br>toinen</p>": False,
    "<p><sub>2</sub></p>": False,
    "<p> väli</p>": False,
    "<p><a href='#a'>tässä</a></p>": False,
    "<p><a href='doc:news/a.fi.md'>sidottu</a></p>": False,
    "<ol start='3'><li>a</li></ol>": False,
    "<ul><li>a<ul><li>b</li></ul></li></ul>": False,
    "<ul><li><p>a</p><p>b</p></li></ul>": False,
    "<table><tr><td>a</td></tr></table>": False,
    "<script>a</script>": False,
}


@pytest.mark.parametrize("html", SIMPLE)
def test_which_elements_are_pieces(html: str) -> None:
    _title, *rest = pieces_of(parsed(html), "basic")
    assert bool(rest) == SIMPLE[html]


@pytest.mark.parametrize("html", SIMPLE)
def test_which_blocks_are_plain(html: str) -> None:
    around = f"<p>Alku &amp; ”loppu”</p>{html}"
    assert (plain_block.plain_block(a_view(), PROFILES, parsed(around)) is not None) == SIMPLE[html]


def test_what_a_text_format_does_not_keep_is_in_no_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """The gates themselves say what passes."""
    from plugins.blocks import pieces

    poorer = {name: known_format(name) for name in NAMES}
    basic = poorer["basic"]
    assert basic.allowed is not None
    poorer["basic"] = replace(basic, allowed={tag: names for tag, names in basic.allowed.items() if tag != "code"})
    monkeypatch.setattr(pieces, "known_format", poorer.__getitem__)
    assert "code" in pieces.passage().elements
    assert "code" not in pieces.passage.__wrapped__().elements


def test_odd_documents_come_to_the_same(tmp_path: Path) -> None:
    made: list[dict[str, bytes]] = []
    for way in (nullcontext, the_general_way):
        folder = tmp_path / way.__name__
        nasty_site(folder / "content")
        with way():
            assert build(options(folder)) == 0
        made.append({path: data for path, data in files_of(folder / "output").items() if path.startswith("blocks/")})
    assert made[0] == made[1]
    assert len(made[0]) > 3 * len(NASTY)
