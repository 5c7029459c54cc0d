"""Search: an index of each language's documents for the search page, made by Pagefind."""

from plugins.search.plugin import register

__all__ = ["register"]
