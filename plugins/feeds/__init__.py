"""Feeds: what is new, for readers' programs, per language, section and project."""

from plugins.feeds.plugin import register

__all__ = ["register"]
