"""Pictures as a page shows them: of front matter, of the text, and for those who link to the page."""

from collections.abc import Iterable

from plugins.cards.model import HEIGHT, WIDTH
from plugins.cards.outlet import document_card
from plugins.core.addresses import absolute
from plugins.core.destinations import picture_variants
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.markup.pictures import SIZES, ShownPicture
from plugins.listings.edition import Edition, Vantage
from plugins.listings.views import PictureView, SharedPicture


def front_picture(vantage: Vantage, version: Version) -> PictureView | None:
    """Show the picture that front matter names."""
    image = version.image
    variants = picture_variants(vantage.edition.index, image.file) if image else ()
    if image is None or not variants:
        return None
    largest = variants[-1]
    return PictureView(
        src=vantage.href(f"/{largest.path}"),
        srcset=_srcset(vantage, ((variant.path, variant.width) for variant in variants)),
        sizes=SIZES,
        width=largest.width,
        height=largest.height,
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
        avif=_srcset(vantage, ((variant.avif, variant.width) for variant in variants if variant.avif)),
    )


def _srcset(vantage: Vantage, files: Iterable[tuple[str, int]]) -> str:
    return ", ".join([f"{vantage.href(f'/{path}')} {width}w" for path, width in files])


def shared_picture(edition: Edition, version: Version) -> SharedPicture | None:
    """Return the card that stands for a document's page elsewhere; None when the site has none."""
    if not edition.site.cards:
        return None
    card = document_card(edition.index, version, edition.hues)
    alt = f"{version.title} – {version.image.alt}" if card.photo and version.image else version.title
    return SharedPicture(edition.full(f"/{card.path}"), alt, WIDTH, HEIGHT)


def front_picture_address(index: SiteIndex, version: Version) -> str:
    """Return the full address of the picture that front matter names, in its largest size; empty without one."""
    variants = picture_variants(index, version.image.file) if version.image else ()
    return absolute(index.site, f"/{variants[-1].path}") if variants else ""


def body_pictures(vantage: Vantage, version: Version) -> tuple[ShownPicture, ...]:
    """Show the pictures of a body in all their sizes, each picture once."""
    shown: dict[str, ShownPicture] = {}
    for reference in version.body.references:
        variants = picture_variants(vantage.edition.index, reference.target) if reference.kind == "image" else ()
        if variants:
            largest = variants[-1]
            shown[reference.symbol] = ShownPicture(
                symbol=reference.symbol,
                src=vantage.href(f"/{largest.path}"),
                width=largest.width,
                height=largest.height,
                srcset=_srcset(vantage, ((variant.path, variant.width) for variant in variants)),
                avif=_srcset(vantage, ((variant.avif, variant.width) for variant in variants if variant.avif)),
            )
    return tuple(shown.values())
