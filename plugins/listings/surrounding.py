"""The shell for pages that other rooms make."""

from collections.abc import Callable

from plugins.core.index import SiteIndex
from plugins.core.surroundings import PageSubject
from plugins.listings.edition import Edition
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Shell


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
        )
        return shell(edition.at(page.address), subject)

    return shell_of
