"""The profile `basic`: what the usual editor of a CMS keeps (Drupal's Basic HTML)."""

from plugins.blocks.profiles import flow
from plugins.blocks.profiles.marks import MARKS
from plugins.blocks.writer import Profile

BASIC = Profile("basic", flow.FLOW, MARKS, "em", flow.paragraphs, flow.item, flow.nothing)
