"""Pictures as a page shows them: of front matter, of the text, and for those who link to the page."""

from plugins.cards.model import HEIGHT, WIDTH
from plugins.cards.outlet import document_card
from plugins.core.addresses import absolute
from plugins.core.destinations import picture_variants
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.markup.pictures import ShownPicture
from plugins.listings.edition import Edition, Vantage
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


def shared_picture(edition: Edition, version: Version) -> SharedPicture | None:
    """Give the card that stands for a document's page elsewhere; None when the site has none."""
    if not edition.site.cards:
        return None
    card = document_card(edition.index, version, edition.hues)
    alt = f"{version.title} – {version.image.alt}" if card.photo and version.image else version.title
    return SharedPicture(edition.full(f"/{card.path}"), alt, WIDTH, HEIGHT)


def front_picture_address(index: SiteIndex, version: Version) -> str:
    """Give the full address of the picture that front matter names, in its largest size; empty without one."""
    variants = picture_variants(index, version.image.file) if version.image else ()
    return absolute(index.site, f"/{variants[-1].path}") if variants else ""


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
