"""New documents: the files that `./kaiku new` begins, and those that imports make."""

from plugins.drafts.plugin import register

__all__ = ["register"]
