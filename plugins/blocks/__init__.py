"""Blocks: HTML fragments that an editor puts into a page of the CMS, and that survive its filters."""

from plugins.blocks.plugin import register

__all__ = ["register"]
