"""Glue: puts the rules and the report into the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.quality.embargo import leaks
from plugins.quality.inspection import inspect
from plugins.quality.privacy.attachments import AttachmentSurvey
from plugins.quality.report import report
from plugins.quality.rules import BUILD_RULES, RELEASE_RULES, WRITING_RULES
from plugins.quality.verification import dead_links
from plugins.quality.version import version_of


def register() -> None:
    """Connect the room's handler."""
    opening.connect(judge)
    opening.connect(try_links)


def judge(pipeline: Pipeline) -> None:
    """Give the run its rules, its look at what was made, and its report."""
    pipeline.rules.extend(RELEASE_RULES if pipeline.release else BUILD_RULES)
    pipeline.writing_rules = WRITING_RULES
    pipeline.writing_key = version_of("rules", "privacy")
    pipeline.attachments = AttachmentSurvey()
    pipeline.inspect = inspect
    pipeline.verifiers += [dead_links, leaks]
    pipeline.report = report


def try_links(pipeline: Pipeline) -> None:
    """Let the run try links to other sites, when it was asked to."""
    if pipeline.external:
        from plugins.quality.external.unreachable import UnreachableLinks

        pipeline.verifiers.append(UnreachableLinks(pipeline.folders, pipeline.stages))
