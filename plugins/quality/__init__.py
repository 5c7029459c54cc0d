"""Quality: the rules that the content must keep, the proofs that the output must pass, and the report of faults."""

from plugins.quality.plugin import register

__all__ = ["register"]
