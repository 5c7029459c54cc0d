"""The views of pages at addresses where something used to be."""

from msgspec import Struct

from plugins.listings.views.parts import Anchor, Shell


class RedirectPage(Struct, frozen=True):
    """An earlier address of a document: browsers go on to `target` by themselves, and readers can."""

    shell: Shell
    target: Anchor


class NoticePage(Struct, frozen=True):
    """An address whose document was withdrawn: nothing of what was there, but the nearest list (`section`)."""

    shell: Shell
    section: Anchor
