"""The preview server: answers on 127.0.0.1 from the content in memory, and follows what changes on the disk."""

import gc
import threading
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec.structs import replace
from watchfiles import DefaultFilter

from plugins.console import announcements
from plugins.core.output_tree import companion
from plugins.preview.annex import AnnexRequest
from plugins.preview.answers import Answers
from plugins.preview.desks import FOLDER, Desks
from plugins.preview.events import Events
from plugins.preview.following import Follower
from plugins.preview.live_site import LiveSite
from plugins.preview.pages import EVENTS, MORPH, SCRIPT, SHOWN, morph_script, preview_script, with_preview
from plugins.preview.state import texts
from plugins.preview.uploads import LONGEST_UPLOAD, is_upload, read_upload

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.engine.command import Options
    from plugins.preview.annex import Annex, Answer, Shown

ADDRESS = "127.0.0.1"
HEARTBEAT = 15.0
"""Seconds after which a page that is told nothing hears that we are still here: so it is noticed when it has gone."""

LONGEST_FORM = 10_000
"""Bytes of a form that is read."""


def serve(options: "Options", port: int, annexed: "Callable[[Shown], Annex] | None" = None) -> int:
    """Serve a preview until interrupted; give the exit code. Port 0 takes any free one.

    A room may have an annex, which is told how to get at what is shown. Nothing of the preview is written to a
    folder: what publishing sends is never touched.
    """
    audience = announcements.Audience(options.language, options.format)
    try:
        httpd = _Server((ADDRESS, port), BaseHTTPRequestHandler)
    except OSError:
        announcements.say(audience, "port-taken", port=port)
        return 2
    address = f"http://{ADDRESS}:{httpd.server_port}/"
    # Blocks of a preview link to it: to the ledger all of them would be new. The desks read at the site's own address.
    site = LiveSite(replace(options, base_url=address, ledger=None, timings=False))
    events = Events()
    # What a build writes may lie in the content folder, and changes nothing of it.
    sources = DefaultFilter(ignore_paths=[options.cache, options.output, companion(options.output)])
    try:
        follower = Follower(site, options.content, events, audience)
        follower.begin(sources)
        desks = Desks(options, threading.Lock())
        annex = annexed(site) if annexed else None
        httpd.RequestHandlerClass = partial(
            PreviewHandler,
            answers=Answers(site),
            events=events,
            desks=desks,
            language=options.language,
            annex=annex,
            show=follower.show,
        )
        announcements.say(audience, "serving-drafts" if options.drafts else "serving", address=address)
        announcements.say(audience, "board", address=f"{address.rstrip('/')}{FOLDER}translations")
        announcements.say(audience, "importing", address=f"{address.rstrip('/')}{FOLDER}import")
        announcements.say(audience, "releases", address=f"{address.rstrip('/')}{FOLDER}releases")
        if annex:
            annex.opened(address)
        gc.collect()
        gc.freeze()  # what has been read is there for good: looking through it again and again takes long
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        follower.follow()
    except KeyboardInterrupt:
        return 0
    finally:
        httpd.server_close()
    return 0


class _Server(ThreadingHTTPServer):
    """A server that does not wait for pages that listen."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: Any) -> None:
        """Report no browser that has gone."""


class PreviewHandler(BaseHTTPRequestHandler):
    """Sends the files of the preview, with its script in the pages; only to browsers on this machine."""

    def __init__(
        self,
        *arguments: Any,
        answers: Answers,
        events: Events,
        desks: Desks,
        language: str,
        annex: "Annex | None" = None,
        show: "Callable[..., None] | None" = None,
    ) -> None:
        self._show = show
        self._annex = annex
        self._answers = answers
        self._events = events
        self._desks = desks
        self._language = language
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer a request."""
        if not self._is_asked_here():
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        request = urlsplit(self.path)
        address = request.path
        if address == EVENTS:
            self._send_events()
        elif address == SCRIPT:
            self._send("text/javascript", preview_script(texts(self._language), self._language))
        elif address == MORPH:
            self._send("text/javascript", morph_script())
        elif address.startswith(FOLDER):
            self._send_desk(address)
        elif self._annex and (address.startswith(self._annex.prefix) or self._annex.mark in _fields(request.query)):
            self._send_answer(self._annex.answer(AnnexRequest(address, _fields(request.query))))
        else:
            self._send_answer(self._answers.answer(unquote(address), self.headers.get("Kaiku-Preview") is not None))

    def do_POST(self) -> None:
        """Pass a form on to a desk, and show the desk again."""
        # A page elsewhere can send a form here, but not say that it came from here.
        is_own = self.headers.get("Origin") == f"http://{self.headers.get('Host', '')}"
        length = self.headers.get("Content-Length", "")
        media = self.headers.get("Content-Type", "")
        annex = self._annex if self._annex and self.path.startswith(self._annex.prefix) else None
        longest = annex.longest if annex else LONGEST_UPLOAD if is_upload(media) else LONGEST_FORM
        if not (is_own and self._is_asked_here() and length.isdecimal() and int(length) <= longest):
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        address, data = urlsplit(self.path).path, self.rfile.read(int(length))
        if annex:
            self._send_answer(annex.answer(AnnexRequest(address, _fields(urlsplit(self.path).query), data)))
            return
        if self._show and address == SHOWN:
            self._show(drafts="drafts" in _fields(data.decode("utf-8", "replace")))
            self._send("text/plain", b"")
            return
        if not self._handed_on(address, media, data):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _handed_on(self, address: str, media: str, data: bytes) -> bool:
        """Hand what a form sends to its desk; tell whether there was one for it."""
        if is_upload(media):
            upload = read_upload(media, data)
            return upload is not None and self._desks.take(address, upload)
        return self._desks.act(address, _fields(data.decode("utf-8", "replace")))

    def _is_asked_here(self) -> bool:
        """Return whether we are asked under our own name: a page elsewhere could find another, and so read drafts."""
        return urlsplit(f"//{self.headers.get('Host', '')}").hostname in {ADDRESS, "localhost"}

    def _send_desk(self, address: str) -> None:
        page = self._desks.page(address)
        if page is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send("text/html", with_preview(page, self._answers.generation, ""))

    def _send_events(self) -> None:
        """Send a page the state of the site, at once and after every change, until it has gone."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = 0
        self.wfile.write(b"retry: 500\n\n")
        while True:
            event = self._events.after(seen, HEARTBEAT)
            if event is None:
                self.wfile.write(b": still here\n\n")
            else:
                seen, message = event
                self.wfile.write(f"data: {message}\n\n".encode())
            self.wfile.flush()

    def _send_answer(self, answer: "Answer | None") -> None:
        if answer is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(answer.media, answer.data, HTTPStatus(answer.status), answer.headers)

    def _send(
        self,
        media: str,
        data: bytes,
        status: HTTPStatus = HTTPStatus.OK,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        text = media.startswith("text/") or media in {"application/json", "application/xml"}
        self.send_response(status)
        self.send_header("Content-Type", f"{media}; charset=utf-8" if text else media)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Frame-Options", "SAMEORIGIN")  # a page elsewhere must not lay itself over our buttons
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_: Any) -> None:
        """Log no requests: the terminal is for the writer."""


def _fields(query: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(query).items()}
