"""What holds for a block of any tree at all."""

import itertools
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.blocks.body import block_body
from plugins.blocks.gate import fault
from plugins.blocks.profiles import PROFILES
from plugins.blocks.profiles.basic import BASIC
from plugins.blocks.writer import written
from plugins.cms.reading import comparable, tree_of
from plugins.cms.simulation import simulated
from plugins.cms.text_format import known_format
from plugins.core.block_contract import letters, version
from plugins.core.markup.normal_form import normal_form
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Tree, elements
from tests.blocks.fragments import a_view, normal, parsed, rendered
from tests.blocks.trees import TREES
from tests.laws import law

PROFILE = st.sampled_from(sorted(PROFILES))
quick = law(150, 5_000)


@law(400, 5_000)
@given(TREES, PROFILE)
def test_a_block_of_any_tree_keeps_every_law(tree: Tree, profile: str) -> None:
    """It is written and read once for all of them."""
    made = rendered(tree, profile=profile, declared=True)
    assert "BLK010" not in [one.code for one in made.diagnostics]
    if not made.data:
        return
    html = made.data.decode()
    read = parsed(html)
    its_version_is_found_in_what_a_browser_reads(html, read)
    its_text_format_leaves_it_as_it_is(html, profile)
    no_script_no_empty_element_no_list_beside_its_like(html, read)
    no_mark_within_its_like(read)
    headings_begin_at_the_base_and_never_jump(read)
    ids_are_unique_and_of_the_block_and_no_link_is_within(read)


def its_version_is_found_in_what_a_browser_reads(html: str, read: Tree) -> None:
    assert normal(parsed(to_html(read))) == normal(read)
    assert version(_letters_of(read), tuple(href for one in elements(read) if (href := one.get("href")))) in html


def its_text_format_leaves_it_as_it_is(html: str, profile: str) -> None:
    left = simulated(html, known_format(profile))
    assert comparable(tree_of(left)) == comparable(tree_of(html))


def no_script_no_empty_element_no_list_beside_its_like(html: str, read: Tree) -> None:
    for element in elements(read):
        assert element.tag not in {"script", "style", "iframe", "form", "!comment"}
        assert not any(name.startswith("on") or name == "style" for name, _ in element.attributes)
        assert re.match(r"https?:|mailto:|tel:", element.get("href") or "https:")
        assert element.tag in {"br", "img", "hr"} or element.children, html
        _no_lists_side_by_side(element.children)
    _no_lists_side_by_side(read)
    assert unicodedata.is_normalized("NFC", html)


def no_mark_within_its_like(read: Tree) -> None:
    for element in elements(read):
        if element.tag in {"a", "strong", "em", "cite", "span"}:
            assert element.tag not in [one.tag for one in elements(element.children)]


def headings_begin_at_the_base_and_never_jump(read: Tree) -> None:
    levels = [int(element.tag[1]) for element in elements(read) if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert min(levels[1:], default=3) >= 3


def ids_are_unique_and_of_the_block_and_no_link_is_within(read: Tree) -> None:
    found = list(elements(read))
    ids = [identifier for element in found if (identifier := element.get("id"))]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("kaiku-uutinen-fi(-[a-z0-9-]+)?", identifier) for identifier in ids)
    assert not [element for element in found if (element.get("href") or "").startswith("#")]


@quick
@given(TREES)
def test_a_profile_names_all_that_it_writes_otherwise(tree: Tree) -> None:
    """What it does not name is written as basic does: so the same comes out where it writes everything itself."""
    view = a_view(level=1)
    portions = block_body(view, normal_form(tree, view.language)).portions
    everything = frozenset(name for portion in portions for name in portion.names)
    for profile in PROFILES.values():
        by_itself = replace(profile, own=everything)
        assert written(view, portions, [profile], BASIC) == written(view, portions, [by_itself], BASIC)


HTML = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<ul>\n", "</ul>\n\n", "<ol>", "</ol>", "<li>", "</li>\n", "<blockquote>", "</blockquote>",
         "<em>a</em>", "b c", "<br>", "\n\n", "\n", '<a href="https://x.example/">d</a>', "<h3>e</h3>",
         '<ul lang="sv">']
    ),
    max_size=14,
).map("".join)  # fmt: skip


@law(150, 5_000)
@given(HTML)
def test_what_the_gate_lets_through_the_format_leaves_alone(html: str) -> None:
    """Of any HTML, also such as no writer of ours makes, as long as its elements are closed."""
    read = tree_of(html)
    if comparable(tree_of(to_html(read))) == comparable(read) and not fault("restricted", html):
        left = simulated(html, known_format("restricted"))
        assert letters(raw_text(tree_of(left))) == letters(raw_text(read))
        assert "<br" not in left


def _no_lists_side_by_side(nodes: Tree) -> None:
    tags = [node.tag for node in nodes if isinstance(node, Element)]
    solid = [node if isinstance(node, str) else node.tag for node in nodes if not isinstance(node, str) or node.strip()]
    for first, second in itertools.pairwise(solid):
        assert not (first == second and first in {"ul", "ol", "dl"} and first in tags)


WORDS = st.lists(st.text(alphabet="abcäöå", min_size=1, max_size=5), min_size=1, max_size=5)
PLAIN = st.recursive(
    WORDS.map(" ".join),
    lambda nodes: st.builds(
        lambda tag, children: Element(tag, (), tuple(children)),
        st.sampled_from(
            ["p", "ul", "ol", "blockquote", "dl", "strong", "em", "div", "h2", "li", "span", "sub", "mark"]
        ),
        st.lists(nodes, min_size=1, max_size=4),
    ),
    max_leaves=15,
)


@quick
@given(st.lists(PLAIN, max_size=5).map(tuple), PROFILE)
def test_no_letter_is_lost(tree: Tree, profile: str) -> None:
    data = rendered(tree, profile=profile).data
    if not data:
        return
    assert _letters(tree) in _letters(parsed(data.decode()))


def _letters(nodes: Tree) -> str:
    parts = (node if isinstance(node, str) else _letters(node.children) for node in nodes)
    return re.sub(r"[^abcäöå]", "", unicodedata.normalize("NFKC", "".join(parts)))


def _letters_of(nodes: Tree) -> str:
    """The text of a page as a scan reads it, raised and lowered signs as they stand."""
    return "".join(node if isinstance(node, str) else _letters_of(node.children) for node in nodes)
