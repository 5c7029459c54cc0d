"""The theme: Jinja templates, components, catalogues of interface texts, assets, and the typesetting of bodies."""

from plugins.theming.plugin import register

__all__ = ["register"]
