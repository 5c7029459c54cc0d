"""What holds of every site: links lead somewhere, versions know one another, nothing is there twice."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.calendar.outlet import calendars
from plugins.core.addresses import home_address, page_file, section_address, version_address
from plugins.core.documents import Status, Version
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output
from plugins.core.site import Localized
from plugins.listings.edition import Edition
from plugins.listings.views import ListingPage
from tests.laws import law
from tests.listings.builders import (
    NAMES,
    hrefs,
    index,
    meeting,
    news,
    page,
    pilot,
    project,
    site,
    target,
    when,
    whole_site,
    with_references,
)

TITLES = ("Kysely", "Uutiset", "Projekt", "Tulokset")
TAGS = ("AI", "ai", "tekoäly", "tekoaly", "кириллица", "pilot")
Made = dict[str, Output]
"""The pages of a site by their paths."""
MAKERS = (news, meeting, pilot, page, project)


@st.composite
def sites(draw: st.DrawFn) -> SiteIndex:
    codes = draw(st.permutations(("fi", "sv", "en")))[: draw(st.integers(1, 3))]
    policy = draw(st.sampled_from(("notice", "hide")))
    settings_: dict[str, Any] = {
        "base_url": draw(st.sampled_from(("", "https://example.org/", "https://example.org/kirjastot/hankkeet"))),
        "name": draw(st.sampled_from((NAMES, Localized(common="Kaiku")))),
        "untranslated": tuple((name, policy) for name in ("news", "meetings", "pilots", "projects", "pages")),
    }
    versions: list[Version] = []
    for number in range(draw(st.integers(0, 8))):
        maker = draw(st.sampled_from(MAKERS))
        for code in draw(st.sets(st.sampled_from(codes), min_size=1)):
            versions.append(_version(draw, maker, number, code, versions))
    return index(*versions, of=site(*codes, **settings_))


def _version(draw: st.DrawFn, maker: Any, number: int, code: str, others: list[Version]) -> Version:
    made: Version = maker(f"avain-{number}", code, title=draw(st.sampled_from(TITLES)))
    references = [f"doc:{one.source}" for one in others[:2]]
    return with_references(
        replace(
            made,
            slug=f"osoite-{number}",
            date=when(draw(st.sampled_from(("2030-12-31", "2031-05-01", "2040-01-01")))),
            status=draw(st.sampled_from((Status.PUBLISHED, Status.PUBLISHED, Status.DRAFT))),
            projects=tuple(f"avain-{one}" for one in draw(st.sets(st.integers(0, 8), max_size=2))),
            tags=tuple(draw(st.lists(st.sampled_from(TAGS), max_size=3))),
        ),
        *references,
    )


@law(60, 1_000)
@given(sites())
def test_a_site_keeps_every_law(of: SiteIndex) -> None:
    """Its pages are planned once for all of them."""
    made = whole_site(of)
    every_link_leads_to_a_page_a_feed_or_a_calendar(of, made)
    versions_name_one_another_and_themselves(of, made)
    alternates_are_complete(of, made)
    titles_differ(made)
    lists_hold_a_document_once_and_name_other_languages(of, made)


def every_link_leads_to_a_page_a_feed_or_a_calendar(of: SiteIndex, made: Made) -> None:
    feeds = {*_feeds(of), *(f"/{one.path}" for code in of.site.languages for one in calendars(of, code))}
    for output in made.values():
        links = {target(of, output, href) for href in hrefs(output.view)}
        assert not {one for one in links if page_file(one) not in made and one not in feeds}, output.path


def _feeds(of: SiteIndex) -> Iterator[str]:
    for code in of.site.languages:
        for name in ("feed.rss", "feed.atom", "feed.json"):
            yield home_address(of.site, code) + name
            yield from (section_address(of.site, code, one) + name for one in ("news", "meetings", "pilots"))
            yield from (version_address(of.site, one) + name for one in of.published(code, "projects"))


def versions_name_one_another_and_themselves(of: SiteIndex, made: Made) -> None:
    heads = {output.view.shell.head.canonical: output.view.shell for output in made.values()}
    for address, shell in heads.items():
        named = {one.language: one.href for one in shell.head.alternates}
        default = named.pop("x-default", None)
        if not named:
            assert default is None
            continue
        assert len(named) > 1
        assert named[shell.language] == address
        assert default == named.get(of.site.default_language)
        for code, other in named.items():
            assert heads[other].language == code
            assert heads[other].head.alternates == shell.head.alternates


def alternates_are_complete(of: SiteIndex, made: Made) -> None:
    by_source = {output.source: output.view.shell for output in made.values() if output.source}
    shown = {version.source for version in of.by_source.values() if of.is_published(version)}
    assert set(by_source) == shown
    for source, shell in by_source.items():
        translations = {one.language for one in of.translations(of.by_source[source])}
        named = {one.language for one in shell.head.alternates} - {"x-default"}
        assert named == (translations if len(translations) > 1 else set())
        assert {one.code for one in shell.languages if one.translated} == translations


def titles_differ(made: Made) -> None:
    titles = [output.view.shell.head.title for output in made.values()]
    assert len(set(titles)) == len(titles)


def lists_hold_a_document_once_and_name_other_languages(of: SiteIndex, made: Made) -> None:
    by_path = {page_file(version_address(of.site, one)): one for one in of.by_source.values()}
    for output in made.values():
        if isinstance(output.view, ListingPage):
            shown = [by_path[page_file(target(of, output, one.href))] for one in output.view.entries]
            assert len({one.key for one in shown}) == len(shown)
            for entry, version in zip(output.view.entries, shown, strict=True):
                assert (entry.language or output.view.shell.language) == version.language


@law(60, 1_000)
@given(sites())
def test_an_edition_writes_addresses_as_the_kernel_does(of: SiteIndex) -> None:
    edition = Edition(of, of.site.default_language)
    for version in of.by_source.values():
        assert edition.address(version) == version_address(of.site, version)


@law(60, 1_000)
@given(sites())
def test_the_same_index_gives_the_same_views(of: SiteIndex) -> None:
    first, second = whole_site(of), whole_site(of)
    assert list(first) == list(second)
    assert all(repr(one.view) == repr(second[path].view) for path, one in first.items())
