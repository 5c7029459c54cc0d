"""The frame of a desk's page in the preview: plain HTML that needs no theme, in light and dark."""

from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Node

_STYLE = (
    "body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;overflow-wrap:anywhere}"
    "form{margin:.5rem 0}h3{font-size:1rem;margin:1rem 0 0}ul{margin:.3rem 0}table{border-collapse:collapse}"
    "pre{white-space:pre-wrap}th,td{border-bottom:1px solid #767676;padding:.3rem .8rem;text-align:left}"
    "ins{background:#d9f2d9}del{background:#f8dcdc}"
    ":root{color-scheme:light dark}button,select,input{font:inherit;min-height:2.75rem;max-width:100%}"
    "button{padding:0 1rem}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#9cf}ins{background:#143d14}"
    "del{background:#5a1c1c}}"
)


def desk_page(title: str, language: str, *children: Node) -> bytes:
    """Write a page with a title, which is its heading too, and what stands below it."""
    head = element(
        "head",
        Element("meta", (("charset", "utf-8"),)),
        Element("meta", (("name", "viewport"), ("content", "width=device-width"))),
        element("title", title),
        element("style", _STYLE),
    )
    main = element("main", element("h1", title), *children)
    html = Element("html", (("lang", language),), (head, element("body", main)))
    return f"<!doctype html>\n{to_html([html])}\n".encode()


def desk_form(address: str, button: str, fields: dict[str, str], label: str = "") -> Element:
    """Write a form of hidden fields with one button, which may have a longer name for those who only hear it."""
    hidden = (Element("input", (("type", "hidden"), ("name", name), ("value", text))) for name, text in fields.items())
    named = (("aria-label", label),) if label else ()
    pressed = Element("button", (("type", "submit"), *named), (button,))
    return Element("form", (("method", "post"), ("action", address)), (*hidden, pressed))


def element(tag: str, *children: Node) -> Element:
    """Make an element without attributes."""
    return Element(tag, (), children)
