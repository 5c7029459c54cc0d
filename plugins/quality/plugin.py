"""Glue: puts the rules and the report into the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.quality.report import report
from plugins.quality.rules import RULES


def register() -> None:
    """Connect the room's handler."""
    opening.connect(judge)


def judge(pipeline: Pipeline) -> None:
    """Give the run its rules and its report."""
    pipeline.rules.extend(RULES)
    pipeline.report = report
