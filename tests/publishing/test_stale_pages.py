"""Which pages of other systems a release leaves with an old block."""

from plugins.core.block_contract import BlockIdentity
from plugins.core.ledger import BlockVersion, Ledger, PublishedBlock
from plugins.core.site import Placement
from plugins.core.stale_pages import stale_pages
from tests.publishing.places import Desk, news

PLACED = 'juttu:\n  - {url: "https://cms.example/sivu", lang: fi, profile: basic}\n'


def ledger(*versions: str) -> Ledger:
    states = tuple(BlockVersion(v, "2031-05-14") for v in versions)
    return Ledger(blocks=(PublishedBlock("juttu", "document", "fi", "basic", states),))


def test_what_a_page_is_left_with() -> None:
    here = (Placement("juttu", "https://cms.example/", "fi"),)
    block = BlockIdentity("juttu", "fi", "basic")
    assert stale_pages(here, ledger("a" * 12), {block: "a" * 12}) == ()
    assert [one.withdrawn for one in stale_pages(here, ledger("a" * 12), {block: "b" * 12})] == [False]
    assert [one.withdrawn for one in stale_pages(here, ledger("a" * 12, "b" * 12), {block: "a" * 12})] == [False]
    assert [one.withdrawn for one in stale_pages(here, ledger("a" * 12), {})] == [True]
    assert stale_pages(here, Ledger(), {block: "a" * 12}) == ()
    assert stale_pages((), ledger("a" * 12), {block: "b" * 12}) == ()
    unknown = (Placement("muu", "https://cms.example/", "fi"), Placement("juttu", "https://cms.example/", "sv"))
    assert stale_pages(unknown, ledger("a" * 12), {block: "b" * 12}) == ()


def test_publishing_names_the_pages(desk: Desk) -> None:
    desk.begin()
    desk.write(**{"placements.yaml": PLACED})
    assert "gets old" not in desk.publish(now="2031-06-02T12:00")[1]
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    code, said = desk.publish("--dry-run", now="2031-06-03T12:00")
    assert code == 0
    assert "Other pages with a block that gets old: 1\n  ! https://cms.example/sivu (juttu, fi)\n" in said
    assert "https://example.org/koe/blocks/" in said
    desk.publish(now="2031-06-03T12:00")
    page = desk.published()["blocks/juttu/index.html"].decode()
    assert '<time datetime="2031-06-03">3.6.2031</time>' in page
    assert 'href="https://cms.example/sivu"' in page
    assert "No changes." in desk.publish(now="2031-06-04T12:00")[1]
    desk.write(**{"news/juttu.fi.md": ""})
    assert "(juttu, fi): the block goes" in desk.publish("--dry-run", now="2031-06-05T12:00")[1]
