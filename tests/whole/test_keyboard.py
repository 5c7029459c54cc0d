"""Whole pages by keyboard alone: in the order of reading, always seen, never caught."""

from playwright.sync_api import Browser

from tests.whole.served import Site

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


def test_the_keyboard_goes_through_a_page_in_the_order_of_reading(site: Site, browser: Browser) -> None:
    """Tab reaches everything once, each is outlined, on the screen at once, and nothing lies over it."""
    faults = []
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 640})
        for path in [one for one in site.sample if "blocks/" not in one]:
            page.goto(site.url + path)
            count = page.evaluate(WATCHED)
            for _ in range(count):
                page.keyboard.press("Tab")
            states = page.evaluate("() => { note(); return states }")
            assert len(states) == count, path
            for place, state in enumerate(states):
                if (state["place"], state["outlined"], state["seen"], state["covered"]) != (place, True, True, False):
                    faults.append((path, width, place, state))
                    break
        page.close()
    assert faults == []
