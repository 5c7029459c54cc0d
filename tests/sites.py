"""Small sites for tests: made-up content in a folder, built through the same command as staff's."""

from pathlib import Path

from plugins.engine import command

NOW = "2031-06-01T12:00"
SITE = "name: {fi: Koesivusto, sv: Provplats}\nbase_url: https://example.org/koe/\nlanguages: [fi, sv]\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder; give the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def plain_site(folder: Path) -> Path:
    """Write a site with one project in two languages and no news yet."""
    return write(
        folder,
        {
            "site.yaml": SITE,
            "projects/hanke.fi.md": "---\ntitle: Koehanke\n---\n\nHankkeen esittely.\n",
            "projects/hanke.sv.md": "---\ntitle: Provprojekt\n---\n\nProjektet i korthet.\n",
        },
    )


def news(title: str, body: str = "", **front: str) -> str:
    """Write a news item's source."""
    fields = {"title": title, "date": "2031-05-14", "project": "hanke", **front}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + f"---\n\n{body}\n"


def options(folder: Path, **changed: object) -> command.Options:
    """Give the options of a build of `folder/content` into `folder/output`."""
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
