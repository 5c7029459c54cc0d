"""Pictures as an item of a feed shows them: one size, by its full address."""

from collections.abc import Sequence

from plugins.core.addresses import absolute
from plugins.core.destinations import picture_variants
from plugins.core.documents import Variant, Version
from plugins.core.index import SiteIndex
from plugins.core.markup.pictures import COLUMN, ShownPicture
from plugins.feeds.model import LeadPicture

ENOUGH = COLUMN
"""Pixels: feed readers show a column of text, and few of them choose among sizes."""


def lead_picture(index: SiteIndex, version: Version) -> LeadPicture | None:
    """Show the picture that front matter names, with the credit in the version's language."""
    image = version.image
    variants = picture_variants(index, image.file) if image else ()
    if image is None or not variants:
        return None
    chosen = _chosen(variants)
    return LeadPicture(_shown(index, image.file, chosen), chosen, variants[0].path, image.alt, _caption(index, version))


def _caption(index: SiteIndex, version: Version) -> str:
    """Write the caption of front matter's picture, and who made it."""
    image = version.image
    if image is None or not image.credit:
        return image.caption if image else ""
    credit = f"{index.site.language(version.language).names['picture']}: {image.credit}"
    stop = "" if image.caption.endswith((".", "!", "?", "…", "”")) else "."
    return f"{image.caption}{stop} {credit}" if image.caption else credit


def body_pictures(index: SiteIndex, version: Version) -> tuple[ShownPicture, ...]:
    """Show the pictures of a body, each once."""
    files = dict.fromkeys(reference.target for reference in version.body.references if reference.kind == "image")
    found = ((file, picture_variants(index, file)) for file in files)
    return tuple(_shown(index, file, _chosen(variants)) for file, variants in found if variants)


def _chosen(variants: Sequence[Variant]) -> Variant:
    return next((variant for variant in variants if variant.width >= ENOUGH), variants[-1])


def _shown(index: SiteIndex, file: str, chosen: Variant) -> ShownPicture:
    return ShownPicture(f"image:{file}", absolute(index.site, f"/{chosen.path}"), chosen.width, chosen.height)
