"""The outlet of the gallery: a front page with declared blocks and the newest documents, and pages of all documents.

Documents stand on pages by age, the oldest on the first, so that a new one changes the last page only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plugins.blocks.planned import PlannedBlock
from plugins.core.addresses import home_address, page_file, relative
from plugins.core.block_contract import FOLDER, USUAL
from plugins.core.dates import When, short_date
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex, newest_first
from plugins.core.outputs import Output, planned_view
from plugins.core.vocabulary import VOCABULARY
from plugins.listings.surrounding import PageSubject, surround
from plugins.listings.views import Date, Shell
from plugins.workbench.views import Exhibit, GalleryView, Way

NEWEST = 20
"""Documents on the front page, and on each of the others."""


class _Part(Struct, frozen=True):
    """A page to be: its number, its address and name, and the documents' blocks on it."""

    number: int
    address: str
    name: str
    exhibits: Sequence[Exhibit]


def gallery(index: SiteIndex, outputs: Sequence[Output], *, release: bool) -> Iterator[Output]:
    """Give the gallery of every language; a release dates what is new by its own day, as its ledger will."""
    planned: list[PlannedBlock] = [output.view for output in outputs if output.kind == "block"]
    for language in index.site.languages:
        exhibits = [_exhibit(index, block) for block in planned if block.view.language == language]
        today = _date(index, language, index.now.date().isoformat()) if release else None
        knows_releases = release or bool(index.ledger.blocks)
        yield from _pages(index, exhibits, surround(index, language), language, today, knows_releases=knows_releases)


def gallery_address(index: SiteIndex, language: str, number: int = 0) -> str:
    """Give the address of a page of the gallery."""
    return f"{home_address(index.site, language)}{FOLDER}" + (f"{number}/" if number else "")


def _exhibit(index: SiteIndex, block: PlannedBlock) -> Exhibit:
    view = replace(block.view, profile=USUAL) if USUAL in block.profiles else block.view
    known = index.ledger.block(view.id, view.language, view.profile)
    history = known.versions if known else ()
    placed = (one for one in index.site.placements if (one.block, one.language) == (view.id, view.language))
    dates = tuple(_date(index, view.language, one.date) for one in history)
    told = (known.sentences, known.change) if known else ()
    return Exhibit(view, block.json_path, block.files, history, dates, tuple(one.url for one in placed), *told)


def _date(index: SiteIndex, language: str, iso: str) -> Date:
    year, month, day = map(int, iso.split("-"))
    return Date(iso, short_date(When(year, month, day), index.site.language(language)))


def _pages(
    index: SiteIndex,
    exhibits: Sequence[Exhibit],
    shell: Callable[[PageSubject], Shell],
    language: str,
    today: Date | None,
    *,
    knows_releases: bool,
) -> Iterator[Output]:
    declared = tuple(one for one in exhibits if one.view.declared)
    documents = _by_age(index, language, [one for one in exhibits if not one.view.declared])
    parts = list(_parts(index, language, documents))
    front = _Part(0, gallery_address(index, language), VOCABULARY[language].gallery.title, documents[::-1][:NEWEST])
    for part in (front, *parts):
        near = [other for other in parts if abs(other.number - part.number) == 1] if part.number else parts[::-1][:1]
        trail = ((front.name, front.address),) + (((part.name, part.address),) if part.number else ())
        view = GalleryView(
            shell=shell(_subject(index, language, part, trail)),
            number=part.number,
            declared=() if part.number else declared,
            documents=tuple(part.exhibits),
            others=tuple(Way(other.name, relative(part.address, other.address)) for other in near),
            today=today,
            knows_releases=knows_releases,
        )
        paths = tuple(one.output for one in (*view.declared, *view.documents))
        yield Output(page_file(part.address), "gallery", planned_view(view), gathers=paths)


def _by_age(index: SiteIndex, language: str, exhibits: Iterable[Exhibit]) -> list[Exhibit]:
    """Sort documents' blocks, the oldest first; a summary stands beside its document."""
    dated = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)
    versions = newest_first(version for kind in dated for version in index.published(language, kind))
    ages = {version.key: place for place, version in enumerate(reversed(versions))}
    return sorted(exhibits, key=lambda one: (ages.get(one.view.id.removesuffix("-summary"), -1), one.view.id))


def _parts(index: SiteIndex, language: str, documents: Sequence[Exhibit]) -> Iterator[_Part]:
    if len(documents) <= NEWEST:
        return  # all of them stand on the front page
    for number, first in enumerate(range(0, len(documents), NEWEST), 1):
        exhibits = documents[first : first + NEWEST]
        # Named by the numbers that it has room for, so that its name does not change while it fills.
        name = VOCABULARY[language].gallery.part.format(first=first + 1, last=first + NEWEST)
        yield _Part(number, gallery_address(index, language, number), name, exhibits[::-1])


def _subject(index: SiteIndex, language: str, part: _Part, trail: tuple[tuple[str, str], ...]) -> PageSubject:
    """Describe a page; only the front pages of the languages correspond to one another."""
    codes = index.site.languages if not part.number else (language,)
    return PageSubject(
        address=part.address,
        title=part.name,
        description=f"{part.name} – {VOCABULARY[language].gallery.description}",
        counterparts=tuple((code, gallery_address(index, code, part.number)) for code in codes),
        trail=trail,
        robots="noindex",
        is_paired=not part.number,
    )
