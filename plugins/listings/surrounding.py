"""The shell for pages that other rooms make."""

from collections.abc import Callable

from msgspec import Struct

from plugins.core.index import SiteIndex
from plugins.listings.edition import Edition
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Shell


class PageSubject(Struct, frozen=True):
    """What a page is, as far as what surrounds it must know."""

    address: str
    title: str
    description: str
    counterparts: tuple[tuple[str, str], ...]
    """Languages and the addresses of the same page in them, this one included."""
    trail: tuple[tuple[str, str], ...]
    """Names and addresses below the home on the way to the page, the page included."""
    robots: str = ""
    is_paired: bool = True
    """Whether a language without a counterpart has no such page; else nothing is claimed of it."""


def surround(index: SiteIndex, language: str) -> Callable[[PageSubject], Shell]:
    """Give what makes the shells of a language's pages."""
    edition = Edition(index, language)

    def shell_of(page: PageSubject) -> Shell:
        subject = Subject(
            address=page.address,
            title=page.title,
            description=page.description,
            counterparts=dict(page.counterparts),
            trail=page.trail,
            robots=page.robots,
            is_paired=page.is_paired,
        )
        return shell(edition.at(page.address), subject)

    return shell_of
