"""The gallery of components: every example of the theme on one page, for whoever changes how things look."""

from pathlib import Path

from plugins.console import announcements
from plugins.core.languages import LANGUAGES
from plugins.core.markup.serialiser import escape_text
from plugins.theming.assets import assets
from plugins.theming.components import Component, components, render_example
from plugins.theming.templates import PageTemplates


def write_gallery(cache: Path, theme: Path, language: str) -> int:
    """Write the gallery with the theme's files into the cache, say where it is, and give the exit code."""
    folder = cache / "components"
    templates = PageTemplates(theme, tuple(LANGUAGES), {})
    for asset in assets(theme):
        target = folder / asset.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(asset.data)
    page = folder / "index.html"
    page.write_text(gallery_page(templates, theme), encoding="utf-8")
    announcements.say(announcements.Audience(language, "text"), "component-gallery", page=page)
    return 0


def gallery_page(templates: PageTemplates, theme: Path) -> str:
    """Write the page: each component with its description and its examples in their languages."""
    sections = "\n".join(_section(templates, component) for component in components(theme))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Components</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<link rel="stylesheet" href="{templates.stylesheet}"></head><body><main>\n<h1>Components</h1>\n'
        f"{sections}\n</main></body></html>\n"
    )


def _section(templates: PageTemplates, component: Component) -> str:
    shown = "\n".join(
        f"<h3>{escape_text(example.name)} ({example.language})</h3>\n"
        f'<div lang="{example.language}">'
        f"{render_example(templates.environment(example.language), component.name, example)}</div>"
        for example in component.examples
    )
    head = f'<h2 id="{component.name}">{component.name}</h2>\n<p>{escape_text(component.description)}</p>'
    return f"<section>\n{head}\n{shown}\n</section>"
