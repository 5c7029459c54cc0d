"""Every block there is in a language: what it shows, what is known of it, and for which profiles it is made."""

from dataclasses import dataclass

from plugins.blocks.views import BlockFacts, BlockView

EXPORTED = ("basic", "restricted", "full")
"""The profiles of blocks, as far as blocks.yaml asks for them; of a block's own the first is its view's."""


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """A block in one language, its view in the first of its profiles."""

    view: BlockView
    facts: BlockFacts
    profiles: tuple[str, ...]


def exported(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give the profiles that are wanted, each once, in the order of all."""
    return tuple(profile for profile in EXPORTED if profile in wanted)
