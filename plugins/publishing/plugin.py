"""Glue: the ledger, the rules that it makes possible, and the desk of releases, as contributions to a run."""

from typing import TYPE_CHECKING

from plugins.core.contributions import BuildRelease, Contributions, Pipeline, Settings, rooms
from plugins.core.outputs import Kind
from plugins.publishing.identities import changed_identities, reused_addresses
from plugins.publishing.ledger_file import read_ledger
from plugins.publishing.ledger_output import ledger, render_ledger, render_schema

if TYPE_CHECKING:
    from plugins.publishing.release_desk import ReleaseDesk
    from plugins.publishing.upcoming_desk import UpcomingDesk


def register() -> None:
    """Connect the room, and what a release adds."""
    rooms.connect(contribute)
    rooms.connect(record)


def contribute(_: Settings) -> Contributions:
    """Return what reads the last release's ledger and holds the content against it."""
    return Contributions(
        read_ledger=read_ledger,
        rules=(changed_identities, reused_addresses),
        desks={"releases": release_desk, "upcoming": upcoming_desk},
    )


def record(settings: Settings) -> Contributions:
    """Return what writes the ledger of a release."""
    if not settings.release:
        return Contributions()
    kinds = {"ledger": Kind(render_ledger), "ledger-schema": Kind(render_schema)}
    return Contributions(sequels=(ledger,), kinds=kinds)


def release_desk(pipeline: Pipeline, build: BuildRelease) -> "ReleaseDesk":
    """Open the desk of releases, which only a preview asks for."""
    from plugins.publishing.release_desk import ReleaseDesk

    return ReleaseDesk(pipeline.settings, build)


def upcoming_desk(_pipeline: Pipeline, _build: BuildRelease) -> "UpcomingDesk":
    """Open the desk of what is to come, which only a preview asks for."""
    from plugins.publishing.upcoming_desk import UpcomingDesk

    return UpcomingDesk()
