"""Kinds of content that editors and filters spoil, each through the real CKEditor and the model of its text format.

Each was seen lost, moved or merged when it was handed to the editor as it is in a document.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.cms.simulation import simulated
from plugins.cms.text_format import known_format
from tests.blocks.fragments import a_view, block
from tests.ckeditor.serving import open_editor, runs, scanned, shown, through_clipboard, through_source_view

KINDS: dict[str, str] = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))
URL = a_view().url


@pytest.fixture(scope="module")
def basic(browser: Browser) -> Iterator[Page]:
    with open_editor(browser, "basic") as page:
        yield page


@pytest.fixture(scope="module")
def full(browser: Browser) -> Iterator[Page]:
    with open_editor(browser, "full") as page:
        yield page


@pytest.mark.parametrize("kind", KINDS)
def test_the_usual_editor_leaves_a_block_as_it_is(basic: Page, kind: str) -> None:
    made = block(KINDS[kind], profile="basic")
    left = shown(through_source_view(basic, made), "basic")
    assert runs(left) == runs(made)
    assert scanned(left, made, "basic", URL) == ["current"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_copied_block_is_current(basic: Page, kind: str) -> None:
    made = block(KINDS[kind], profile="basic")
    left = shown(through_clipboard(basic, made), "basic")
    assert runs(left) == runs(made)
    assert scanned(left, made, "basic", URL) == ["current"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_editor_of_full_html_loses_nothing(full: Page, kind: str) -> None:
    made = block(KINDS[kind], profile="full")
    for saved in (through_source_view(full, made), through_clipboard(full, made)):
        assert scanned(shown(saved, "full"), made, "full", URL) == ["current"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_format_without_an_editor_leaves_a_block_as_it_is(kind: str) -> None:
    made = block(KINDS[kind], profile="restricted")
    left = simulated(made, known_format("restricted"))
    assert runs(left) == runs(made)
    assert scanned(left, made, "restricted", URL) == ["current"]
