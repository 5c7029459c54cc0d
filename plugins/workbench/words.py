"""The gallery's names where no template speaks: in titles, breadcrumbs and links to its other pages."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class GalleryWords(Struct, frozen=True):
    """The words of a language."""

    title: str
    part: str
    """Of a page of documents; takes `first` and `last`."""
    description: str


GALLERY_WORDS: Mapping[str, GalleryWords] = MappingProxyType(
    {
        "fi": GalleryWords(
            "Lohkot",
            "Dokumenttien lohkot {first}–{last}",
            "Sivuston sisältöä Kirjastot.fi-palvelun sivuille vietäväksi",
        ),
        "sv": GalleryWords(
            "Block",
            "Dokumentens block {first}–{last}",
            "Webbplatsens innehåll att föras in på sidor på Biblioteken.fi",
        ),
        "en": GalleryWords(
            "Blocks",
            "Blocks of documents {first}–{last}",
            "Content of the site to be put into pages of Kirjastot.fi",
        ),
    }
)
