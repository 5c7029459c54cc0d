"""Real content and random documents on pages of seven shapes: the scan says of all of it that it is current."""

from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.blocks.profiles import PROFILES
from plugins.cms.simulation import simulated
from plugins.cms.text_format import known_format
from plugins.core.block_contract import BlockIdentity, stamps_in
from plugins.core.markup.tree import Tree
from plugins.engine import command
from plugins.scanning.findings import Page, findings
from plugins.scanning.known_blocks import KnownBlock, KnownBlocks, known_blocks
from tests.blocks.fragments import a_view, rendered, text_of
from tests.blocks.test_nasty import nasty_site
from tests.blocks.trees import TREES
from tests.laws import law
from tests.scanning.page_shapes import SHAPES
from tests.sites import options

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=["real", "nasty"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the output of this repository's content, or of documents that are hard."""
    folder = tmp_path_factory.mktemp(request.param)
    content = ROOT / "content" if request.param == "real" else nasty_site(folder / "content")
    assert command.build(options(folder, content=content)) == 0
    return folder / "output"


@pytest.fixture(scope="module")
def known(built: Path) -> KnownBlocks:
    """Give what the scan knows of its blocks."""
    found = known_blocks(built / "blocks" / "manifest.json")
    assert len(found) > 20
    return found


def test_every_block_is_current(known: KnownBlocks) -> None:
    """Each on a page of one shape, so that there are blocks of every site on pages of every shape."""
    for identity, shape in zip(known, cycle(SHAPES)):
        check(known, identity, shape)


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES)
def test_every_block_is_current_on_a_page_of_any_shape(known: KnownBlocks, shape: str) -> None:
    for identity in known:
        check(known, identity, shape)


def check(known: KnownBlocks, identity: BlockIdentity, shape: str) -> None:
    """Put a block on a page, and look what the scan finds there."""
    shown = simulated(known[identity].html, known_format(identity.profile))
    found = findings(Page("https://cms.example/sivu", SHAPES[shape](shown)), known)
    said = [(str(one.state), one.block, one.reasons) for one in found]
    assert said == [("current", identity.block, ())], (identity, shape)


@law(150, 5_000)
@given(TREES, st.sampled_from(sorted(PROFILES)), st.sampled_from(sorted(SHAPES)))
def test_a_block_of_any_tree_is_current(tree: Tree, profile: str, shape: str) -> None:
    data = rendered(tree, profile=profile).data
    if not data:
        return
    html = data.decode()
    shown = simulated(html, known_format(profile))
    found = findings(Page("https://cms.example/sivu", SHAPES[shape](shown)), known_as(html, profile))
    assert [(str(one.state), one.reasons) for one in found] == [("current", ())]


def known_as(html: str, profile: str) -> KnownBlocks:
    """Give what the scan knows when this is a block's present fragment."""
    (stamp,) = stamps_in(html)[-1:]
    known = KnownBlock(
        "uutinen", "fi", profile, "Otsikko", a_view().url, stamp.v, "2031-05-14", (), html, text_of(html)
    )
    return {BlockIdentity("uutinen", "fi", profile): known}
