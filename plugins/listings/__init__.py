"""Pages: the views of home, sections, documents and the rest, per language."""

from plugins.listings.plugin import register

__all__ = ["register"]
