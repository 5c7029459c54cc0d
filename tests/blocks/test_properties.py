"""What holds for a block of any tree at all."""

import itertools
import re
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.blocks.allowlist import permitted
from plugins.blocks.composition import compose
from plugins.blocks.identity import identity, source_paragraph
from plugins.blocks.outline import outlined
from plugins.blocks.profiles import PROFILES
from plugins.blocks.serialisation import serialised
from plugins.blocks.version import version_of
from plugins.blocks.views import BlockView
from plugins.cms.reading import comparable, tree_of
from plugins.cms.simulation import simulated
from plugins.cms.survival import changes
from plugins.cms.text_format import known_format
from plugins.core.markup.tree import Element, Tree, elements
from tests.blocks.fragments import a_view, normal, parsed, rendered
from tests.blocks.trees import TREES


def final_tree(view: BlockView, tree: Tree) -> Tree | None:
    """Give the tree that is written, as the renderer makes it; None when the profile cannot carry it."""
    profile = PROFILES[view.profile]
    shaped = profile.shape(compose(view, tree), view)
    outline, too_deep = outlined(shaped.nodes, view.level)
    if shaped.uncarried or too_deep:
        return None
    version = version_of(permitted((*outline, source_paragraph(view)), profile.allowed))
    source = source_paragraph(view, identity(view, version))
    return permitted(profile.around((*outline, source), view), profile.allowed)


PROFILE = st.sampled_from(sorted(PROFILES))
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(TREES, PROFILE)
def test_block_read_back_is_what_was_written_and_the_filter_takes_nothing(tree: Tree, profile: str) -> None:
    view = a_view(profile=profile)
    written = final_tree(view, tree)
    data = rendered(tree, profile=profile).data
    if written is None or data is None:
        return
    read = parsed(data.decode())
    assert normal(read) == normal(written)
    assert version_of(read) in data.decode()


@quick
@given(TREES, PROFILE)
def test_its_text_format_leaves_a_block_as_it_is(tree: Tree, profile: str) -> None:
    made = rendered(tree, profile=profile)
    assert "BLK010" not in [one.code for one in made.diagnostics]
    if made.data is None:
        return
    text = made.data.decode()
    left = simulated(text, known_format(profile))
    assert comparable(tree_of(left)) == comparable(tree_of(text))


@quick
@given(TREES, st.sampled_from(["basic", "restricted"]))
def test_a_block_that_is_said_to_survive_survives(tree: Tree, profile: str) -> None:
    """Of any tree, also one that no serialiser of ours makes: what the cheap question lets pass, the model does too."""
    data = serialised(_blocks_of(tree))
    read = tree_of(data.decode())
    if serialised(read) == data and not changes(profile, read, data):
        left = simulated(data.decode(), known_format(profile))
        assert comparable(tree_of(left)) == comparable(read)


def _blocks_of(tree: Tree) -> Tree:
    return tuple(node if isinstance(node, Element) else Element("p", (), (node.strip() or "x",)) for node in tree)


@quick
@given(TREES, PROFILE)
def test_no_script_no_empty_element_no_list_beside_its_like(tree: Tree, profile: str) -> None:
    data = rendered(tree, profile=profile).data
    if data is None:
        return
    text = data.decode()
    read = parsed(text)
    for element in elements(read):
        assert element.tag not in {"script", "style", "iframe", "form", "!comment"}
        assert not any(name.startswith("on") or name == "style" for name, _ in element.attributes)
        assert re.match(r"https?:|mailto:|tel:|#kaiku-", element.get("href") or "https:")
        assert element.tag in {"br", "img", "hr"} or element.children, text
        _no_lists_side_by_side(element.children)
    _no_lists_side_by_side(read)
    assert unicodedata.is_normalized("NFC", text)


def _no_lists_side_by_side(nodes: Tree) -> None:
    tags = [node.tag for node in nodes if isinstance(node, Element)]
    solid = [node if isinstance(node, str) else node.tag for node in nodes if not isinstance(node, str) or node.strip()]
    for first, second in itertools.pairwise(solid):
        assert not (first == second and first in {"ul", "ol", "dl"} and first in tags)


@quick
@given(TREES, PROFILE)
def test_headings_begin_at_the_base_and_never_jump(tree: Tree, profile: str) -> None:
    data = rendered(tree, profile=profile).data
    if data is None:
        return
    levels = [int(element.tag[1]) for element in elements(parsed(data.decode())) if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert min(levels[1:], default=3) >= 3


@quick
@given(TREES, PROFILE)
def test_ids_are_unique_and_of_the_block_and_links_within_find_them(tree: Tree, profile: str) -> None:
    data = rendered(tree, profile=profile).data
    if data is None:
        return
    found = list(elements(parsed(data.decode())))
    ids = [identifier for element in found if (identifier := element.get("id"))]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("kaiku-uutinen-fi(-[a-z0-9-]+)?", identifier) for identifier in ids)
    local = [href[1:] for element in found if (href := element.get("href") or "").startswith("#")]
    assert set(local) <= set(ids)


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
    if data is None:
        return
    assert _letters(tree) in _letters(parsed(data.decode()))


def _letters(nodes: Tree) -> str:
    parts = (node if isinstance(node, str) else _letters(node.children) for node in nodes)
    return re.sub(r"[^abcäöå]", "", "".join(parts))
