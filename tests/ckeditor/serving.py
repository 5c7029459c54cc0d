"""The real editor on a page of its own, and blocks put into it as people do."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeAlias

from playwright.sync_api import Browser, Page

from plugins.cms.reading import comparable, tree_of
from plugins.cms.simulation import simulated
from plugins.cms.text_format import known_format
from plugins.core.block_contract import BlockIdentity
from plugins.core.markup.tree import BLOCK_TAGS, Tree
from plugins.scanning.findings import Page as CmsPage
from plugins.scanning.findings import findings
from plugins.scanning.known_blocks import KnownBlock
from tests.blocks.fragments import text_of, version_of
from tests.ckeditor.installation import editor

HERE = Path(__file__).parent
WRITE = """(html) => navigator.clipboard.write([new ClipboardItem({
    "text/html": new Blob([html], {type: "text/html"}), "text/plain": new Blob(["teksti"], {type: "text/plain"})})])"""
"""What the copy button does."""


class EditorFiles(SimpleHTTPRequestHandler):
    """The page with the editor, and the editor."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/allowed.json":
            allowed = known_format("basic").allowed or {}
            self.send(json.dumps({tag: sorted(names) for tag, names in allowed.items()}), "application/json")
        elif path == "/editor.html":
            self.send((HERE / "editor.html").read_text(encoding="utf-8"), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        return str(editor() / Path(path).name)

    def send(self, text: str, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def open_editor(browser: Browser, profile: str) -> Iterator[Page]:
    """Open the editor as the text format of a profile has it."""
    editor()  # fails here, saying why, when it cannot be had
    with ThreadingHTTPServer(("127.0.0.1", 0), EditorFiles) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        context = browser.new_context(base_url=base, permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"/editor.html?format={profile}")
        page.wait_for_selector("body[data-ready]")
        yield page
        context.close()
        server.shutdown()


def through_source_view(page: Page, html: str) -> str:
    """Put HTML into the source view and save; the editor's own marks of items are left out, as the format does."""
    return str(page.evaluate("(html) => { editor.setData(html); return editor.getData(); }", html))


def through_clipboard(page: Page, html: str) -> str:
    """Copy HTML as the button does, paste it into an empty editor, and save."""
    page.evaluate("editor.setData('')")
    page.evaluate(WRITE, html)
    page.locator(".ck-editor__editable").click()
    page.keyboard.press("ControlOrMeta+v")
    page.wait_for_function("editor.getData() !== ''")
    return str(page.evaluate("editor.getData()"))


def shown(saved: str, profile: str) -> str:
    """What readers get of what was saved."""
    return simulated(saved, known_format(profile))


Run: TypeAlias = tuple[object, object, str]
"""The blocks around a text, its marks, and the text."""


def runs(html: str) -> list[Run]:
    """What stands in HTML: each text with the blocks around it, and its marks whatever their order.

    A break has no marks, spaces beside it show nothing, nor does the last one of a block.
    """
    found: list[Run] = []
    _walk(comparable(tree_of(html)), (), frozenset(), found)
    texts = ["", *(re.sub(" *\n *", "\n", one[2]) for one in found), ""]
    for number in range(1, len(texts) - 1):
        if texts[number - 1].endswith("\n"):
            texts[number] = texts[number].lstrip(" ")
        if texts[number + 1].startswith("\n"):
            texts[number] = texts[number].rstrip(" ")
    said = [(blocks, marks, text) for (blocks, marks, _), text in zip(found, texts[1:], strict=False) if text]
    nexts = [*(one[0] for one in said[1:]), None]
    return [one for one, after in zip(said, nexts, strict=True) if one[2].strip() or one[0] == after]


def _walk(nodes: Tree, blocks: tuple[object, ...], marks: frozenset[object], found: list[Run]) -> None:
    for number, node in enumerate(nodes):
        if isinstance(node, str):
            _put(found, (blocks, marks, node))
        elif node.tag in BLOCK_TAGS:
            _walk(node.children, (*blocks, (number, node.tag, node.attributes)), marks, found)
        elif node.tag == "br":
            _put(found, (blocks, frozenset(), "\n"))
        else:
            _walk(node.children or ("",), blocks, marks | {node.tag, *node.attributes}, found)


def _put(found: list[Run], run: Run) -> None:
    """Add a text, to the one before it where it has the same marks."""
    before = found.pop()[2] if found and found[-1][:2] == run[:2] else ""
    found.append((run[0], run[1], before + run[2]))


def scanned(html: str, block: str, profile: str, url: str) -> list[str]:
    """What the scan says of a page that shows this, when the block is known."""
    known = KnownBlock("uutinen", "fi", profile, "Otsikko", url, version_of(_inner(block)), "2031-05-14", (), block,
                       text_of(block))  # fmt: skip
    page = f"<!DOCTYPE html><html><head><title>Sivu</title></head><body><main>{html}</main></body></html>"
    found = findings(
        CmsPage("https://cms.example/sivu", page.encode()), {BlockIdentity("uutinen", "fi", profile): known}
    )
    return [" ".join((str(one.state), *one.reasons)) for one in found]


def _inner(block: str) -> str:
    """A block as it is hashed: with the source link's address alone."""
    before, mark, after = block.rpartition("#kaiku=")
    return before + after[after.index('"') :] if mark else block
