"""Answers: what the preview sends for an address, whether there is something, has been, or never was."""

import posixpath
import traceback
from http import HTTPStatus
from mimetypes import guess_type

from plugins.core.addresses import file_address, page_file
from plugins.core.desk_page import desk_page
from plugins.preview.annex import Answer
from plugins.preview.live_site import LiveSite
from plugins.preview.pages import with_preview

TYPES = {".ics": "text/calendar", ".js": "text/javascript", ".rss": "application/rss+xml", ".webp": "image/webp",
         ".atom": "application/atom+xml", ".avif": "image/avif", ".woff2": "font/woff2"}  # fmt: skip
"""What systems call otherwise, or do not know."""


class Answers:
    """Answers requests for the files of a site."""

    def __init__(self, site: LiveSite) -> None:
        """Answer for a site."""
        self._site = site

    @property
    def generation(self) -> str:
        """The state of the site."""
        return self._site.generation

    def answer(self, address: str, is_script: bool) -> Answer:
        """Answer for an address; our own script learns where a page has gone, others are led there."""
        path = page_file(posixpath.normpath(address) + ("/" if address.endswith("/") and address != "/" else ""))
        generation = self._site.generation
        try:
            data = self._site.file(path)
        except Exception:  # noqa: BLE001 - the content may have any fault while it is being written
            return self._as_it_was(path)
        if data is not None:
            media = _media(path)
            is_page = media == "text/html"
            return Answer(with_preview(data, generation, self._site.source_of(path)) if is_page else data, media)
        if not address.endswith("/") and self._site.has(f"{path}/index.html"):
            return Answer(b"", "text/html", HTTPStatus.MOVED_PERMANENTLY, (("Location", f"{address}/"),))
        return self._absent(path, generation, is_script=is_script)

    def _absent(self, path: str, generation: str, *, is_script: bool) -> Answer:
        to = self._site.new_address(path)
        if to is not None and page_file(to) != path:
            name, status = ("Kaiku-Moved-To", HTTPStatus.OK) if is_script else ("Location", HTTPStatus.FOUND)
            return Answer(b"", "text/html", status, ((name, to),))
        gone = (("Kaiku-Gone", file_address(path)),) if self._site.was(path) else ()
        data = self._site.file("404.html")
        if data is None:
            return Answer(b"", "text/html", HTTPStatus.NOT_FOUND, gone)
        return Answer(with_preview(data, generation, ""), "text/html", HTTPStatus.NOT_FOUND, gone)

    def _as_it_was(self, path: str) -> Answer:
        """Answer with what could last be made: what is wrong lies over it. If nothing is, the fault is ours."""
        if not self._site.has_errors():
            traceback.print_exc()
        last, media = self._site.last_file(path), _media(path)
        if last is None:
            last, media = desk_page(path, "en"), "text/html"
        shown = with_preview(last, self._site.generation, "") if media == "text/html" else last
        return Answer(shown, media, HTTPStatus.INTERNAL_SERVER_ERROR)


def _media(path: str) -> str:
    return TYPES.get(posixpath.splitext(path)[1]) or guess_type(path)[0] or "application/octet-stream"
