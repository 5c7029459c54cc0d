"""The views of pages at addresses where something used to be."""

from plugins.core.values import value
from plugins.listings.views.parts import Anchor, Shell


@value
class RedirectPage:
    """An earlier address of a document: browsers go on to `target` by themselves, and readers can."""

    shell: Shell
    target: Anchor


@value
class NoticePage:
    """An address whose document was withdrawn: nothing of what was there, but the nearest list (`section`)."""

    shell: Shell
    section: Anchor
