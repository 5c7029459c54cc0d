"""Pictures: what they are, the sizes they are published in, and making these without what an original hides."""

from plugins.images.plugin import register

__all__ = ["register"]
