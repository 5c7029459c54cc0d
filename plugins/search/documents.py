"""Documents as Pagefind reads them: a page of HTML each, without anything that surrounds it on the site."""

from collections.abc import Iterator

from plugins.core.markup.serialiser import escape_text, start_tag, to_html
from plugins.core.markup.tree import Tree
from plugins.search.views import SearchEntry


def document_html(entry: SearchEntry, tree: Tree, language: str) -> str:
    """Write a document for the index: title, text, then what its page says beside the text."""
    beside = "".join(f"<p>{escape_text(text)}</p>" for text in entry.texts)
    return (
        f'<!doctype html><html lang="{language}"><head><title>{escape_text(entry.title)}</title></head>'
        f"<body><main data-pagefind-body>{''.join(_marks(entry))}"
        f'<h1 data-pagefind-meta="title">{escape_text(entry.title)}</h1>{to_html(tree)}{beside}</main></body></html>'
    )


def _marks(entry: SearchEntry) -> Iterator[str]:
    """Write what results are told apart by and what they show."""
    yield _mark("filter", "type", entry.type)
    yield _mark("meta", "type", entry.type)
    for key in entry.projects:
        yield _mark("filter", "project", key)
    if entry.projects:
        yield _mark("meta", "projects", " ".join(entry.projects))
    if entry.year:
        yield _mark("filter", "year", entry.year)
        yield _mark("meta", "date", entry.date)


def _mark(kind: str, name: str, value: str) -> str:
    attributes = ((f"data-pagefind-{kind}", f"{name}[data-value]"), ("data-value", value))
    return f"{start_tag('span', attributes)}</span>"
