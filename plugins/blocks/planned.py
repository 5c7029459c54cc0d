"""Every block there is in a language: what it shows, what is known of it, and for which profiles it is made."""

from plugins.blocks.views import BlockFacts, BlockView
from plugins.core.values import value

EXPORTED = ("basic", "restricted", "full")
"""The profiles of blocks, as far as blocks.yaml asks for them; of a block's own the first is its view's."""

USUAL = "basic"
"""The profile for the usual editor's text format: the one that is shown, copied and told of."""


@value
class PlannedBlock:
    """A block in one language, its view in the first of its profiles."""

    view: BlockView
    facts: BlockFacts
    profiles: tuple[str, ...]

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Give each profile with the path of its fragment in the output tree."""
        stem = f"blocks/{self.view.id}/{self.view.language}"
        return tuple([(profile, f"{stem}.{profile}.html") for profile in self.profiles])

    @property
    def json_path(self) -> str:
        """Give the path of the block as JSON, by which the block is known as an output."""
        return f"blocks/{self.view.id}/{self.view.language}.json"


def exported(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give the profiles that are wanted, each once, in the order of all."""
    return tuple(profile for profile in EXPORTED if profile in wanted)
