"""A validator of feeds by rule: RSS 2.0 with the RSS Advisory Board's profile, Atom 1.0 (RFC 4287), JSON Feed 1.1.

Each rule is a function of a feed that names what is wrong. What the profile only advises against counts as well.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

ATOM, DC = "{http://www.w3.org/2005/Atom}", "{http://purl.org/dc/elements/1.1/}"
MEDIA, CONTENT = "{http://search.yahoo.com/mrss/}", "{http://purl.org/rss/1.0/modules/content/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)"
).fullmatch
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)").fullmatch
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*").fullmatch
_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+").fullmatch
_URI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"]+", re.IGNORECASE).fullmatch

Element = Any
XmlRule = Callable[[Element], Iterator[str]]


def faults(data: bytes, form: str) -> list[str]:
    """Name everything that is wrong with a feed: `form` is rss, atom or json."""
    if form == "json":
        feed = json.loads(data.decode("utf-8"))
        return [fault for rule in JSON_RULES for fault in rule(feed)]
    root = etree.fromstring(data)
    rules = RSS_RULES if form == "rss" else ATOM_RULES
    return [fault for rule in rules for fault in rule(root)]


def _is_web(address: str | None) -> bool:
    return (
        bool(address) and urlsplit(address or "").scheme in {"http", "https"} and bool(urlsplit(address or "").netloc)
    )


def _counted(element: Element, names: Iterable[str], least: int = 0) -> Iterator[str]:
    for name in names:
        found = len(element.findall(name))
        if not least <= found <= 1:
            yield f"{element.tag}: {found} {name}"


def _filled(element: Element, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for one in element.findall(name):
            if not (one.text or "").strip():
                yield f"{element.tag}: empty {name}"


def _addresses_in(html: str) -> Iterator[str]:
    tree = etree.HTML(f"<div>{html}</div>")
    for one in tree.iter():
        yield from (address for name in ("href", "src", "cite") if (address := one.get(name)) is not None)


def _stands_alone(element: Element, name: str) -> Iterator[str]:
    for one in element.iter(name):
        for address in _addresses_in(one.text or ""):
            if not _URI(address):
                yield f"relative address in {name}: {address}"
        if re.search(r"<(script|style|iframe|object|form)\b|\son\w+=", one.text or "", re.IGNORECASE):
            yield f"active content in {name}"


def _links(element: Element, name: str) -> Iterator[str]:
    """Judge links by RFC 4287, 4.2.7, in whichever format they stand."""
    alternates: list[tuple[str | None, str | None]] = []
    for link in element.findall(name):
        if not _URI(link.get("href") or ""):
            yield f"{element.tag}: a link without an absolute address"
        if link.get("type") is not None and not _TYPE(link.get("type")):
            yield f"{element.tag}: no media type: {link.get('type')}"
        if link.get("hreflang") is not None and not _TAG(link.get("hreflang")):
            yield f"{element.tag}: no language: {link.get('hreflang')}"
        if link.get("length") is not None and not link.get("length").isdigit():
            yield f"{element.tag}: no length: {link.get('length')}"
        if link.get("rel", "alternate") == "alternate":
            alternates.append((link.get("type"), link.get("hreflang")))
    yield from (f"{element.tag}: two alternates of {one}" for one, count in Counter(alternates).items() if count > 1)


def _media(item: Element, address: str | None, length: str | None, kind: str | None) -> Iterator[str]:
    for media in item.findall(f"{MEDIA}content"):
        if (media.get("url"), media.get("fileSize"), media.get("type")) != (address, length, kind):
            yield "media:content is another file than the enclosure"
        if media.get("medium") not in {"image", "audio", "video", "document", "executable"}:
            yield f"no medium: {media.get('medium')}"
        if not (media.findtext(f"{MEDIA}description") or "").strip():
            yield "media:content without a description"


def rss_frame(root: Element) -> Iterator[str]:
    """RSS 2.0 in one channel, its elements at most once, the demanded ones filled."""
    if (root.tag, root.get("version")) != ("rss", "2.0"):
        yield "no RSS 2.0"
    if len(root) != 1 or root[0].tag != "channel":
        yield "not one channel"
        return
    channel = root[0]
    once = "copyright docs generator language lastBuildDate managingEditor pubDate ttl webMaster image".split()
    yield from _counted(channel, ("title", "link", "description"), least=1)
    yield from _counted(channel, once)
    yield from _filled(channel, ("title", "link", "description", *once))
    if not _is_web(channel.findtext("link")):
        yield "channel: link is no web address"
    if not _TAG(channel.findtext("language") or ""):
        yield "channel: no language"


def rss_self(root: Element) -> Iterator[str]:
    """The channel says where it stands, once, and its other links are of other languages."""
    links = root[0].findall(f"{ATOM}link")
    own = [one for one in links if one.get("rel") == "self"]
    if len(own) != 1 or own[0].get("type") != "application/rss+xml":
        yield "not one atom:link to itself"
    yield from _links(root[0], f"{ATOM}link")


def rss_dates(root: Element) -> Iterator[str]:
    """Dates are of RFC 822 with four digits of a year and the right day of the week."""
    for name in ("pubDate", "lastBuildDate"):
        for one in root.iter(name):
            text = one.text or ""
            if not _RFC_822(text) or parsedate_to_datetime(text).strftime("%a") != text[:3]:
                yield f"{name}: {text}"
    for one in root.iter(f"{ATOM}updated"):
        if not _RFC_3339(one.text or ""):
            yield f"atom:updated: {one.text}"


def rss_items(root: Element) -> Iterator[str]:
    """Items have a title or a description, everything once at most, and ids that are each one's own."""
    items = root[0].findall("item")
    guids = [item.findtext("guid") for item in items]
    yield from (f"guid twice: {guid}" for guid, count in Counter(guids).items() if count > 1)
    for item in items:
        once = ("description", "pubDate", "enclosure", f"{CONTENT}encoded", f"{DC}creator", f"{DC}language")
        yield from _counted(item, ("title", "link", "guid"), least=1)
        yield from _counted(item, (*once, f"{MEDIA}content"))
        yield from _filled(item, ("title", "link", "guid", "description", "category", *once[3:]))
        if not _is_web(item.findtext("link")):
            yield f"item: link is no web address: {item.findtext('link')}"
        guid = item.find("guid")
        if guid is not None and guid.get("isPermaLink") != "false" and not _is_web(guid.text):
            yield "guid: a permalink that is no address"
        if item.find("author") is not None:
            yield "author: the profile wants an e-mail address there, dc:creator takes a name"
        yield from _links(item, f"{ATOM}link")


def rss_enclosures(root: Element) -> Iterator[str]:
    """An enclosure has an address on the web, a length and a type, and is described."""
    for item in root[0].findall("item"):
        given = item.find("enclosure")
        if given is None:
            yield from ("media:content without enclosure" for _ in item.findall(f"{MEDIA}content"))
            continue
        if not _is_web(given.get("url")) or not _TYPE(given.get("type") or ""):
            yield "enclosure without address or type"
        if not (given.get("length") or "").isdigit() or given.get("length") == "0":
            yield f"enclosure without length: {given.get('length')}"
        yield from _media(item, given.get("url"), given.get("length"), given.get("type"))


def rss_content(root: Element) -> Iterator[str]:
    """Texts hold full addresses only, and nothing active."""
    yield from _stands_alone(root, f"{CONTENT}encoded")
    yield from _stands_alone(root, "description")


def atom_frame(root: Element) -> Iterator[str]:
    """RFC 4287, 4.1.1: what a feed must have, and what at most once."""
    if root.tag != f"{ATOM}feed":
        yield "no Atom feed"
    one = [f"{ATOM}{name}" for name in ("id", "title", "updated")]
    most = [f"{ATOM}{name}" for name in ("generator", "icon", "logo", "rights", "subtitle")]
    yield from _counted(root, one, least=1)
    yield from _counted(root, most)
    yield from _filled(root, (*one, *most))
    if not _TAG(root.get(LANG) or ""):
        yield "feed: no language"
    authors = root.findall(f"{ATOM}author")
    if not authors and any(entry.find(f"{ATOM}author") is None for entry in root.iter(f"{ATOM}entry")):
        yield "no author"
    for author in root.iter(f"{ATOM}author"):
        if not (author.findtext(f"{ATOM}name") or "").strip():
            yield "author without a name"
    for element in root.iter():
        if not element.tag.startswith("{"):
            yield f"{element.tag}: in no namespace"


def atom_self(root: Element) -> Iterator[str]:
    """A feed says where it stands (4.1.1: should), and no two alternates are alike."""
    own = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if len(own) != 1 or own[0].get("type") != "application/atom+xml":
        yield "not one link to itself"
    yield from _links(root, f"{ATOM}link")


def atom_dates(root: Element) -> Iterator[str]:
    """Dates are of RFC 3339, and nothing was updated before it was published."""
    for name in ("updated", "published"):
        for one in root.iter(f"{ATOM}{name}"):
            if not _RFC_3339(one.text or ""):
                yield f"{name}: {one.text}"
                return
    for entry in root.iter(f"{ATOM}entry"):
        published = entry.findtext(f"{ATOM}published")
        if published and datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) < datetime.fromisoformat(published):
            yield "updated before it was published"


def atom_entries(root: Element) -> Iterator[str]:
    """RFC 4287, 4.1.2: what an entry must have; ids are absolute, and each one's own."""
    ids = [root.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry"))]
    yield from (f"id twice: {one}" for one, count in Counter(ids).items() if count > 1)
    yield from (f"id is no IRI: {one}" for one in ids if not _URI(one or ""))
    for entry in root.iter(f"{ATOM}entry"):
        one = [f"{ATOM}{name}" for name in ("id", "title", "updated")]
        most = [f"{ATOM}{name}" for name in ("content", "published", "rights", "source", "summary")]
        yield from _counted(entry, one, least=1)
        yield from _counted(entry, (*most, f"{MEDIA}content"))
        yield from _filled(entry, (*one, *most))
        links = entry.findall(f"{ATOM}link")
        if entry.find(f"{ATOM}content") is None and not any(link.get("rel") == "alternate" for link in links):
            yield "an entry of nothing"
        yield from (f"category without term in {entry.findtext(one[0])}" for category in entry.iter(f"{ATOM}category")
                    if not (category.get("term") or "").strip())  # fmt: skip
        yield from _links(entry, f"{ATOM}link")


def atom_enclosures(root: Element) -> Iterator[str]:
    """An entry comes with one file at most, of which the type and length are told."""
    for entry in root.iter(f"{ATOM}entry"):
        given = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure"]
        if len(given) > 1:
            yield "two enclosures"
        for link in given:
            if not _TYPE(link.get("type") or "") or link.get("length") in {None, "0"}:
                yield "enclosure without type or length"
            yield from _media(entry, link.get("href"), link.get("length"), link.get("type"))


def atom_texts(root: Element) -> Iterator[str]:
    """RFC 4287, 3.1 and 4.1.3: texts are text, html or xhtml, and stand by themselves."""
    for name in ("title", "subtitle", "rights", "summary", "content"):
        for one in root.iter(f"{ATOM}{name}"):
            if one.get("type", "text") not in {"text", "html", "xhtml"}:
                yield f"{name}: type {one.get('type')}"
    yield from _stands_alone(root, f"{ATOM}content")


_TOP = {"version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str, "user_comment": str,
        "next_url": str, "icon": str, "favicon": str, "authors": list, "language": str, "expired": bool, "hubs": list,
        "items": list}  # fmt: skip
_ITEM = {"id": str, "url": str, "external_url": str, "title": str, "content_html": str, "content_text": str,
         "summary": str, "image": str, "banner_image": str, "date_published": str, "date_modified": str,
         "authors": list, "tags": list, "language": str, "attachments": list}  # fmt: skip
_ATTACHMENT = {"url": str, "mime_type": str, "title": str, "size_in_bytes": int, "duration_in_seconds": int}
_AUTHOR = {"name": str, "url": str, "avatar": str}


def _members(name: str, members: dict[str, Any], known: Mapping[str, type]) -> Iterator[str]:
    for key, member in members.items():
        if key.startswith("_"):
            if not isinstance(member, dict):
                yield f"{name}: extension {key} is no object"
        elif key not in known:
            yield f"{name}: {key} is no key of JSON Feed 1.1"
        elif type(member) is not known[key]:
            yield f"{name}: {key} is no {known[key].__name__}"


def json_frame(feed: dict[str, Any]) -> Iterator[str]:
    """What a feed must have, and of which types."""
    yield from _members("feed", feed, _TOP)
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "no JSON Feed 1.1"
    yield from (f"feed: no {key}" for key in ("title", "items") if key not in feed)
    yield from (f"feed: {key}" for key in ("home_page_url", "feed_url") if not _is_web(feed.get(key)))
    if not _TAG(feed.get("language", "")):
        yield "feed: no language"


def json_people(feed: dict[str, Any]) -> Iterator[str]:
    """An author is an object with something in it."""
    for holder in (feed, *feed.get("items", ())):
        for author in holder.get("authors", ()):
            yield from _members("author", author, _AUTHOR)
            if not any(author.values()):
                yield "an author of nothing"


def json_items(feed: dict[str, Any]) -> Iterator[str]:
    """Items have ids of their own, a text, and dates of RFC 3339."""
    items = feed.get("items", ())
    yield from (f"id twice: {one}" for one, count in Counter(item.get("id") for item in items).items() if count > 1)
    for item in items:
        yield from _members("item", item, _ITEM)
        if not item.get("id"):
            yield "item: no id"
        if not ("content_html" in item or "content_text" in item):
            yield "item: no content"
        yield from (f"item: {key}" for key in ("url", "image") if key in item and not _is_web(item[key]))
        yield from (f"item: {key}: {item[key]}" for key in ("date_published", "date_modified")
                    if key in item and not _RFC_3339(item[key]))  # fmt: skip
        yield from (f"item: tag {tag!r}" for tag in item.get("tags", ()) if not isinstance(tag, str) or not tag)
        if not _TAG(item.get("language", "fi")):
            yield f"item: language {item['language']}"


def json_content(feed: dict[str, Any]) -> Iterator[str]:
    """Texts hold full addresses only."""
    for item in feed.get("items", ()):
        for address in _addresses_in(item.get("content_html", "")):
            if not _URI(address):
                yield f"relative address: {address}"


def json_attachments(feed: dict[str, Any]) -> Iterator[str]:
    """An attachment has an address, a type and a size."""
    for item in feed.get("items", ()):
        if len(item.get("attachments", ())) > 1:
            yield "two attachments"
        for one in item.get("attachments", ()):
            yield from _members("attachment", one, _ATTACHMENT)
            if not _is_web(one.get("url")) or not _TYPE(one.get("mime_type", "")) or not one.get("size_in_bytes"):
                yield "attachment without address, type or size"


RSS_RULES: tuple[XmlRule, ...] = (rss_frame, rss_self, rss_dates, rss_items, rss_enclosures, rss_content)
ATOM_RULES: tuple[XmlRule, ...] = (atom_frame, atom_self, atom_dates, atom_entries, atom_enclosures, atom_texts)
JSON_RULES = (json_frame, json_people, json_items, json_content, json_attachments)
