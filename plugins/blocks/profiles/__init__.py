"""The profiles: which text format a block is for, and what each makes of the one tree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.blocks.allowlist import BASIC_ELEMENTS, Allowed
from plugins.blocks.composition import Composition
from plugins.blocks.profiles import basic
from plugins.blocks.profiles.shaping import Shaped
from plugins.blocks.views import BlockView


@dataclass(frozen=True, slots=True)
class Profile:
    """A text format: how a composed block is mapped to it, and what may be in it when everything is done."""

    name: str
    shape: Callable[[Composition, BlockView], Shaped]
    allowed: Allowed


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {profile.name: profile for profile in (Profile("basic", basic.shape, BASIC_ELEMENTS),)}
)
"""By name; the first is the default."""
