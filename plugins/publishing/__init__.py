"""Releases: the ledger of what has been published, and sending the site to a branch or a web root."""

from plugins.publishing.plugin import register

__all__ = ["register"]
