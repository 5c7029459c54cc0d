"""The README's pictures, made of the real site: `python -m bench.pictures`."""

import io
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

from plugins.console.arguments import ROOT
from plugins.engine import command
from tests.chromium import FLAGS, executable

FOLDER = ROOT / "docs/pictures"
MOMENT = "2026-02-20T12:00"
DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
PICTURES = {
    "home": ("", DESK, "light"),
    "project": ("sv/projekt/digitala-tidningar/", DESK, "light"),
    "dark": ("", DESK, "dark"),
    "phone": ("uutiset/alkukartoituskysely/", PHONE, "light"),
}
"""By name: the page, the window and the colour scheme."""
COLOURS = 64
LARGEST = 150_000


class Quiet(SimpleHTTPRequestHandler):
    """Sends files and keeps silent about it."""

    def log_message(self, *_: object) -> None:
        """Do nothing."""


def main() -> None:
    """Build the site, look at its pages, and keep what was seen."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        code = command.build(command.Options(ROOT / "content", site, Path(place) / "cache", None, "en", MOMENT, "text"))
        if code:
            raise SystemExit(code)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, data in seen(f"http://127.0.0.1:{server.server_port}/").items():
            keep(name, data)


def keep(name: str, data: bytes) -> None:
    """Keep a picture, in few colours, and say how large it is."""
    small = Image.open(io.BytesIO(data)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(FOLDER / f"{name}.png", optimize=True)
    size = (FOLDER / f"{name}.png").stat().st_size
    print(f"{name}.png: {size // 1000} kB" + (", too large" if size > LARGEST else ""))


def seen(site: str) -> dict[str, bytes]:
    """Take a picture of each page."""
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        for name, (page, window, scheme) in PICTURES.items():
            view = browser.new_page(viewport=window, color_scheme="dark" if scheme == "dark" else "light")
            view.goto(site + page, wait_until="networkidle")
            found[name] = view.screenshot()
    return found


if __name__ == "__main__":
    main()
