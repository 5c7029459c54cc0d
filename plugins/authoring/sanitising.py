"""Sanitising: HTML of any origin to HTML of the allow-list, and a note of everything that was taken out."""

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import nh3

from plugins.authoring.allowlist import ATTRIBUTES, DROPPED_WITH_CONTENT, EVERYWHERE, SCHEMES, TAGS, allowed_attributes

_SUSPECT = re.compile(r"<[a-zA-Z/!?]|\{[^}\n]*=|\]\(\s*<?\s*(?!https?://|mailto:|tel:)[^)\s]*:|&#|\]:")
"""Sources without any of this can hold nothing that the sanitiser would take out."""

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]*):")

_ADDRESSES = frozenset({"href", "src", "cite"})

_ATTRIBUTES = {"*": set(EVERYWHERE), **{tag: set(names) for tag, names in ATTRIBUTES.items()}}


def sanitise(html: str) -> str:
    """Keep what the allow-list names; scripts, styles and embedded things go with their text.

    By nh3, which parses as browsers do (HTML Living Standard).
    """
    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes=_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def keep_allowed(root: Element) -> list[str]:
    """Take from elements that Markdown made the attributes that are not allowed; name them, in order."""
    found: list[str] = []
    for element in root.iter():
        if not element.attrib:
            continue
        allowed = allowed_attributes(element.tag)
        for name, value in list(element.attrib.items()):
            if name not in allowed:
                found.append(name)
            elif name not in _ADDRESSES or (scheme := _forbidden_scheme(value)) is None:
                continue
            else:
                found.append(f"{scheme}:")
            del element.attrib[name]
    return found


def taken_out(source: str, html: str) -> list[str]:
    """Name what sanitising takes out of a converted body, in order: `<script>`, `onclick`, `javascript:`.

    `source` is the Markdown: most sources hold nothing that could be taken out, and are not looked at twice.
    """
    if not _SUSPECT.search(source):
        return []
    finder = _Finder()
    finder.feed(html)
    finder.close()
    return finder.found


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
            return
        for name, value in attrs:
            if name not in allowed_attributes(tag):
                self.found.append(name)
            elif name in _ADDRESSES and (scheme := _forbidden_scheme(value or "")):
                self.found.append(f"{scheme}:")


def _forbidden_scheme(value: str) -> str | None:
    cleaned = "".join(character for character in value if character.isprintable() and not character.isspace())
    match = _SCHEME.match(cleaned)
    return match[1].lower() if match and match[1].lower() not in SCHEMES else None
