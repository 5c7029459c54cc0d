"""The parts that views share: dates, links, labels, prose, and what surrounds every page."""

from msgspec import Struct

from plugins.core.markup.links import Link
from plugins.core.markup.pictures import ShownPicture


class Date(Struct, frozen=True):
    """A date for machines (`iso`) and for people (`text`)."""

    iso: str
    text: str


class Anchor(Struct, frozen=True):
    """A link: its text, where it leads, and whether that is the page one is on."""

    text: str
    href: str
    current: bool = False
    language: str | None = None
    above: bool = False
    """Whether the page that one is on lies below it."""


class Alternate(Struct, frozen=True):
    """The same content in a language, by absolute address; `x-default` too."""

    language: str
    href: str


class FeedLink(Struct, frozen=True):
    """A feed that the page announces, in one format."""

    title: str
    href: str
    media_type: str
    language: str | None = None
    """Of the title, when it is not the page's."""


class FeedChoice(Struct, frozen=True):
    """A feed as people choose it: its absolute address to copy, the way there, and the other formats by name."""

    title: str
    address: str
    href: str
    media_type: str
    others: tuple[Anchor, ...] = ()


class LanguageChoice(Struct, frozen=True):
    """One language of the switcher.

    `translated` is false when the page has no version there and the link leads to the nearest listing.
    """

    code: str
    name: str
    href: str
    current: bool
    translated: bool


class SharedPicture(Struct, frozen=True):
    """The picture that stands for a page where others link to it: its absolute address, alternative text and size."""

    href: str
    alt: str
    width: int
    height: int


class Head(Struct, frozen=True):
    """What the page says of itself to machines."""

    title: str
    """Unique in the site: the page's own title and the site's name."""
    description: str
    canonical: str
    alternates: tuple[Alternate, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    kind: str = "website"
    """As Open Graph's `og:type`: `website` or `article`."""
    robots: str = ""
    published: str = ""
    modified: str = ""
    structured_data: str = ""
    """JSON-LD, serialised; empty when there is none."""
    image: SharedPicture | None = None
    searches: bool = False
    """Whether the page loads the index of the search, which its security policy must then allow."""


class Withheld(Struct, frozen=True):
    """Why readers do not see a page: `state` is draft, scheduled, expired or withdrawn; `when` of the middle two."""

    state: str
    when: Date | None = None


class Shell(Struct, frozen=True):
    """What surrounds the content of every page."""

    language: str
    site_name: str
    tagline: str
    head: Head
    root: str
    """The way from the page to the root of the site: `../../`, or `./`."""
    home: Anchor
    menu: tuple[Anchor, ...]
    languages: tuple[LanguageChoice, ...]
    breadcrumbs: tuple[Anchor, ...] = ()
    footer: tuple[Anchor, ...] = ()
    """Standing pages and ways to follow."""
    search: str = ""
    """The way to the search page; empty on that page itself."""
    operator: str = ""
    contact: str = ""
    """An e-mail address for readers, or nothing."""
    colours: str = ""
    """The path of the stylesheet of the site's own colours, from the root; empty where it has none."""
    withheld: Withheld | None = None
    """Of pages that only writers see, in their preview."""


class Prose(Struct, frozen=True):
    """A body where it is shown: the tree's digest and its links and pictures resolved.

    Templates write `{{ prose(view.body) }}`.
    """

    digest: str
    links: tuple[Link, ...] = ()
    pictures: tuple[ShownPicture, ...] = ()
    hyphenated: tuple[str, ...] = ()
    """Words that the author has hyphenated."""


class ProjectLabel(Struct, frozen=True):
    """A project's name as a label; `hue` is 1 to 6, the place of its colour among the theme's tokens."""

    key: str
    name: str
    href: str
    hue: int
    language: str | None = None


class PictureView(Struct, frozen=True):
    """The picture at the head of a page: its file, the sizes to choose among, `alt` empty when decorative."""

    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    avif: str = ""
    """The same sizes as AVIF; empty for a drawing."""


class TocEntry(Struct, frozen=True):
    """A heading of the text, for the table of contents; level 2 or 3."""

    level: int
    id: str
    text: str


class Download(Struct, frozen=True):
    """An attachment or an address elsewhere: `media` is `PDF`, `size` is `1,2 Mt`; both empty for addresses."""

    title: str
    href: str
    media: str = ""
    size: str = ""


class DocumentHead(Struct, frozen=True):
    """What every document shows above its text and in its margin."""

    type: str
    title: str
    summary: str
    published: Date | None
    updated: Date | None
    projects: tuple[ProjectLabel, ...]
    tags: tuple[Anchor, ...]
    contents: tuple[TocEntry, ...]
    versions: tuple[Anchor, ...]
    """The other languages' versions that exist, by the languages' own names."""
    image: PictureView | None = None
    hyphenated: tuple[str, ...] = ()
    """Words that the author has hyphenated."""
    changes: str = ""
    """What the update changed, in a sentence."""
    block: str = ""
    """Where editors of the CMS copy it as a block; empty when it is none."""


class FigureView(Struct, frozen=True):
    """A figure: `share` is its part of `whole`, 0 to 100, for a bar; None when its author names no whole."""

    label: str
    value: str
    share: int | None
    whole: str = ""
