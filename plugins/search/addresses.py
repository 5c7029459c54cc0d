"""Addresses of the search page and of the index that it loads."""

from plugins.core.addresses import section_address
from plugins.core.site import Site


def search_page(site: Site, language: str) -> str:
    """Return the address of a language's search page: `/haku/`."""
    return section_address(site, language, "search")


def index_folder(site: Site, language: str) -> str:
    """Return the address of the folder that holds a language's index."""
    return f"{search_page(site, language)}pagefind/"
