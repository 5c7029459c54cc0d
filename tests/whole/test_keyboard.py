"""Whole pages by keyboard alone: in the order of reading, always seen, never caught."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.whole.served import Site

WIDTHS = (320, 1280)
FOCUSABLE = """[...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')]
    .filter(one => one.checkVisibility())
    .filter(one => one.type !== 'radio' || one.checked)"""
WATCHED = f"""() => {{
    const all = {FOCUSABLE}
    all.forEach((one, place) => {{ one.place = place }})
    window.states = []
    window.note = () => {{
        const one = document.activeElement, box = one.getClientRects()[0], style = getComputedStyle(one)
        const x = Math.max(box.left + 1, Math.min(box.left + 4, innerWidth - 1))
        const over = document.elementFromPoint(x, Math.min(Math.max(box.top + 4, 1), innerHeight - 1))
        states.push({{
            place: one.place,
            text: one.textContent.trim().slice(0, 40),
            outlined: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2,
            seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            covered: over !== null && !one.contains(over) && !over.contains(one),
        }})
    }}
    addEventListener('keydown', () => {{ if (document.activeElement !== document.body) note() }})
    return all.length
}}"""
"""Numbers what can have the focus, and notes of each how it stands when the next key is pressed."""


def faults(browser: Browser, pages: list[tuple[Site, str]], width: int) -> list[Any]:
    """Press Tab as often as a page has something to reach; name where it goes astray, or is not seen there."""
    found: list[Any] = []
    page = browser.new_page(viewport={"width": width, "height": 640})
    for site, path in pages:
        page.goto(site.served + path)
        count = page.evaluate(WATCHED)
        for _ in range(count):
            page.keyboard.press("Tab")
        states = page.evaluate("() => { note(); return states }")
        assert len(states) == count, path
        for place, state in enumerate(states):
            if (state["place"], state["outlined"], state["seen"], state["covered"]) != (place, True, True, False):
                found.append((path, width, place, state))
                break
    page.close()
    return found


def of_readers(pages: list[tuple[Site, str]]) -> list[tuple[Site, str]]:
    return [(site, path) for site, path in pages if "blocks/" not in path]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_goes_through_a_page_in_the_order_of_reading(
    pages: list[tuple[Site, str]], browser: Browser, width: int
) -> None:
    """Tab reaches everything once, each is outlined, on the screen at once, and nothing lies over it.

    One half of the sample is tried on a phone, the other on a desk; long runs try each on both.
    """
    assert faults(browser, of_readers(pages)[WIDTHS.index(width) :: 2], width) == []


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_goes_through_every_page_of_the_sample(
    pages: list[tuple[Site, str]], browser: Browser, width: int
) -> None:
    assert faults(browser, of_readers(pages), width) == []
