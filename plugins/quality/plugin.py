"""Glue: puts the rules and the report into the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.quality.report import report
from plugins.quality.rules import BUILD_RULES, RELEASE_RULES


def register() -> None:
    """Connect the room's handler."""
    opening.connect(judge)


def judge(pipeline: Pipeline) -> None:
    """Give the run its rules and its report."""
    pipeline.rules.extend(RELEASE_RULES if pipeline.release else BUILD_RULES)
    pipeline.report = report
