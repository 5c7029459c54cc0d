"""Pictures as a page shows them: of front matter, of the text, and for those who link to the page."""

from plugins.core.addresses import absolute
from plugins.core.destinations import picture_variants
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.markup.pictures import ShownPicture
from plugins.listings.edition import Vantage
from plugins.listings.views import PictureVariant, PictureView, SharedPicture


def front_picture(vantage: Vantage, version: Version) -> PictureView | None:
    """Show the picture that front matter names."""
    image = version.image
    variants = picture_variants(vantage.edition.index, image.file) if image else ()
    if image is None or not variants:
        return None
    return PictureView(
        variants=tuple(PictureVariant(vantage.href(f"/{one.path}"), one.width) for one in variants),
        width=variants[-1].width,
        height=variants[-1].height,
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
    )


def shared_picture(index: SiteIndex, version: Version) -> SharedPicture | None:
    """Give the picture that stands for a page elsewhere, in its largest size."""
    image = version.image
    variants = picture_variants(index, image.file) if image else ()
    if image is None or not variants:
        return None
    largest = variants[-1]
    return SharedPicture(absolute(index.site, f"/{largest.path}"), image.alt, largest.width, largest.height)


def front_picture_address(index: SiteIndex, version: Version) -> str:
    """Give the full address of that picture; empty when there is none."""
    shared = shared_picture(index, version)
    return shared.href if shared else ""


def body_pictures(vantage: Vantage, version: Version) -> tuple[ShownPicture, ...]:
    """Show the pictures of a body in all their sizes, each picture once."""
    shown: dict[str, ShownPicture] = {}
    for reference in version.body.references:
        variants = picture_variants(vantage.edition.index, reference.target) if reference.kind == "image" else ()
        if variants:
            hrefs = [vantage.href(f"/{one.path}") for one in variants]
            srcset = ", ".join(f"{href} {one.width}w" for href, one in zip(hrefs, variants, strict=True))
            largest = variants[-1]
            shown[reference.symbol] = ShownPicture(reference.symbol, hrefs[-1], largest.width, largest.height, srcset)
    return tuple(shown.values())
