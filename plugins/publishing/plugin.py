"""Glue: puts the ledger into the pipeline, and the rules that it makes possible."""

from plugins.core.pipeline import Pipeline, opening
from plugins.publishing.identities import changed_identities, reused_addresses
from plugins.publishing.last_release import LastRelease
from plugins.publishing.ledger_file import read_ledger
from plugins.publishing.outlet import ledger
from plugins.publishing.release_desk import ReleaseDesk
from plugins.publishing.rendering import render_ledger, render_schema


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run read the last release's ledger and hold the content against it; a release writes its own."""
    pipeline.read_ledger = read_ledger
    pipeline.last_release = LastRelease(pipeline)
    pipeline.desks["releases"] = ReleaseDesk(pipeline)
    pipeline.rules += [changed_identities, reused_addresses]
    if pipeline.release:
        pipeline.sequels.append(ledger)
        pipeline.renderers["ledger"] = render_ledger
        pipeline.renderers["ledger-schema"] = render_schema
