"""The profiles: for each text format of a CMS what becomes of the elements of a block."""

from collections.abc import Mapping
from types import MappingProxyType

from plugins.blocks.profiles.basic import BASIC
from plugins.blocks.profiles.full import FULL
from plugins.blocks.profiles.restricted import RESTRICTED
from plugins.blocks.writer import Profile

PROFILES: Mapping[str, Profile] = MappingProxyType({profile.name: profile for profile in (BASIC, RESTRICTED, FULL)})
