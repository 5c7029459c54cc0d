"""Small sites for tests: made-up content in a folder, built through the same command as staff's."""

import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from plugins.engine import command

ROOT = Path(__file__).parents[1]
THEME = ROOT / "theme"

NOW = "2031-06-01T12:00"
SITE = "name: {fi: Koesivusto, sv: Provplats}\nbase_url: https://example.org/koe/\nlanguages: [fi, sv]\n"
WITHOUT_SEARCH = f"{SITE}search: false\n"
"""Of plain sites: to index a site takes longer than to build it."""


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder; give the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def plain_site(folder: Path) -> Path:
    """Write a site with one project in two languages and no news yet, and without search."""
    return write(
        folder,
        {
            "site.yaml": WITHOUT_SEARCH,
            "projects/hanke.fi.md": "---\ntitle: Koehanke\n---\n\nHankkeen esittely.\n",
            "projects/hanke.sv.md": "---\ntitle: Provprojekt\n---\n\nProjektet i korthet.\n",
        },
    )


def site_with_search(folder: Path) -> Path:
    """Write such a site with search."""
    return write(plain_site(folder), {"site.yaml": SITE})


def news(title: str, body: str = "", **front: str) -> str:
    """Write a news item's source."""
    fields = {"title": title, "date": "2031-05-14", "project": "hanke", **front}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + f"---\n\n{body}\n"


@cache
def _plain_cache() -> tempfile.TemporaryDirectory[str]:
    """Build a plain site in a process of its own, which no test has changed; give the folder of it and its cache.

    It has news as many tests write them.
    """
    folder = tempfile.TemporaryDirectory(prefix="kaiku-tests-")
    place = Path(folder.name)
    plain_site(place / "content")
    titles = ("A", "B", "Kysely", "Juttu", "Toinen")
    write(place / "content", {f"news/{title.lower()}.fi.md": news(title) for title in titles})
    write(place / "content", {"news/b.sv.md": news("B"), "news/kysely.sv.md": news("Enkät")})
    places = [f"--{name}={place / name}" for name in ("content", "output", "cache")]
    line = [sys.executable, "-X", "utf8", str(ROOT / "tasks.py"), "build", *places, f"--now={NOW}"]
    subprocess.run(line, check=True, capture_output=True)
    return folder


def warm(cache_folder: Path) -> Path:
    """Put the cards of such a site into a cache if it is new: to draw them takes longer than a test's builds."""
    if not cache_folder.exists():
        shutil.copytree(Path(_plain_cache().name) / "cache" / "cards", cache_folder / "cards")
    return cache_folder


def options(folder: Path, **changed: object) -> command.Options:
    """Give the options of a build of `folder/content` into `folder/output`; the cache is warm."""
    if "cache" not in changed:
        warm(folder / "cache")
    given: dict[str, object] = {
        "content": folder / "content",
        "output": folder / "output",
        "cache": folder / "cache",
        "base_url": None,
        "language": "en",
        "now": NOW,
        "format": "text",
    }
    return command.Options(**{**given, **changed})  # type: ignore[arg-type]


def files_of(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder, by its path with `/`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
