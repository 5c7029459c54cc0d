"""Blocks: pieces of the site that an editor puts into a page of another system, and that live through it."""

from plugins.blocks.plugin import register

__all__ = ["register"]
