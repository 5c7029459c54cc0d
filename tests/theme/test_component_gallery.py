"""The gallery of components is a page with every example."""

from pathlib import Path

import html5lib

from plugins.theming.component_gallery import gallery_page, write_gallery
from plugins.theming.components import components
from plugins.theming.templates import PageTemplates
from tests.theme.site import THEME


def test_every_example_is_shown() -> None:
    page = gallery_page(PageTemplates(THEME, ("fi", "sv", "en"), {}), THEME)
    for component in components(THEME):
        assert f'<h2 id="{component.name}">' in page
        for example in component.examples:
            assert f"<h3>{example.name} ({example.language})</h3>" in page
    html5lib.parse(page)


def test_the_page_lies_beside_its_stylesheet(tmp_path: Path) -> None:
    assert write_gallery(tmp_path / "cache", THEME, "fi") == 0
    folder = tmp_path / "cache" / "components"
    assert len(list(folder.glob("theme/kaiku.*.css"))) == 1
    assert (folder / "index.html").read_text("utf-8").startswith("<!doctype html>")
