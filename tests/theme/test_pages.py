"""Every example page as HTML: valid, well ordered, and without anything that the security policy would stop."""

import json
import re
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from plugins.theming.templates import template_name
from tests.theme.examples import pages
from tests.theme.site import LANGUAGES, NAMES, THEME, rendered

XHTML = "{http://www.w3.org/1999/xhtml}"
HEADING = re.compile(r"h[1-6]")


def parsed(language: str, name: str) -> Element:
    root: Element = html5lib.HTMLParser(strict=True).parse(rendered(language, name))
    return root


def elements(root: Element, tag: str = "") -> list[Element]:
    return [one for one in root.iter(XHTML + tag if tag else None) if not callable(one.tag)]


@pytest.mark.parametrize(("language", "name"), NAMES)
def test_a_page_is_valid_and_well_ordered(language: str, name: str) -> None:
    root = parsed(language, name)
    assert root.get("lang") == language
    levels = [int(one.tag[-1]) for one in elements(root) if HEADING.fullmatch(one.tag.removeprefix(XHTML))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    ids = [one.get("id") for one in elements(root) if one.get("id")]
    assert len(ids) == len(set(ids))
    for reference in (one.get("aria-labelledby") for one in elements(root)):
        assert reference is None or reference in ids
    links = [one.get("href", "") for one in elements(root, "a")]
    assert links[0] == "#_content"
    assert "_content" in ids


@pytest.mark.parametrize(("language", "name"), NAMES)
def test_a_page_holds_nothing_inline(language: str, name: str) -> None:
    root = parsed(language, name)
    assert not elements(root, "style")
    assert not [one for one in elements(root) if one.get("style") or any(key.startswith("on") for key in one.attrib)]
    for script in elements(root, "script"):
        if script.get("src"):
            assert not script.text
            continue
        assert script.get("type") == "application/ld+json"
        json.loads(script.text or "")


@pytest.mark.parametrize(("language", "name"), NAMES)
def test_a_page_names_itself_and_its_languages(language: str, name: str) -> None:
    root, view = parsed(language, name), pages(language)[name]
    head = view.shell.head
    metas = {one.get("name") or one.get("property"): one.get("content") for one in elements(root, "meta")}
    assert metas["og:locale"] == {"fi": "fi_FI", "sv": "sv_FI"}[language]
    assert metas["description"] == head.description
    alternates = [(one.get("hreflang"), one.get("href")) for one in elements(root, "link") if one.get("hreflang")]
    assert alternates == [(one.language, one.href) for one in head.alternates]
    for link in elements(root, "a"):
        assert link.get("lang") is None or link.get("lang") == link.get("hreflang")


def test_where_there_is_no_translation_the_switcher_says_so_in_the_readers_language() -> None:
    assert '<p class="only-in" lang="sv" id="_only-sv">Endast på finska</p>' in rendered("fi", "untranslated")
    assert '<p class="only-in" lang="fi" id="_only-fi">Vain ruotsiksi</p>' in rendered("sv", "untranslated")
    assert "only-in" not in rendered("fi", "news")


def test_what_is_in_another_language_is_marked() -> None:
    page = rendered("fi", "home")
    assert '<a href="#mikrofilm" lang="sv" hreflang="sv">' in page
    assert '<span class="foreign-note">(ruotsiksi)</span>' in page
    assert '<p class="entry-summary" lang="sv">' in page


def test_every_view_has_a_template_and_every_template_a_view() -> None:
    views: set[Any] = {type(view) for language in LANGUAGES for view in pages(language).values()}
    used = {template_name(view.__name__) for view in views}
    there = {path.relative_to(THEME).as_posix() for path in (THEME / "pages").glob("*.html")}
    assert used == there - {"pages/layout.html"}
