"""Cards: the picture of a page by which other services show a link to it, drawn of its title."""

from plugins.cards.plugin import register

__all__ = ["register"]
