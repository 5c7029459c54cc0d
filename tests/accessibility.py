"""What axe finds on a page in a browser: the rules of WCAG 2.2 AA, and what is good practice."""

import json
from collections.abc import Iterable
from typing import Literal, TypeAlias

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"
"""Unfolds what is folded, so that it is read too."""
OVERFLOWING = """[...document.querySelectorAll('main *, header *, footer *, nav *')]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1
        && !one.closest('.table-scroll, .block-preview, .unseen'))
    .slice(0, 5).map(one => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 40)}`)"""
"""Tells what is in the way where a page is too wide."""

View: TypeAlias = tuple[int, Literal["light", "dark"]]
"""The width of a window, and the scheme of colours."""


def violations(page: Page, *within: str) -> list[str]:
    """List what axe finds on the page as it stands, or in some elements of it: where, and what is to be done."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    place = json.dumps({"include": [[one] for one in within]}) if within else "document"
    found = page.evaluate(f"axe.run({place}, {json.dumps(OPTIONS)}).then(found => found.violations)")
    return [
        f"{rule['id']}: {node['target']} {node['html']}\n{node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def violations_in(page: Page, views: Iterable[View], *within: str) -> list[str]:
    """List what axe finds in any of the views, and in which the page is too wide."""
    found = []
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [f"{page.url} at {width} px, {scheme}: {one}" for one in violations(page, *within)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{page.url} is wider than {width} px: {page.evaluate(OVERFLOWING)}")
    return found
