"""The pages of pilot updates, and figures as bars."""

from collections.abc import Iterator

from plugins.core.dates import date_range
from plugins.core.documents import DocumentType, Figure, PilotFacts, Version
from plugins.core.outputs import Output
from plugins.listings.documents import document_head, document_output, document_shell
from plugins.listings.edition import Edition
from plugins.listings.prose import prose
from plugins.listings.structured_data import news_article
from plugins.listings.views import FigureView, PilotPage


def pilot_pages(edition: Edition) -> Iterator[Output]:
    """Make the pages of pilot updates."""
    for version in edition.index.published(edition.code, DocumentType.PILOTS):
        yield document_output(edition, version, _page(edition, version))


def figure_views(figures: tuple[Figure, ...]) -> tuple[FigureView, ...]:
    """Show figures; a number's share is its part of the largest number among them."""
    largest = max((one.number for one in figures if one.number is not None), default=0.0)
    return tuple(FigureView(one.label, one.value, _share(one.number, largest)) for one in figures)


def _share(number: float | None, largest: float) -> int | None:
    if number is None:
        return None
    return round(100 * max(number, 0) / largest) if largest > 0 else 0


def _page(edition: Edition, version: Version) -> PilotPage:
    vantage = edition.at(edition.address(version))
    facts = version.facts if isinstance(version.facts, PilotFacts) else PilotFacts()
    return PilotPage(
        shell=document_shell(vantage, version, (news_article(edition, version),)),
        document=document_head(vantage, version),
        body=prose(vantage, version),
        libraries=facts.libraries,
        phase=facts.phase,
        period=date_range(facts.start, facts.end, edition.language),
        figures=figure_views(facts.figures),
        next_steps=facts.next_steps,
    )
