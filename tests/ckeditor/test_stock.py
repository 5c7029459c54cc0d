"""A stock of 300 random nested documents, always the same, through the real CKEditor: nothing of them is lost."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from plugins.core.markup.tree import Tree
from tests.blocks.fragments import a_view, rendered
from tests.blocks.trees import SIMPLE_TREES, TREES
from tests.ckeditor.serving import open_editor, runs, scanned, shown, through_clipboard, through_source_view

URL = a_view().url
STOCK = st.one_of(SIMPLE_TREES, TREES)
stocked = settings(max_examples=300, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", params=["basic", "full"])
def editor_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[str, Page]]:
    with open_editor(browser, request.param) as page:
        yield request.param, page


@pytest.mark.long
@seed(20310514)
@stocked
@given(STOCK)
def test_source_view(editor_page: tuple[str, Page], tree: Tree) -> None:
    kept(editor_page, tree, through_source_view)


@pytest.mark.long
@seed(20310515)
@stocked
@given(STOCK)
def test_copy_button(editor_page: tuple[str, Page], tree: Tree) -> None:
    kept(editor_page, tree, through_clipboard)


def kept(editor_page: tuple[str, Page], tree: Tree, way: object) -> None:
    """Hold what readers get against the block: the same in the usual format, nothing lost in the full one."""
    profile, page = editor_page
    data = rendered(tree, profile=profile).data
    if not data:
        return
    made = data.decode()
    left = shown(way(page, made), profile)  # type: ignore[operator]
    if profile == "basic":
        assert runs(left) == runs(made)
    assert scanned(left, made, profile, URL) == ["current"]
