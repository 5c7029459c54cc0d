"""Where the symbolic links of a text lead, for a reader of one language."""

from pathlib import PurePosixPath

from msgspec import Struct

from plugins.core.addresses import absolute, version_address
from plugins.core.documents import Body, ContentFile, Reference, Variant, Version
from plugins.core.index import SiteIndex
from plugins.core.languages import Language
from plugins.core.markup.links import Link

PICTURES = "images/"
"""The folder of pictures: of what lies there only smaller variants are published, never an original."""


class Destination(Struct, frozen=True):
    """The other end of a link: its root-relative address, its language when that is another, words about it.

    The note is in the reader's language: `(ruotsiksi)`, `(PDF, 1,2 Mt)`.
    """

    address: str
    language: str | None = None
    note: str = ""


def destination(index: SiteIndex, reference: Reference, language: str) -> Destination | None:
    """Find where a reference leads a reader of a language; None when it leads nowhere that readers may go."""
    if reference.kind == "doc":
        return _document(index, reference, language)
    if reference.kind == "file":
        found = file_destination(index, reference.target, language)
        if found is None or not reference.fragment:
            return found
        return Destination(f"{found.address}#{reference.fragment}", found.language, found.note)
    return None


def file_destination(index: SiteIndex, path: str, language: str) -> Destination | None:
    """Find where a file of the content stands in the output: a picture by its largest variant, others as they are."""
    file = index.files.get(path)
    if file is None:
        return None
    if not is_picture(path):
        return Destination(f"/{path}", note=file_note(file, index.site.language(language)))
    variants = picture_variants(index, path)
    return Destination(f"/{variants[-1].path}", note="(WebP)") if variants else None


def is_picture(path: str) -> bool:
    """Return whether a file of the content is published by its variants only."""
    return path.startswith(PICTURES)


def picture_variants(index: SiteIndex, path: str) -> tuple[Variant, ...]:
    """Return the sizes in which a picture is published, smallest first; none for what is no picture."""
    file = index.files.get(path)
    return file.picture.variants if file is not None and file.picture is not None else ()


def _document(index: SiteIndex, reference: Reference, language: str) -> Destination | None:
    meant = index.by_source.get(reference.target)
    shown = index.published_version(index.by_key[meant.key], language) if meant else None
    if shown is None:
        return None
    # A translation need not have the place that the link names; the page itself is then the best there is.
    fragment = anchor_in(shown.body, reference.fragment) or ""
    address = version_address(index.site, shown) + (f"#{fragment}" if fragment else "")
    if shown.language == language:
        return Destination(address)
    return Destination(address, shown.language, language_note(index.site.language(language), shown.language))


def anchor_in(body: Body, fragment: str) -> str | None:
    """Find the id that a link into a text means; also one written as GitHub names headings."""
    if fragment in body.ids:
        return fragment
    return body.anchors.get(fragment.casefold())


def absolute_links(index: SiteIndex, version: Version, language: str) -> tuple[Link, ...]:
    """Resolve every link of a version's body to a full address, each symbol once, in the order of the text."""
    links: dict[str, Link] = {}
    for reference in version.body.references:
        found = destination(index, reference, language)
        if found is not None:
            href = absolute(index.site, found.address)
            links.setdefault(reference.symbol, Link(reference.symbol, href, found.language, found.note))
    return tuple(links.values())


def language_note(reader: Language, target: str) -> str:
    """Return in the reader's language which language a target is in: `(ruotsiksi)`, `(på finska)`."""
    return f"({reader.in_languages[target]})"


def file_note(file: ContentFile, reader: Language) -> str:
    """Return what an attachment is and how large: `(PDF, 1,2 Mt)`."""
    size = written_size(file.size, reader)
    kind = PurePosixPath(file.path).suffix.removeprefix(".").upper()
    return f"({kind}, {size})" if kind else f"({size})"


def written_size(size: int, reader: Language) -> str:
    """Write a number of bytes: `1,2 Mt`, `120 kt`; never less than a thousand."""
    thousands, millions = reader.size_units
    rounded = max(1, (size + 500) // 1_000)
    if rounded < 1_000:
        return f"{rounded}\N{NO-BREAK SPACE}{thousands}"
    whole, tenth = divmod((size + 50_000) // 100_000, 10)
    number = f"{whole}{reader.decimal_separator}{tenth}" if tenth else str(whole)
    return f"{number}\N{NO-BREAK SPACE}{millions}"
