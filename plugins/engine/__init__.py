"""The only adapter to Pelican: the generator, the stages of a run, the check that every room registered."""

from plugins.engine.plugin import register

__all__ = ["register"]
