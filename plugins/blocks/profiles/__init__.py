"""The profiles: for each text format of a CMS what becomes of the elements of a block."""

from collections.abc import Mapping
from types import MappingProxyType

from plugins.blocks.profiles import flow
from plugins.blocks.profiles.full import FULL
from plugins.blocks.profiles.marks import MARKS
from plugins.blocks.profiles.restricted import RESTRICTED
from plugins.blocks.writer import Profile

BASIC = Profile("basic", flow.FLOW, MARKS, "em", flow.paragraphs, flow.item, has_lead=False)
"""For what the usual editor of a CMS keeps (Drupal's Basic HTML); the others are told by what they write otherwise."""

PROFILES: Mapping[str, Profile] = MappingProxyType({one.name: one for one in (BASIC, RESTRICTED, FULL)})
