"""Every block there is in a language: what it shows, what is known of it, and for which profiles it is made."""

from msgspec import Struct

from plugins.blocks.views import BlockFacts, BlockView
from plugins.core.block_contract import PROFILES, BlockIdentity, json_path


class PlannedBlock(Struct, frozen=True):
    """A block in one language, its view in the first of its profiles."""

    view: BlockView
    facts: BlockFacts
    profiles: tuple[str, ...]

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Each profile with the path of its fragment in the output tree."""
        view = self.view
        return tuple([(profile, BlockIdentity(view.id, view.language, profile).path) for profile in self.profiles])

    @property
    def json_path(self) -> str:
        """The path of the block as JSON, by which the block is known as an output."""
        return json_path(self.view.id, self.view.language)


def exported(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the profiles that are wanted, each once, in the order of all."""
    return tuple(profile for profile in PROFILES if profile in wanted)
