"""Glue: Pelican's moments to the stages of a run."""

from collections.abc import Sequence
from typing import Any

from pelican import Pelican, signals

from plugins.engine.generator import SiteGenerator
from plugins.engine.run import Run


def register() -> None:
    """Connect the room's handlers to Pelican's signals."""
    signals.initialized.connect(open_run)
    signals.get_generators.connect(name_generator)
    signals.all_generators_finalized.connect(decide)


def open_run(pelican: Pelican) -> None:
    """Make the run, and let every room put what it has into it."""
    pelican.settings["KAIKU_RUN"] = Run.opened(pelican.settings)


def name_generator(_: Pelican) -> type[SiteGenerator]:
    """Return the generator that takes the place of Pelican's own."""
    return SiteGenerator


def decide(generators: Sequence[Any]) -> None:
    """Judge everything that was read; the last moment when nothing has been written."""
    for generator in generators:
        if isinstance(generator, SiteGenerator):
            generator.run.decide()
