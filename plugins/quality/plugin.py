"""Glue: rules, inspection and verification for the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.quality.rules import RULES


def contribute(pipeline: Pipeline) -> None:
    """Put in the rules of the content."""
    pipeline.rules.extend(RULES)


def register() -> None:
    """Take part in every run."""
    opening.connect(contribute)
