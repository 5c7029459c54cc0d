"""Two languages as equals: versions that must be there, are still true to one another, and tell the same facts."""

from plugins.bilingual.plugin import register

__all__ = ["register"]
