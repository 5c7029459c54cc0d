"""Documents as Pagefind reads them: a page of HTML each, without anything that surrounds it on the site."""

from plugins.core.markup.serialiser import escape_text, to_html
from plugins.core.markup.tree import Tree
from plugins.search.views import SearchEntry


def document_html(entry: SearchEntry, tree: Tree, language: str) -> str:
    """Write a document for the index: title, text, then what its page says beside the text."""
    title = escape_text(entry.title)
    beside = "".join(f"<p>{escape_text(text)}</p>" for text in entry.texts)
    text = f'<h1 data-pagefind-meta="title">{title}</h1>{to_html(tree)}{beside}'
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title}</title></head>'
        f"<body><main data-pagefind-body>{text}</main></body></html>"
    )
