"""The preview server: builds, serves on 127.0.0.1, watches the sources, builds again."""

import gc
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from msgspec.structs import replace
from watchfiles import DefaultFilter, watch

from plugins.console import announcements
from plugins.console.arguments import ROOT
from plugins.core.output_tree import companion
from plugins.engine import command
from plugins.preview.annex import AnnexRequest
from plugins.preview.builds import Builds
from plugins.preview.desks import FOLDER, Desks
from plugins.preview.pages import CHANGE_ADDRESS, SCRIPT_ADDRESS, change_script, reload_script, with_reloading
from plugins.preview.requests import Requests
from plugins.preview.uploads import LONGEST_UPLOAD, is_upload, read_upload

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plugins.engine.command import Options
    from plugins.preview.annex import Annex, Answer, Current

ADDRESS = "127.0.0.1"
PATIENCE = 25.0
"""Seconds that a waiting page is kept; less than browsers and proxies wait by themselves."""

LONGEST_FORM = 10_000
"""Bytes of a form that is read."""


def serve(options: "Options", port: int, annexed: "Callable[[Current], Annex] | None" = None) -> int:
    """Serve a preview until interrupted; give the exit code. Port 0 takes any free one.

    A room may have an annex, which is told how to get at the latest good build.

    The preview stands in a folder of its own in the cache, with its own address as the site's: what publishing sends
    is never touched. One that shows drafts has yet another folder, so that nothing of them stays behind in this one;
    publishing refuses both.
    """
    audience = announcements.Audience(options.language, options.format)
    folder = options.cache / ("drafts" if options.drafts else "preview")
    folder.mkdir(parents=True, exist_ok=True)
    builds, busy = Builds(), threading.Lock()
    desks, requests = Desks(options, busy), Requests(busy)
    annex = annexed(lambda: requests.run) if annexed else None
    handler = partial(PreviewHandler, folder=folder, builds=builds, desks=desks, requests=requests, annex=annex)
    try:
        httpd = ThreadingHTTPServer((ADDRESS, port), handler)
    except OSError:
        announcements.say(audience, "port-taken", port=port)
        return 2
    httpd.daemon_threads = True
    address = f"http://{ADDRESS}:{httpd.server_port}/"
    # What a build writes may lie in the content folder, and is no reason for another build.
    sources = DefaultFilter(ignore_paths=[options.cache, options.output, companion(options.output)])
    # Blocks of a preview link to it: to the ledger all of them would be new. The desks read at the site's own address.
    options = replace(options, output=folder, base_url=address, ledger=None)
    try:
        requests.renew(command.preview(options))
        announcements.say(audience, "serving-drafts" if options.drafts else "serving", address=address)
        announcements.say(audience, "board", address=f"{address.rstrip('/')}{FOLDER}translations")
        announcements.say(audience, "importing", address=f"{address.rstrip('/')}{FOLDER}import")
        announcements.say(audience, "releases", address=f"{address.rstrip('/')}{FOLDER}releases")
        if annex:
            annex.opened(address)
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        for _ in watch(
            options.content, ROOT / "theme", watch_filter=sources, raise_interrupt=True, debounce=50, step=20
        ):
            with busy:
                is_new = requests.renew(command.preview(replace(options, began=None)))
            if is_new:
                builds.announce()
            gc.collect()  # runs leave their garbage to whoever goes on after them; nobody waits for this now
    except KeyboardInterrupt:
        return 0
    finally:
        httpd.server_close()
    return 0


class PreviewHandler(SimpleHTTPRequestHandler):
    """Sends the files of the preview, with reloading in the pages; only to browsers on this machine."""

    def __init__(
        self,
        *arguments: Any,
        folder: Path,
        builds: Builds,
        desks: Desks,
        requests: Requests,
        annex: "Annex | None" = None,
    ) -> None:
        self._annex = annex
        self._folder = folder
        self._desks = desks
        self._requests = requests
        self._builds = builds
        super().__init__(*arguments, directory=str(folder))

    def do_GET(self) -> None:
        """Answer a request."""
        if not self._is_asked_here():
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        request = urlsplit(self.path)
        if request.path == SCRIPT_ADDRESS:
            self._send("text/javascript", reload_script(self._builds.number))
        elif request.path == CHANGE_ADDRESS:
            shown = parse_qs(request.query).get("build", ["0"])[0]
            changed = self._builds.wait(int(shown) if shown.isdecimal() else 0, PATIENCE)
            self._send("text/javascript", change_script(changed))
        elif request.path.startswith(FOLDER):
            self._send_desk(request.path)
        elif self._annex and request.path.startswith(self._annex.prefix):
            self._send_answer(self._annex.answer(AnnexRequest(request.path, _fields(request.query))))
        else:
            self._send_file(request.path)

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
        """Tell whether we are asked under our own name: a page elsewhere could find another, and so read drafts."""
        return urlsplit(f"//{self.headers.get('Host', '')}").hostname in {ADDRESS, "localhost"}

    def _send_answer(self, answer: "Answer | None") -> None:
        if answer is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(answer.media, answer.data, HTTPStatus(answer.status), answer.headers)

    def _send_desk(self, address: str) -> None:
        page = self._desks.page(address)
        if page is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send("text/html", with_reloading(page))

    def _send_file(self, address: str) -> None:
        path = Path(self.translate_path(address))
        if path.is_dir() and not address.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{address}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK
        if not file.is_file():
            self._requests.fulfil(file.relative_to(self._folder).as_posix())
        if not file.is_file():  # another request may have had it made meanwhile
            file, status = self._folder / "404.html", HTTPStatus.NOT_FOUND
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        data = file.read_bytes()
        media = self.guess_type(str(file))
        self._send(media, with_reloading(data) if media == "text/html" else data, status)

    def _send(
        self,
        media: str,
        data: bytes,
        status: HTTPStatus = HTTPStatus.OK,
        headers: "Sequence[tuple[str, str]]" = (),
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
        """Say nothing of each request: the terminal is for the writer."""


def _fields(query: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(query).items()}
