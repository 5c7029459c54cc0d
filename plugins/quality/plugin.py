"""Glue: the rules and the report, as contributions to a run."""

from functools import cache
from pathlib import Path

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.disk.code_version import code_version
from plugins.quality.embargo import leaks
from plugins.quality.inspection import inspect
from plugins.quality.privacy.attachments import LIBRARIES, AttachmentSurvey
from plugins.quality.report import report
from plugins.quality.rules import BUILD_RULES, RELEASE_RULES, WRITING_RULES
from plugins.quality.verification import dead_links


@cache
def _writing_key() -> str:
    room = Path(__file__).parent
    return code_version(room / "rules", room / "privacy", libraries=LIBRARIES)


def register() -> None:
    """Connect the room, and what tries links."""
    rooms.connect(contribute)
    rooms.connect(try_links)


def contribute(settings: Settings) -> Contributions:
    """Return the rules, the look at what was made, and the report."""
    return Contributions(
        rules=RELEASE_RULES if settings.release else BUILD_RULES,
        writing_rules=WRITING_RULES,
        writing_key=_writing_key(),
        attachments=AttachmentSurvey(),
        inspect=inspect,
        verifiers=(dead_links, leaks),
        report=report,
    )


def try_links(settings: Settings) -> Contributions:
    """Return what tries links to other sites, for a run that was asked to."""
    if not settings.external:
        return Contributions()
    from plugins.quality.external.unreachable import UnreachableLinks

    return Contributions(verifiers=(UnreachableLinks(settings.folders, settings.stages),))
