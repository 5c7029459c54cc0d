"""Every file of the real site: parses without an error, leads somewhere, asks nothing of others."""

import re
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import feedparser
import html5lib
import pytest

from tests.real.conftest import RealSite

XHTML = "{http://www.w3.org/1999/xhtml}"


def parsed(data: bytes) -> Element:
    """Parse a document strictly (HTML Living Standard); any parse error raises."""
    parser = html5lib.HTMLParser(strict=True)
    root: Element = parser.parse(data.decode())
    return root


def addresses(root: Element) -> list[str]:
    """List everything that a document links to or loads."""
    found = []
    for element in root.iter():
        for name in ("href", "src"):
            found += [element.attrib[name]] if name in element.attrib else []
        found += [part.split()[0] for part in element.attrib.get("srcset", "").split(",") if part.strip()]
    return found


def ids(root: Element) -> set[str]:
    """List the ids of a document."""
    return {element.attrib["id"] for element in root.iter() if "id" in element.attrib}


def test_every_page_parses_and_every_address_resolves(real_site: RealSite) -> None:
    documents = {page: parsed((real_site.folder / page / "index.html" if page.endswith("/") or not page
                               else real_site.folder / page).read_bytes()) for page in real_site.pages}  # fmt: skip
    assert len(documents) > 50
    known = {page: ids(root) for page, root in documents.items()}
    lost = []
    for page, root in documents.items():
        for address in addresses(root):
            target = urlsplit(urljoin(real_site.url + page, address))
            if target.netloc != urlsplit(real_site.url).netloc or target.scheme not in {"http", "https"}:
                continue
            path = unquote(target.path).removeprefix(urlsplit(real_site.url).path)
            if path in known:
                is_mark = target.fragment.startswith("kaiku=")  # it says which block this is, and means no place
                if target.fragment and not is_mark and target.fragment not in known[path]:
                    lost.append((page, address))
            elif path.endswith("/") or not (real_site.folder / path).is_file():
                lost.append((page, address))
    assert lost == []


def test_pages_have_titles_and_descriptions_of_their_own(real_site: RealSite) -> None:
    seen: dict[str, str] = {}
    for page in real_site.pages:
        text = (real_site.folder / (page + "index.html" if page.endswith("/") or not page else page)).read_text("utf-8")
        if 'name="robots" content="noindex' in text:
            continue
        for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'):
            match = re.search(pattern, text)
            assert match, page
            assert match[1].strip(), page
            assert seen.setdefault(pattern + match[1], page) == page, (
                f"{match[1]}: {seen[pattern + match[1]]} and {page}"
            )


def test_nothing_inline(real_site: RealSite) -> None:
    for page in real_site.pages:
        path = real_site.folder / (page + "index.html" if page.endswith("/") or not page else page)
        root = parsed(path.read_bytes())
        for element in root.iter():
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], page
            assert element.tag != f"{XHTML}style", page
            if element.tag == f"{XHTML}script" and "src" not in element.attrib:
                assert element.attrib.get("type") == "application/ld+json", page


@pytest.mark.parametrize("name", ["feed.rss", "sv/feed.rss"])
def test_feeds_read_back(real_site: RealSite, name: str) -> None:
    feed = feedparser.parse((real_site.folder / name).read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert len(feed.entries) >= 10
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    for entry in feed.entries:
        assert (real_site.folder / entry.link.removeprefix(real_site.url) / "index.html").is_file()


def test_one_document_is_in_finnish_only(real_site: RealSite) -> None:
    swedish = (real_site.folder / "sv" / "nyheter" / "index.html").read_text("utf-8")
    assert re.search(r'<a [^>]*hreflang="fi"[^>]*lang="fi"|<a [^>]*lang="fi"[^>]*hreflang="fi"', swedish)
    assert "(på finska)" in swedish
