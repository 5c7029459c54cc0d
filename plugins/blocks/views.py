"""The views of blocks: all that a block shows, resolved and frozen.

Every address is absolute. `parts` are what the program itself says in a block (facts, lists, headings); a body is the
digest of a text's tree with its links resolved. Every kind of block is a heading, parts, perhaps a body, and a source.
"""

from typing import TypeAlias

from msgspec import Struct

from plugins.core.block_contract import BlockIdentity, heading_id, json_path
from plugins.core.diagnostics import Place
from plugins.core.ledger import BlockVersion
from plugins.core.markup.links import Link


class Phrase(Struct, frozen=True):
    """A piece of text: linked when `href` is not empty; `hreflang` and `note` tell of the target.

    `language` is set when the text itself is not in the block's language.
    """

    text: str
    href: str = ""
    hreflang: str | None = None
    note: str = ""
    language: str | None = None


class Subheading(Struct, frozen=True):
    """A heading `depth` levels below the block's own."""

    text: str
    depth: int = 1


class Paragraph(Struct, frozen=True):
    """A paragraph."""

    phrases: tuple[Phrase, ...]


class BulletList(Struct, frozen=True):
    """A bulleted list: people, steps, links. An item is phrases that follow one another."""

    items: tuple[tuple[Phrase, ...], ...]


class Terms(Struct, frozen=True):
    """Terms with their values, in order."""

    pairs: tuple[tuple[str, tuple[Phrase, ...]], ...]


Part: TypeAlias = Subheading | Paragraph | BulletList | Terms


class BlockPicture(Struct, frozen=True):
    """A picture that an editor may upload: a path below the content folder and its texts."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""


class PictureSource(Struct, frozen=True):
    """Where a picture of the content is published: its full address, its width and height in pixels."""

    file: str
    href: str
    width: int
    height: int


class BlockView(Struct, frozen=True):
    """A block in one language and one profile."""

    id: str
    kind: str
    language: str
    profile: str
    projects: tuple[str, ...]
    title: str
    """The block's heading."""
    level: int
    """Of the block's heading: 2 to 4."""
    url: str
    """The canonical absolute address of what the block shows."""
    source_title: str = ""
    """What the source link says where that is not the block's heading."""
    before: tuple[Part, ...] = ()
    body: str = ""
    """The digest of a text's tree; empty when the block has none."""
    links: tuple[Link, ...] = ()
    after: tuple[Part, ...] = ()
    picture: BlockPicture | None = None
    """The one at the head of the document."""
    sources: tuple[PictureSource, ...] = ()
    """Of all pictures of the block that are published."""
    deep_headings: tuple[tuple[str, Place], ...] = ()
    """Headings of the text for which no level may be left, by their id, and where they stand."""
    source: str = ""
    """The source file, below the content folder, and the place in it to name when something is wrong."""
    line: int = 1
    column: int = 1
    declared: bool = False
    """Whether blocks.yaml asks for it: what cannot be exported is then an error, not a warning."""

    @property
    def heading_id(self) -> str:
        """The id of the block's heading, with which the block begins."""
        return heading_id(self.id, self.language)


class BlockFacts(Struct, frozen=True):
    """What is known of a block in one language beside what it shows; dates are ISO 8601, empty when not known."""

    type: str
    """The document's type; of a block of blocks.yaml that lists several, its kind."""
    published: str
    changed: str
    feed_id: str
    """The permanent id of the block as an item of a feed."""
    moment: str = ""
    """When it was published, aware (ISO 8601); empty for what has no one moment."""
    summary: str = ""


class PlannedBlock(Struct, frozen=True):
    """A block in one language, its view in the first of its profiles."""

    view: BlockView
    facts: BlockFacts
    profiles: tuple[str, ...]

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Each profile with the path of its fragment in the output tree."""
        view = self.view
        return tuple([(profile, BlockIdentity(view.id, view.language, profile).path) for profile in self.profiles])

    @property
    def json_path(self) -> str:
        """The path of the block as JSON, by which the block is known as an output."""
        return json_path(self.view.id, self.view.language)


class FeedItem(Struct, frozen=True):
    """A block as an item of a feed: `output` names it as an output, `fragment` is the path of what the feed carries."""

    block: BlockView
    facts: BlockFacts
    output: str
    fragment: str


class BlockFeedView(Struct, frozen=True):
    """A feed whose items are blocks, newest first; every address is absolute."""

    title: str
    language: str
    link: str
    address: str
    items: tuple[FeedItem, ...]


class BlockHistory(Struct, frozen=True):
    """The states of a block up to the last release, oldest first."""

    id: str
    language: str
    profile: str
    states: tuple[BlockVersion, ...]


class ManifestView(Struct, frozen=True):
    """Every block of the site. What the manifest says of them is in the facts of the outputs that make them."""

    site: str
    today: str
    """The date of the release that is being made; empty in other builds, where what is new has no date yet."""
    blocks: tuple[tuple[str, ...], ...]
    """Each block by the outputs that it is in its languages."""
    histories: tuple[BlockHistory, ...]


class SchemaView(Struct, frozen=True):
    """The description of the manifest's form."""

    form: int = 1
