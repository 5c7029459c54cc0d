"""The renderer of indexes: runs Pagefind over documents that are written into a folder of their own."""

import gzip
import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.addresses import page_file
from plugins.core.outputs import Materials, Rendering
from plugins.search.documents import document_html
from plugins.search.outlet import ENTRY_FILE
from plugins.search.views import SearchEntry, SearchView

PARTS = ("*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment", "pagefind.js")
"""What the search page loads; Pagefind also writes interfaces of its own, which it does not."""

FACETS_FILE = "facets.json"
"""What results are narrowed by and what they show: of each the type, the projects, the year and the date.

Pagefind has filters of its own, but writes them in an order that differs from run to run.
"""
MAGIC = b"pagefind_dcd"
"""How Pagefind's files begin once they are unpacked."""


class SearchIndexError(Exception):
    """Pagefind did not make an index; the text is what it said."""


def render_index(view: SearchView, materials: Materials) -> Rendering:
    """Render the index of a language."""
    with TemporaryDirectory(prefix="kaiku-search-") as place:
        site, bundle = Path(place, "site"), Path(place, "bundle")
        site.mkdir()
        for entry in view.entries:
            file = site / page_file(entry.address)
            file.parent.mkdir(parents=True, exist_ok=True)
            text = document_html(entry, materials.tree(entry.body), view.language)
            file.write_text(text, encoding="utf-8", errors="replace")
        _run(site, bundle, view.language)
        files = {view.folder + path: data for path, data in _read(bundle, view.language)}
        files[view.folder + FACETS_FILE] = _facets(view, bundle)
        return Rendering(files.pop(view.folder + ENTRY_FILE), beside=files)


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


def _facets(view: SearchView, bundle: Path) -> bytes:
    """Write what is known of each result, by the id that Pagefind gives it."""
    entries = {entry.address: entry for entry in view.entries}
    facets = {file.stem: _facet(entries, file) for file in sorted(bundle.glob("fragment/*.pf_fragment"))}
    return json.dumps(facets, ensure_ascii=False, separators=(",", ":")).encode()


def _facet(entries: Mapping[str, SearchEntry], file: Path) -> list[object]:
    fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(MAGIC))
    entry = entries[fragment["url"]]
    return [entry.type, entry.projects, entry.year, entry.date]
