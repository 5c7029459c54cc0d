"""What staff write: front matter with positions, one schema per type, Markdown to a sanitised tree, symbolic links."""

from plugins.authoring.plugin import register

__all__ = ["register"]
