"""The identity of a block: the source link at its end, which is the one mark that lives through every CMS."""

from plugins.blocks.texts import written
from plugins.blocks.views import BlockView
from plugins.blocks.words import BLOCK_WORDS
from plugins.core.block_contract import BlockIdentity
from plugins.core.markup.tree import Element


def identity(view: BlockView, version: str) -> str:
    """Give the fragment that says which block this is: `#kaiku=ID;l=fi;p=basic;v=3f9a1c0b7d2e`."""
    return BlockIdentity(view.id, view.language, view.profile).fragment(version)


def source_paragraph(view: BlockView, fragment: str = "") -> Element:
    """Give the last paragraph of a block: where it is from, linked to the newest text."""
    title = " ".join(written(view.source_title or view.title).split())
    link = Element("a", (("hreflang", view.language), ("href", view.url + fragment)), (title,))
    return Element("p", (("lang", view.language),), (f"{BLOCK_WORDS[view.language].source}: ", link))
