"""The profiles: which text format a block is for, and what each makes of the one tree."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.blocks.allowlist import BASIC_ELEMENTS, FULL_ELEMENTS, RESTRICTED_ELEMENTS, Allowed
from plugins.blocks.composition import Composition
from plugins.blocks.profiles import basic, full, restricted
from plugins.blocks.profiles.shaping import Shaped
from plugins.blocks.views import BlockView
from plugins.core.markup.tree import Tree
from plugins.core.values import value


@value
class Profile:
    """A text format: how a composed block is mapped to it, and what may be in it when everything is done."""

    name: str
    shape: Callable[[Composition, BlockView], Shaped]
    allowed: Allowed
    around: Callable[[Tree, BlockView], Tree] = lambda nodes, _view: nodes
    """Puts what the format keeps around the whole block."""


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile("basic", basic.shape, BASIC_ELEMENTS),
            Profile("restricted", restricted.shape, RESTRICTED_ELEMENTS),
            Profile("full", full.shape, FULL_ELEMENTS, full.in_section),
        )
    }
)
"""By name; the first is the default."""
