"""Pictures as an item of a feed shows them: one size, by its full address."""

from plugins.core.addresses import absolute
from plugins.core.destinations import picture_variants
from plugins.core.documents import Variant, Version
from plugins.core.index import SiteIndex
from plugins.core.markup.pictures import ShownPicture
from plugins.feeds.model import LeadPicture

ENOUGH = 800
"""Pixels: feed readers show a column of text, and few of them choose among sizes."""


def lead_picture(index: SiteIndex, version: Version) -> LeadPicture | None:
    """Show the picture that front matter names, with the credit in the version's language."""
    image = version.image
    shown = _shown(index, image.file) if image else None
    if image is None or shown is None:
        return None
    if not image.credit:
        return LeadPicture(shown, image.alt, image.caption)
    credit = f"{index.site.language(version.language).names['picture']}: {image.credit}"
    stop = "" if image.caption.endswith((".", "!", "?", "…", "”")) else "."
    return LeadPicture(shown, image.alt, f"{image.caption}{stop} {credit}" if image.caption else credit)


def body_pictures(index: SiteIndex, version: Version) -> tuple[ShownPicture, ...]:
    """Show the pictures of a body, each once."""
    files = dict.fromkeys(one.target for one in version.body.references if one.kind == "image")
    return tuple(shown for file in files if (shown := _shown(index, file)))


def _shown(index: SiteIndex, file: str) -> ShownPicture | None:
    variants = picture_variants(index, file)
    if not variants:
        return None
    chosen: Variant = next((one for one in variants if one.width >= ENOUGH), variants[-1])
    return ShownPicture(f"image:{file}", absolute(index.site, f"/{chosen.path}"), chosen.width, chosen.height)
