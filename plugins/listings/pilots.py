"""The pages of pilot updates, and figures as bars."""

from functools import partial

from plugins.core.dates import date_range
from plugins.core.documents import Version
from plugins.core.facts import Figure, PilotFacts
from plugins.core.outputs import Output
from plugins.listings.documents import document_head, document_shell
from plugins.listings.edition import Edition
from plugins.listings.page_outputs import document_output
from plugins.listings.prose import prose
from plugins.listings.structured_data import news_article
from plugins.listings.views import Anchor, FigureView, PilotPage


def pilot_page(edition: Edition, version: Version) -> Output:
    """Make the page of a pilot update."""
    return document_output(edition, version, partial(_page, edition, version))


def figure_views(figures: tuple[Figure, ...]) -> tuple[FigureView, ...]:
    """Show figures; only one whose author names the whole has a share of it."""
    return tuple(FigureView(figure.label, figure.value, _share(figure), figure.whole) for figure in figures)


def _share(figure: Figure) -> int | None:
    if figure.number is None or not figure.of:
        return None
    return min(100, round(100 * max(figure.number, 0) / figure.of))


def _page(edition: Edition, version: Version) -> PilotPage:
    vantage = edition.at(edition.address(version))
    facts = version.facts if isinstance(version.facts, PilotFacts) else PilotFacts()
    return PilotPage(
        shell=document_shell(vantage, version, (news_article(edition, version),)),
        document=document_head(vantage, version),
        body=prose(vantage, version),
        libraries=tuple(Anchor(library.name, library.url) for library in facts.libraries),
        phase=facts.phase,
        period=date_range(facts.start, facts.end, edition.language),
        figures=figure_views(facts.figures),
        next_steps=facts.next_steps,
    )
