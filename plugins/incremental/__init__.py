"""Doing only what is needed: the cache of readings, fingerprints of outputs, staging and commit, parallel work."""

from plugins.incremental.plugin import register

__all__ = ["register"]
