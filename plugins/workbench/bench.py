"""The workbench of a language: makes the views of its pages, as far as they are known before blocks are made."""

from collections.abc import Sequence
from functools import cached_property
from urllib.parse import unquote

from plugins.blocks.views import PlannedBlock
from plugins.core.block_contract import BlockIdentity
from plugins.core.dates import When, short_date
from plugins.core.vocabulary import VOCABULARY
from plugins.core.workbench_addresses import block_address, finder_address, workbench_address
from plugins.listings.edition import Edition, Vantage
from plugins.listings.entries import label
from plugins.listings.pagination import page_address, pagination
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Anchor, Date, Shell
from plugins.workbench.places import KnownPlace
from plugins.workbench.shelf import Shelf, ShelvedBlock, usual_profile
from plugins.workbench.views import (
    BlockLine,
    BlockPage,
    BlockPlace,
    BlocksPage,
    Exhibit,
    FinderEntry,
    FinderView,
    LineGroup,
    PlacePage,
)

PER_PAGE = 50
"""Blocks on a page of the list."""


class Bench:
    """The shelf seen from one language."""

    def __init__(self, shelf: Shelf, language: str, *, release: bool) -> None:
        """Remember the language; a release dates what is new by its own day."""
        self.shelf = shelf
        self.index = shelf.index
        self.edition = shelf.index.once(Edition, language)
        self.words = VOCABULARY[language].workbench
        self.front = workbench_address(self.index.site, language)
        self.today = self.date(self.index.now.date().isoformat()) if release else None
        self.knows_releases = release or bool(self.index.ledger.blocks)

    @cached_property
    def listed(self) -> Sequence[ShelvedBlock]:
        """Every block, in the order of the list."""
        return self.shelf.listed(self.edition)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The pages of the list."""
        count = max(1, -(-len(self.shelf.blocks) // PER_PAGE))
        return tuple(self._list_page(self.edition.code, number + 1) for number in range(count))

    def part(self, number: int) -> Sequence[ShelvedBlock]:
        """Return the blocks on a page of the list."""
        return self.listed[(number - 1) * PER_PAGE : number * PER_PAGE]

    @cached_property
    def pages(self) -> tuple[PlacePage, ...]:
        """Every page of the CMS that is known, by address, as the front page shows it."""
        return self._place_pages(self.edition.at(self.front), self.shelf.places)

    def blocks_page(self, number: int) -> BlocksPage:
        """Make a page of the list."""
        edition, address = self.edition, self.addresses[number - 1]
        vantage = edition.at(address)
        title = self.words.title if number == 1 else f"{self.words.title}, {edition.language.names['page']} {number}"
        trail = ((self.words.title, self.front),) + (((title, address),) if number > 1 else ())
        counterparts = {code: self._list_page(code, number) for code in self.index.site.languages}
        return BlocksPage(
            shell=self._shell(vantage, address, title, counterparts, trail),
            number=number,
            total=len(self.shelf.blocks),
            index=vantage.href(finder_address(self.index.site, edition.code)),
            groups=self._groups(vantage, self.part(number)),
            pagination=pagination(vantage, self.addresses, number),
            pages=self.pages if number == 1 else (),
            placed=len(self.pages),
            scanned=self._scanned(),
        )

    def finder(self) -> FinderView:
        """Make the index of the finder, whose addresses are as seen from the front page."""
        vantage, names = (
            self.edition.at(self.front),
            {project.key: project.short_title for project in self.edition.projects},
        )
        entries = (
            FinderEntry(self._line(vantage, block), names.get(block.project, ""), self._further_words(block))
            for block in self.listed
        )
        return FinderView(self.edition.code, tuple(entries))

    def block_page(self, block: ShelvedBlock) -> BlockPage:
        """Make the page of a block that there is in the language."""
        edition, planned = self.edition, block.versions[self.edition.code]
        view, site = planned.view, self.index.site
        address = block_address(site, edition.code, block.id)
        vantage = edition.at(address)
        name = self.words.block.format(title=view.title, id=block.id)
        counterparts = {code: block_address(site, code, block.id) for code in block.versions}
        trail = ((self.words.title, self.front), (view.title, address))
        projects = (label(vantage, key) for key in view.projects)
        places = self.shelf.places_of.get((block.id, edition.code), ())
        return BlockPage(
            shell=self._shell(vantage, address, name, counterparts, trail),
            id=block.id,
            title=view.title,
            kind=self.words.kinds[block.kind],
            level=view.level,
            url=view.url,
            projects=tuple(project for project in projects if project is not None),
            languages=self._other_languages(vantage, block, edition.code),
            exhibit=self._exhibit(planned),
            places=self._place_pages(vantage, places),
        )

    def date(self, iso: str) -> Date:
        """Write a date as the language's lists do."""
        return Date(iso, short_date(When.of(iso), self.edition.language))

    def _shell(
        self,
        vantage: Vantage,
        address: str,
        title: str,
        counterparts: dict[str, str],
        trail: tuple[tuple[str, str], ...],
    ) -> Shell:
        """Put around a page what surrounds every page; where it has no counterpart the other workbench is nearest."""
        nearest = {code: workbench_address(self.index.site, code) for code in self.index.site.languages}
        subject = Subject(
            address=address,
            title=title,
            description=self.words.description,
            counterparts=counterparts,
            nearest=nearest,
            trail=trail,
            robots="noindex",
        )
        return shell(vantage, subject)

    def _scanned(self) -> Date | None:
        scan = self.index.site.scan
        return self.date(scan.scanned[:10]) if scan else None

    def _list_page(self, code: str, number: int) -> str:
        site = self.index.site
        return page_address(site, code, workbench_address(site, code), number)

    def _groups(self, vantage: Vantage, blocks: Sequence[ShelvedBlock]) -> tuple[LineGroup, ...]:
        grouped: dict[str, list[BlockLine]] = {}
        known = {project.key for project in self.edition.projects}
        for block in blocks:
            grouped.setdefault(block.project if block.project in known else "", []).append(self._line(vantage, block))
        return tuple(LineGroup(label(vantage, key) if key else None, tuple(some)) for key, some in grouped.items())

    def _line(self, vantage: Vantage, block: ShelvedBlock) -> BlockLine:
        planned = block.version(self.edition.code)
        view, site = planned.view, self.index.site
        return BlockLine(
            id=block.id,
            title=view.title,
            language=None if view.language == self.edition.code else view.language,
            href=vantage.href(block_address(site, view.language, block.id)),
            kind=self.words.kinds[block.kind],
            date=self.date(block.date) if block.date else None,
            languages=self._other_languages(vantage, block, view.language),
            places=len(
                {place.url for code in block.versions for place in self.shelf.places_of.get((block.id, code), ())}
            ),
            output=planned.json_path,
            profile=usual_profile(planned),
        )

    def _other_languages(self, vantage: Vantage, block: ShelvedBlock, shown: str) -> tuple[Anchor, ...]:
        site = self.index.site
        return tuple(
            Anchor(site.language(code).name, vantage.href(block_address(site, code, block.id)), language=code)
            for code in block.versions
            if code != shown
        )

    def _further_words(self, block: ShelvedBlock) -> tuple[str, ...]:
        """Words by which a block is found that its line does not show: titles elsewhere, pages where it stands."""
        shown = block.version(self.edition.code).view.title
        titles = [version.view.title for version in block.versions.values()]
        pages = [place.url for code in block.versions for place in self.shelf.places_of.get((block.id, code), ())]
        return tuple(word for word in dict.fromkeys((*titles, *pages)) if word != shown)

    def _exhibit(self, planned: PlannedBlock) -> Exhibit:
        profile = usual_profile(planned)
        known = self.index.ledger.block(planned.view.id, planned.view.language, profile)
        history = known.versions if known else ()
        return Exhibit(
            output=planned.json_path,
            profile=profile,
            files=planned.files,
            history=history,
            dates=tuple(self.date(version.date) for version in history),
            sentences=known.sentences if known else "",
            change=known.change if known else "",
            today=self.today,
            knows_releases=self.knows_releases,
        )

    def _place_pages(self, vantage: Vantage, places: Sequence[KnownPlace]) -> tuple[PlacePage, ...]:
        by_url: dict[str, list[KnownPlace]] = {}
        for place in places:
            by_url.setdefault(place.url, []).append(place)
        pages = []
        for url, some in by_url.items():
            edit = next((place.scanned.edit for place in some if place.scanned and place.scanned.edit), "")
            name = unquote(url.partition("://")[2]).rstrip("/") or url
            pages.append(PlacePage(url, name, edit, tuple(self._place(vantage, place) for place in some)))
        return tuple(pages)

    def _place(self, vantage: Vantage, place: KnownPlace) -> BlockPlace:
        site, block = self.index.site, self.shelf.blocks.get(place.block)
        planned = block.versions.get(place.language) if block else None
        history = self.index.ledger.block_versions(place.block, place.language, place.profile)
        identity = BlockIdentity(place.block, place.language, place.profile)
        code = self.edition.code
        return BlockPlace(
            block=place.block,
            title=planned.view.title if planned else place.block,
            language=place.language,
            foreign=place.language if planned and place.language != code else None,
            href=vantage.href(block_address(site, place.language, place.block)) if planned else "",
            output=planned.json_path if planned else "",
            profile=place.profile,
            fragment=vantage.href(f"/{identity.path}") if planned and place.profile in planned.profiles else "",
            history=history,
            date=self.date(history[-1].date) if history else None,
            today=self.today,
            scanned=place.scanned.state if place.scanned else "",
            scanned_v=place.scanned.v if place.scanned else "",
        )
