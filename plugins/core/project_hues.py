"""The colours of projects: each has one of those that the theme keeps, wherever it is shown."""

from collections.abc import Mapping

from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex

HUES = 6
"""How many colours the theme keeps for projects."""


def project_hues(index: SiteIndex) -> Mapping[str, int]:
    """Give each project's colour, 1 to 6, by the order of all project keys: publishing one recolours no other."""
    keys = [one.key for one in index.documents if one.type is DocumentType.PROJECTS]
    return {key: place % HUES + 1 for place, key in enumerate(keys)}
