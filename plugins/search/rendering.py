"""The renderer of indexes: runs Pagefind over documents that are written into a folder of their own."""

import gzip
import json
import subprocess
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec.structs import replace

from plugins.core.addresses import page_file
from plugins.core.markup.serialiser import escape_text, to_html
from plugins.core.markup.text import is_mark_of_note, plain_text
from plugins.core.markup.tree import Element, Tree, mapped
from plugins.core.outputs import Materials, Rendering
from plugins.search.compounds import JOINT, Compounds
from plugins.search.outlet import ENTRY_FILE
from plugins.search.views import SearchEntry, SearchView
from plugins.theming.hyphenation import joints

PARTS = ("*.pf_meta", "index/*.pf_index", "pagefind.js")
"""What the search page loads beside fragments; Pagefind also writes interfaces of its own, which it does not."""

FRAGMENTS = "fragment/*.pf_fragment"
"""The texts of documents, of which excerpts are made."""

FACETS_FILE = "facets.json"
"""What results are narrowed by and what they show: of each the type, the projects, the year and the date.

Pagefind has filters of its own, but writes them in an order that differs from run to run.
"""
_JOINED = frozenset({"caption", "dt", "th"})
"""Elements whose last word Pagefind joins to the first of the next one."""
MAGIC = b"pagefind_dcd"
"""How Pagefind's files begin once they are unpacked."""


class SearchIndexError(Exception):
    """Pagefind did not make an index; the text is what it said."""


class IndexRenderer:
    """Renders the index of a language; of a theme it needs the lists of where compounds have their joints."""

    def __init__(self, theme: Path) -> None:
        """Look at nothing yet."""
        self._folder = theme / "hyphenation"

    @cached_property
    def version(self) -> str:
        """What an index depends on beside what it shows."""
        lists = [file.read_bytes() for file in sorted(self._folder.glob("*.txt"))]
        return blake2b(b"\0".join(lists), digest_size=8).hexdigest()

    def __call__(self, view: SearchView, materials: Materials) -> Rendering:
        """Render an index."""
        listed = joints(self._folder / f"{view.language}.txt")
        compounds = Compounds(view.language, _texts(view, materials), listed)
        with TemporaryDirectory(prefix="kaiku-search-") as place:
            site, bundle = Path(place, "site"), Path(place, "bundle")
            site.mkdir()
            for entry in view.entries:
                file = site / page_file(entry.address)
                file.parent.mkdir(parents=True, exist_ok=True)
                text = _document(entry, materials.tree(entry.body), view.language, compounds)
                file.write_text(text, encoding="utf-8", errors="replace")
            _run(site, bundle, view.language)
            fragments = {file.stem: _fragment(file) for file in sorted(bundle.glob(FRAGMENTS))}
            files = {view.folder + path: data for path, data in _read(bundle, view.language)}
            files |= {
                f"{view.folder}fragment/{name}.pf_fragment": _packed(fragment) for name, fragment in fragments.items()
            }
            files[view.folder + FACETS_FILE] = _facets(view, fragments)
            return Rendering(files.pop(view.folder + ENTRY_FILE), beside=files)


def _texts(view: SearchView, materials: Materials) -> Iterator[str]:
    for entry in view.entries:
        yield from (entry.title, *entry.texts, plain_text(materials.tree(entry.body)))


def _document(entry: SearchEntry, tree: Tree, language: str, compounds: Compounds) -> str:
    texts = tuple(compounds.marked(text) for text in entry.texts)
    marked = replace(entry, title=compounds.marked(entry.title), texts=texts)
    return document_html(marked, compounds.marked_tree(tree), language)


def _run(site: Path, bundle: Path, language: str) -> None:
    from pagefind_bin import get_executable

    order = [str(get_executable()), "--site", str(site), "--output-path", str(bundle)]
    order += ["--force-language", language, "--silent"]
    done = subprocess.run(order, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        raise SearchIndexError(done.stdout + done.stderr)


def _read(bundle: Path, language: str) -> Iterator[tuple[str, bytes]]:
    for pattern in (ENTRY_FILE, *PARTS, f"wasm.{language}.pagefind", "wasm.unknown.pagefind"):
        for file in sorted(bundle.glob(pattern)):
            yield file.relative_to(bundle).as_posix(), file.read_bytes()


def _fragment(file: Path) -> dict[str, Any]:
    """Read what excerpts and results are made of, without the marks of joints: words stay where they were."""
    found: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()).removeprefix(MAGIC))
    found["content"] = found["content"].replace(JOINT, "")
    found["meta"] = {name: text.replace(JOINT, "") for name, text in found["meta"].items()}
    found["anchors"] = [{**anchor, "text": anchor["text"].replace(JOINT, "")} for anchor in found["anchors"]]
    return found


def _packed(fragment: Mapping[str, Any]) -> bytes:
    written = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(MAGIC + written.encode(), mtime=0)


def _facets(view: SearchView, fragments: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Write what is known of each result, by the id that Pagefind gives it."""
    entries = {entry.address: entry for entry in view.entries}
    found = {name: entries[fragment["url"]] for name, fragment in fragments.items()}
    facets = {name: [entry.type, entry.projects, entry.year, entry.date] for name, entry in found.items()}
    return json.dumps(facets, ensure_ascii=False, separators=(",", ":")).encode()


def _parted(element: Element) -> Element:
    """Part the words of a cell from the next ones, and leave out the number of a note, which is no word."""
    if element.tag in _JOINED:
        return element.holding((*element.children, " "))
    is_number = element.tag == "sup" and is_mark_of_note(element)
    return element.having(**{"data-pagefind-ignore": ""}) if is_number else element


def document_html(entry: SearchEntry, tree: Tree, language: str) -> str:
    """Write a document for the index: title, text, then what its page says beside the text."""
    title = escape_text(entry.title)
    beside = "".join(f"<p>{escape_text(text)}</p>" for text in entry.texts)
    text = f'<h1 data-pagefind-meta="title">{title}</h1>{to_html(mapped(tree, _parted))}{beside}'
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title}</title></head>'
        f"<body><main data-pagefind-body>{text}</main></body></html>"
    )
