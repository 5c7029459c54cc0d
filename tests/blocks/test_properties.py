"""What holds for a block of any tree at all."""

import itertools
import re
import unicodedata
from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.blocks.allowlist import permitted
from plugins.blocks.composition import compose
from plugins.blocks.identity import identified, source_paragraph
from plugins.blocks.outline import outlined
from plugins.blocks.profiles import PROFILES
from plugins.blocks.version import version_of
from plugins.blocks.views import BlockView
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Node, Tree, elements
from tests.blocks.fragments import a_view, normal, parsed, rendered
from tests.blocks.trees import TREES

FILTERS = {
    "basic": "h2@id@lang h3@id@lang h4@id@lang h5@id@lang h6@id@lang p@lang br ul@lang ol@lang@start li@lang "
    "dl@lang dt@lang dd@lang blockquote@lang strong@lang em@lang code@lang cite@lang a@lang@href@hreflang",
    "restricted": "h2@id@lang h3@id@lang h4@id@lang h5@id@lang h6@id@lang ul@lang ol@lang@start li@lang "
    "dl@lang dt@lang dd@lang blockquote@lang strong@lang em@lang code@lang cite@lang a@lang@href@hreflang",
}
"""The allowed elements and attributes of each text format of the CMS, as its settings write them."""


def filtered(nodes: Iterable[Node], format_: str) -> Tree:
    """Do what the filter of a text format does: unknown tags go and leave their content, unknown attributes go."""
    allowed = {tag: set(names) for tag, *names in (entry.split("@") for entry in FILTERS[format_].split())}
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
        elif node.tag in allowed:
            kept = tuple((name, value) for name, value in node.attributes if name in allowed[node.tag])
            result.append(Element(node.tag, kept, filtered(node.children, format_)))
        else:
            result += filtered(node.children, format_)
    return tuple(result)


def with_paragraphs(text: str) -> str:
    """Make paragraphs of blank lines and breaks of line ends, as the filter of the format without an editor does."""
    block = "(?:table|dl|dd|dt|ul|ol|li|pre|blockquote|p|h[1-6]|hr)"
    text = text.rstrip("\n") + "\n\n"
    text = re.sub(rf"(<{block}[^>]*>)", r"\n\1", text)
    text = re.sub(rf"(</{block}>)", r"\1\n\n", text)
    text = re.sub(r"\n\n+", "\n\n", text)
    text = re.sub(r"^\n|\n\s*\n$", "", text)
    text = "<p>" + re.sub(r"\n\s*\n\n?(.)", r"</p>\n<p>\1", text) + "</p>\n"
    text = re.sub(r"<p>(<li.+?)</p>", r"\1", text)
    text = re.sub(r"<p><blockquote([^>]*)>", r"<blockquote\1><p>", text)
    text = text.replace("</blockquote></p>", "</p></blockquote>")
    text = re.sub(r"<p>\s*</p>\n?", "", text)
    text = re.sub(rf"<p>\s*(</?{block}[^>]*>)", r"\1", text)
    text = re.sub(rf"(</?{block}[^>]*>)\s*</p>", r"\1", text)
    text = re.sub(r"(?<!<br />)\s*\n", "<br />\n", text)
    text = re.sub(rf"(</?{block}[^>]*>)\s*<br />", r"\1", text)
    text = re.sub(r"<br />(\s*</?(?:p|li|div|th|pre|td|ul|ol)[^>]*>)", r"\1", text)
    return re.sub(r"(?<=<p>)\n|\n(?=</p>)", "", text)


def final_tree(view: BlockView, tree: Tree) -> Tree | None:
    """Give the tree that is written, as the renderer makes it; None when the profile cannot carry it."""
    profile = PROFILES[view.profile]
    shaped = profile.shape(compose(view, tree), view)
    outline, too_deep = outlined(shaped.nodes, view.level)
    if shaped.uncarried or too_deep:
        return None
    nodes = permitted(profile.around((*outline, source_paragraph(view)), view), profile.allowed)
    return identified(nodes, view, version_of(nodes))


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
    if profile == "basic":
        assert normal(filtered(read, profile)) == normal(read)
    if profile == "restricted":
        kept = to_html(filtered(read, profile))
        assert normal(parsed(with_paragraphs(kept))) == normal(read)
    assert version_of(read) in data.decode()


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
