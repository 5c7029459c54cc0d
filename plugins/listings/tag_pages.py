"""The pages of tags, and ways to them."""

from collections.abc import Iterator

from plugins.core.addresses import section_address, slugify
from plugins.core.documents import DocumentType, Version
from plugins.core.languages import collation_key
from plugins.core.outputs import Output
from plugins.listings.edition import Edition, Vantage
from plugins.listings.pagination import Listing, listing_pages
from plugins.listings.tags import tag_words, tags, twin
from plugins.listings.views import Anchor

COMMON = 20
"""How many of the most used tags a section's page offers."""


def tag_pages(edition: Edition) -> Iterator[Output]:
    """Make the pages of every tag; its counterpart in another language is the topic that site.yaml says is the same.

    Without such a word it is the same tag. Where there is neither, nobody knows whether the topic has another name
    there, and the page claims nothing.
    """
    site = edition.site
    everywhere = {code: edition.index.once(tags, code) for code in site.languages}
    for slug, tag in edition.tags.items():
        listing = Listing(
            kind="tag",
            name=tag.name,
            title=f"{edition.language.names['tag']}: {tag.name}",
            address=edition.section("tags", slug),
            versions=tag.versions,
            counterparts={
                code: (section_address(site, code, "tags", word), len(found[word].versions))
                for code, found in everywhere.items()
                if (word := twin(site, edition.code, slug, code)) in found
            },
            is_paired=False,
        )
        yield from listing_pages(edition, listing)


def common_tag_targets(edition: Edition, section: DocumentType) -> tuple[tuple[str, str], ...]:
    """Name the tags most used in a section in alphabetical order, with their addresses."""
    uses = {slug: sum(version.type is section for version in tag.versions) for slug, tag in edition.tags.items()}
    used = [item for item in edition.tags.items() if uses[item[0]]]
    often = sorted(used, key=lambda item: (-uses[item[0]], item[0]))[:COMMON]
    named = sorted(often, key=lambda item: collation_key(item[1].name, edition.language))
    return tuple((tag.name, edition.section("tags", slug)) for slug, tag in named)


def tag_anchors(vantage: Vantage, version: Version) -> tuple[Anchor, ...]:
    """Show a document's tags as it writes them; one without a page of its own is left out."""
    anchors: dict[str, Anchor] = {}
    for tag in version.tags:
        if tag not in vantage.tags:
            vantage.tags[tag] = _anchor(vantage, tag)
        anchor = vantage.tags[tag]
        if anchor is not None:
            anchors.setdefault(anchor.href, anchor)
    return tuple(anchors.values())


def _anchor(vantage: Vantage, tag: str) -> Anchor | None:
    edition = vantage.edition
    slug = slugify(tag)
    return (
        Anchor(tag, vantage.href(edition.section("tags", slug)))
        if slug in tag_words(edition.index, edition.code)
        else None
    )
