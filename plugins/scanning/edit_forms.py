"""Where a page of Drupal is edited: what its pages betray of the node, term or user that they show."""

import json
import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from lxml import etree
from msgspec import Struct

from plugins.core.markup.web_address import canonical

_ENTITY = re.compile(r"(?:node|taxonomy/term|user|media)/[0-9]{1,12}")
_BODY_CLASS = re.compile(r"(?:page-node-|node--?|nodeid-|page-node--)([0-9]{1,12})")
_OF_DRUPAL_7 = re.compile(r'"basePath":"([^"]*)","pathPrefix":"([^"]*)"')


class EditForms(Struct, frozen=True):
    """The edit forms of a page's site: `front` is the address below which paths of the CMS lie.

    `base` is the address from which the page's relative links are seen. `entity` is what the page itself shows, as
    `node/123`.
    """

    base: str = ""
    front: str = ""
    entity: str = ""

    def of(self, node: str = "") -> str:
        """The edit form of a node of the page, or else of the page itself; empty where neither is known."""
        entity = f"node/{node}" if _is_number(node) else self.entity
        return f"{self.front}{entity}/edit" if entity and self.front else ""


def edit_forms(root: "etree._Element", address: str) -> EditForms:
    """Read off a page where its site's edit forms are; a saved file tells by its own links where it came from."""
    base = _base(root, address)
    path = _settings(root).get("path")
    settings = {str(key): str(value) for key, value in path.items()} if isinstance(path, dict) else {}
    front = urljoin(base, settings.get("baseUrl", "/") + settings.get("pathPrefix", "")) if base else ""
    return EditForms(base, front if front.startswith(("http://", "https://")) else "", _entity(root, settings))


def _entity(root: "etree._Element", settings: Mapping[str, str]) -> str:
    """What a page shows: its settings know best, then its short link, its body's classes, the only node on it."""
    for path in (
        settings.get("currentPath", ""),
        *map(_path, _links(root, "shortlink")),
        *map(_path, _links(root, "canonical")),
    ):
        found = _ENTITY.search(path)
        if found and path.endswith(found[0]):
            return found[0]
    for body in root.iter("body"):
        for name in (body.get("class") or "").split():
            if found := _BODY_CLASS.fullmatch(name):
                return f"node/{found[1]}"
    nodes = {number for element in root.iter() if (number := element.get("data-history-node-id"))}
    return f"node/{nodes.pop()}" if len(nodes) == 1 and all(map(_is_number, nodes)) else ""


def _base(root: "etree._Element", address: str) -> str:
    """The address that relative links are seen from; of a saved page the one that it names as its own."""
    names = [address, *_links(root, "canonical"), *_links(root, "shortlink")]
    own = next((name for name in names if name.startswith(("http://", "https://"))), "")
    for element in root.iter("base"):
        if href := element.get("href"):
            return canonical(href, canonical(own)) or canonical(own) or ""
    return canonical(own) or ""


def _settings(root: "etree._Element") -> Mapping[str, object]:
    """The settings that Drupal gives its scripts: JSON, in Drupal 7 within a call."""
    for element in root.iter("script"):
        text = element.text or ""
        if element.get("data-drupal-selector") == "drupal-settings-json":
            try:
                found = json.loads(text)
            except (ValueError, RecursionError):
                continue
            if isinstance(found, dict):
                return found
        elif "Drupal.settings" in text and (match := _OF_DRUPAL_7.search(text)):
            base, prefix = (part.replace("\\/", "/") for part in match.groups())
            return {"path": {"baseUrl": base, "pathPrefix": prefix}}
    return {}


def _links(root: "etree._Element", rel: str) -> list[str]:
    return [href for link in root.iter("link") if link.get("rel") == rel and (href := link.get("href"))]


def _path(link: str) -> str:
    try:
        return urlsplit(link).path.rstrip("/")
    except ValueError:
        return ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
