"""Every file of whole sites: parses without an error, leads somewhere, asks nothing of others."""

import re
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import feedparser
import html5lib
import lxml.html
import pytest

from tests.whole.served import Site


def parsed(data: bytes) -> Element:
    """Parse a document strictly (HTML Living Standard); any parse error raises."""
    parser = html5lib.HTMLParser(strict=True)
    root: Element = parser.parse(data.decode())
    return root


def addresses(root: lxml.html.HtmlElement) -> list[str]:
    """List everything that a document links to or loads."""
    found = [str(value) for value in root.xpath("//@href | //@src")]
    for value in root.xpath("//@srcset"):
        found += [part.split()[0] for part in str(value).split(",") if part.strip()]
    return found


def test_the_sample_parses_without_an_error(pages: list[tuple[Site, str]]) -> None:
    for site, page in pages:
        parsed(site.file(page).read_bytes())


@pytest.mark.long
def test_every_page_parses_without_an_error(site: Site) -> None:
    for page in site.pages:
        parsed(site.file(page).read_bytes())


def test_every_address_resolves(site: Site) -> None:
    documents = {page: lxml.html.fromstring(site.file(page).read_bytes()) for page in site.pages}
    assert len(documents) > 50
    known = {page: {str(one.get("id")) for one in root.iter(lxml.etree.Element)} for page, root in documents.items()}
    lost = []
    for page, root in documents.items():
        for address in addresses(root):
            target = urlsplit(urljoin(site.url + page, address))
            if target.netloc != urlsplit(site.url).netloc or target.scheme not in {"http", "https"}:
                continue
            path = unquote(target.path).removeprefix(urlsplit(site.url).path)
            if path in known:
                is_mark = target.fragment.startswith("kaiku=")  # it says which block this is, and means no place
                if target.fragment and not is_mark and target.fragment not in known[path]:
                    lost.append((page, address))
            elif path.endswith("/") or not (site.folder / path).is_file():
                lost.append((page, address))
    assert lost == []


def test_pages_have_titles_and_descriptions_of_their_own(real_site: Site) -> None:
    seen: dict[str, str] = {}
    for page in real_site.pages:
        text = real_site.file(page).read_text("utf-8")
        if 'name="robots" content="noindex' in text:
            continue
        for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'):
            match = re.search(pattern, text)
            assert match, page
            assert match[1].strip(), page
            assert seen.setdefault(pattern + match[1], page) == page, (
                f"{match[1]}: {seen[pattern + match[1]]} and {page}"
            )


def test_nothing_inline(site: Site) -> None:
    for page in site.pages:
        root = lxml.html.fromstring(site.file(page).read_bytes())
        for element in root.iter(lxml.etree.Element):
            assert not [name for name in element.attrib if name == "style" or str(name).startswith("on")], page
            assert element.tag != "style", page
            if element.tag == "script" and "src" not in element.attrib:
                assert element.attrib.get("type") == "application/ld+json", page


@pytest.mark.parametrize("name", ["feed.rss", "sv/feed.rss"])
def test_feeds_read_back(site: Site, name: str) -> None:
    feed = feedparser.parse((site.folder / name).read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert len(feed.entries) >= 10
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    for entry in feed.entries:
        assert (site.folder / entry.link.removeprefix(site.url) / "index.html").is_file()


def test_one_document_is_in_finnish_only(real_site: Site) -> None:
    swedish = (real_site.folder / "sv" / "nyheter" / "index.html").read_text("utf-8")
    assert re.search(r'<a [^>]*hreflang="fi"[^>]*lang="fi"|<a [^>]*lang="fi"[^>]*hreflang="fi"', swedish)
    assert "(på finska)" in swedish
