"""Saved web pages, those of Kirjastot.fi among them: the text of the page without what surrounds it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Comment, Tag

from plugins.core.dates import When
from plugins.drafts.importing.blocks import Imported, ImportedBlock, ImportedPicture, lines_in
from plugins.drafts.importing.html_blocks import HtmlReader
from plugins.drafts.importing.picture_files import attachment_name
from plugins.drafts.importing.runs import Line, StyledRun, clean

_MAIN = (
    "article.node", "main article", "[role=main] article", ".node__content", "main", "[role=main]", "#main-content",
    "#content", ".region-content", "article",
)  # fmt: skip
_AROUND = (
    "nav, form, script, style, noscript, template, iframe, [role=navigation], [role=search], [role=banner], "
    "[role=contentinfo], .breadcrumb, .breadcrumbs, .pager, .tabs, .social-share, .share, .skip-link, .cookie, "
    "#cookie-banner, .sidebar, .visually-hidden, .sr-only, .element-invisible, [hidden], [aria-hidden=true]"
)
_SITE_PARTS = "body > header, body > footer, body > aside"
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_MOST_BYTES = 40_000_000


def read_page(data: bytes, file: Path | None) -> Imported:
    """Read a page; pictures and attachments are taken from files beside it, and nothing is fetched."""
    soup = BeautifulSoup(data, "lxml")
    address = _address(soup)
    language = str(getattr(soup.html, "attrs", {}).get("lang") or "")[:2].casefold()
    date = _date(soup)
    body = _main(soup)
    title = _title(soup, body)
    _remove_office_marks(body)
    _resolve(body, address)
    blocks = HtmlReader(body).read()
    if title and not any(block.kind == "heading" and block.level == 1 for block in blocks):
        blocks = (ImportedBlock("heading", title, level=1), *blocks)
    folder = file.parent if file else None
    pictures = tuple(_beside(folder, [run.picture for line in lines_in(blocks) for run in line if run.picture]))
    links = [
        run.address for line in lines_in(blocks) for run in line if run.address and not urlsplit(run.address).scheme
    ]
    files = tuple(_beside(folder, [link for link in links if re.search(r"\.\w{2,4}$", link)]))
    named = tuple(
        (source, ImportedPicture(attachment_name("liite", attachment.name), attachment.data))
        for source, attachment in files
    )
    return Imported(blocks, language=language, date=date, pictures=pictures, files=named, address=address)


def _main(soup: BeautifulSoup) -> Tag:
    for element in soup.select(f"{_AROUND}, {_SITE_PARTS}"):
        element.decompose()
    for selector in _MAIN:
        found = soup.select(selector)
        if len(found) == 1 and clean(found[0].get_text()).strip():
            return _with_title(found[0])
    body = soup.body
    return body if isinstance(body, Tag) else soup


def _with_title(main: Tag) -> Tag:
    """Widen the text by the page's heading, where that stands before it."""
    if main.find("h1") is None:
        for parent in main.parents:
            if parent.find("h1") is not None and parent.name in {"main", "div", "section"}:
                return parent
    return main


def _title(soup: BeautifulSoup, body: Tag) -> "tuple[Line, ...] | None":
    heading = soup.find("h1")
    if body.find("h1") is None and isinstance(heading, Tag) and (text := clean(heading.get_text()).strip()):
        return ((StyledRun(text),),)
    return None


def _remove_office_marks(body: Tag) -> None:
    """Take out what Word writes beside the text of a page, and put its lists together."""
    for comment in body.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for element in body.find_all(
        style=re.compile(r"mso-list:\s*Ignore|mso-element:\s*comment|display:\s*none", re.IGNORECASE)
    ):
        if "ignore" not in str(element.get("style")).casefold():
            element.decompose()
            continue
        text = clean(element.get_text()).strip()
        element.replace_with(f"{text} " if re.match(r"[\w(§]", text) else "• ")


def _resolve(body: Tag, address: str) -> None:
    if not address:
        return
    for link in body.find_all("a", href=True):
        target = str(link["href"]).strip()
        if not target.startswith("#") and not urlsplit(target).scheme:
            link["href"] = urljoin(address, target)


def _address(soup: BeautifulSoup) -> str:
    base = soup.find("base", href=True)
    canonical = soup.find("link", rel="canonical", href=True)
    shared = soup.find("meta", property="og:url", content=True)
    saved = soup.find(string=lambda text: isinstance(text, Comment) and bool(_SAVED_FROM.search(text)))
    found = (
        (base and base["href"]) or (canonical and canonical["href"]) or (shared and shared["content"])
        or (_SAVED_FROM.search(str(saved))[1] if saved else "")  # type: ignore[index]
    )  # fmt: skip
    text = str(found or "")
    return text if re.match(r"https?://[^\s/]+", text) else ""


def _date(soup: BeautifulSoup) -> When | None:
    for attributes in (
        {"property": "article:published_time"}, {"name": "dcterms.created"}, {"name": "dcterms.date"},
        {"name": "date"}, {"itemprop": "datePublished"},
    ):  # fmt: skip
        meta = soup.find("meta", attrs=dict(attributes))
        if isinstance(meta, Tag) and (day := _day(str(meta.get("content") or ""))):
            return day
    for time in soup.select("time[datetime][pubdate], .submitted time[datetime], .node__submitted time[datetime]"):
        if day := _day(str(time["datetime"])):
            return day
    return None


def _day(text: str) -> When | None:
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})", text)
    if match is None:
        return None
    from datetime import date

    try:
        date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return When(int(match[1]), int(match[2]), int(match[3]))


def _beside(folder: Path | None, sources: list[str]) -> Iterator[tuple[str, ImportedPicture]]:
    """Read files that lie beside a page, or in a folder there; nothing above it is looked at."""
    for source in dict.fromkeys(sources):
        parts = urlsplit(source)
        if folder is None or parts.netloc or parts.scheme not in {"", "file"} or not parts.path:
            if (data := _embedded(source)) is not None:
                yield source, ImportedPicture("picture", data)
            continue
        path = (folder / unquote(parts.path).lstrip("/")).resolve()
        try:
            if path.is_relative_to(folder.resolve()) and path.is_file() and path.stat().st_size <= _MOST_BYTES:
                yield source, ImportedPicture(path.name, path.read_bytes())
        except OSError:
            continue


def _embedded(source: str) -> bytes | None:
    """Read a picture that a page holds in its address."""
    match = re.match(r"data:image/[\w.+-]+;base64,", source)
    if match is None:
        return None
    import base64
    import binascii

    try:
        return base64.b64decode(source[match.end() :])
    except (binascii.Error, ValueError):
        return None
