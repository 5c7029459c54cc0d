"""The workbench: pages from which editors of the CMS copy blocks, and see what changed in them."""

from plugins.workbench.plugin import register

__all__ = ["register"]
