"""The views of pages at addresses where something used to be."""

from dataclasses import dataclass

from plugins.core.views import view
from plugins.listings.views.parts import Anchor, Shell


@view
@dataclass(frozen=True, slots=True)
class RedirectPage:
    """An earlier address of a document: browsers go on to `target` by themselves, and readers can."""

    shell: Shell
    target: Anchor


@view
@dataclass(frozen=True, slots=True)
class NoticePage:
    """An address whose document was withdrawn: nothing of what was there, but the nearest list (`section`)."""

    shell: Shell
    section: Anchor
