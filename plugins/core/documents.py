"""Documents: one per KEY, with a version for each language it was written in."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.core.anchors import anchors_elsewhere
from plugins.core.dates import When
from plugins.core.diagnostics import Diagnostic, Place
from plugins.core.facts import Facts, MeetingFacts, ProjectFacts


class DocumentType(StrEnum):
    """The five types; the value is the name of the type's folder in the content."""

    NEWS = "news"
    MEETINGS = "meetings"
    PILOTS = "pilots"
    PROJECTS = "projects"
    PAGES = "pages"


class Status(StrEnum):
    """What the author says of a version's readiness."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Picture(Struct, frozen=True):
    """A picture as front matter names it: a path below the content folder and its texts."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""
    focus: tuple[int, int] = (50, 50)
    """The point that stays where the picture is cut, in per cent of its width and height."""


class Reference(Struct, frozen=True):
    """A symbolic link in a body: what it points at and where in the source it stands.

    `kind` is `doc`, `file` or `image`; `target` is a path below the content folder.
    """

    kind: str
    target: str
    fragment: str
    place: Place

    @property
    def symbol(self) -> str:
        """The link as the cached tree writes it: `doc:news/x.fi.md#results`."""
        return f"{self.kind}:{self.target}" + (f"#{self.fragment}" if self.fragment else "")


class Heading(Struct, frozen=True):
    """A heading of a body."""

    level: int
    id: str
    text: str
    place: Place


class Action(Struct, frozen=True):
    """What minutes give somebody to do; `owner` and `deadline` are empty where they say neither."""

    text: str
    owner: str = ""
    deadline: str = ""
    is_done: bool = False


class Body(Struct, frozen=True, dict=True):
    """What is known of a text without loading its tree; the tree is found by its digest."""

    digest: str
    words: int
    headings: tuple[Heading, ...] = ()
    references: tuple[Reference, ...] = ()
    ids: tuple[str, ...] = ()
    paragraphs: str = ""
    """Fingerprints of the paragraphs in order, parted by spaces; see `markup.paragraphs`."""
    mentions: tuple[str, ...] = ()
    """Dates, times and numbers of the title, the summary and the text; see `mentions`."""
    outside: tuple[str, ...] = ()
    """Addresses elsewhere that the text links to, each once, in order."""
    decisions: tuple[str, ...] = ()
    """What was decided, of minutes."""
    actions: tuple[Action, ...] = ()
    """What is to be done, of minutes."""
    resolutions: str = ""
    """The digest of the tree of both, of minutes."""

    @property
    def trees(self) -> tuple[str, ...]:
        """The digests of all its trees."""
        return (self.digest, self.resolutions) if self.resolutions else (self.digest,)

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """The ids of the headings by the anchors that other places give them, made once for all links into the text."""
        return anchors_elsewhere((heading.text, heading.id) for heading in self.headings)


class Version(Struct, frozen=True):
    """A document in one language, whatever its status."""

    key: str
    type: DocumentType
    language: str
    source: str
    """Path below the content folder: `news/2026-02-16-kysely.fi.md`."""
    title: str
    slug: str
    body: Body
    date: When | None = None
    updated: When | None = None
    expires: When | None = None
    status: Status = Status.PUBLISHED
    projects: tuple[str, ...] = ()
    summary: str = ""
    """The author's, or the beginning of the text."""
    is_excerpt: bool = False
    """The summary is the beginning of the text, for its author wrote none."""
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    aliases: tuple[str, ...] = ()
    facts: Facts | None = None
    emails: tuple[tuple[str, Place], ...] = ()
    """The e-mail addresses that stand anywhere in the source, in lower case, each once."""
    privacy_ok: tuple[str, ...] = ()
    """Kinds of personal data that its author has thought of: `phone`, `email`, `address`, `iban`, `card`."""
    changes: str = ""
    """What `updated` changed, in a sentence."""
    differs: str = ""
    """Why this version tells other facts than its counterparts, when its author has said so."""
    hyphenated: tuple[str, ...] = ()
    """The words that its author wrote with soft hyphens, for pages to break there."""
    places: tuple[tuple[str, int, int], ...] = ()
    """Where each key of the front matter stands: dotted path, line, column."""

    @property
    def short_title(self) -> str:
        """What labels and lists call it: a project's short name, else the title."""
        return self.facts.short or self.title if isinstance(self.facts, ProjectFacts) else self.title

    @property
    def lead(self) -> str:
        """The summary as its author wrote it; what the text begins with is no summary beside the text."""
        return "" if self.is_excerpt else self.summary

    @property
    def held_on(self) -> When | None:
        """When a meeting begins; of anything else when it is published."""
        facts = self.facts
        return facts.sessions[0].start if isinstance(facts, MeetingFacts) and facts.sessions else self.date

    def place(self, key: str = "title") -> Place:
        """Return the place of a key in the source; of the file's beginning when the key is not written."""
        for path, line, column in self.places:
            if path == key:
                return Place(self.source, line, column)
        return Place(self.source)

    def item_places(self, key: str) -> "Callable[..., Place]":
        """Return the function from numbers of a list's items, and keys within them, to their places."""
        within = f"{key}."
        known = {path: (line, column) for path, line, column in self.places if path.startswith(within)}
        fallback = self.place(key)

        def place(number: int, *inner: str) -> Place:
            for path in (".".join((f"{within}{number}", *inner)), f"{within}{number}"):
                if path in known:
                    return Place(self.source, *known[path])
            return fallback

        return place


class Document(Struct, frozen=True):
    """All versions of one KEY, in the order of the site's languages."""

    key: str
    type: DocumentType
    versions: tuple[Version, ...]

    def version(self, language: str) -> Version | None:
        """Return the version in a language, if there is one."""
        for version in self.versions:
            if version.language == language:
                return version
        return None


class Reading(Struct, frozen=True, tag=True):
    """What came of reading one source file: a version when the file made one, and every fault found."""

    source: str
    version: Version | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    partial: Version | None = None
    """What can be told of a source with faults: it is judged with the others, and never shown."""

    @property
    def judged(self) -> Version | None:
        """The version that rules judge."""
        return self.version or self.partial


class Variant(Struct, frozen=True):
    """A size in which a picture is published: its path in the output tree, its width and height in pixels."""

    path: str
    """As WebP, which everything shows."""
    width: int
    height: int
    avif: str = ""
    """The same as AVIF, for browsers that know it; a drawing is not made better by it."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of the variant."""
        return (self.path, self.avif) if self.avif else (self.path,)


class PictureFacts(Struct, frozen=True):
    """What is known of a picture without opening it; width and height are those that a reader sees.

    `problem` says why a file cannot be shown as a picture: `unreadable`, `unsupported` (then `format` says what it
    seems to be) or `too-large`. A picture with a problem has no variants.
    """

    format: str = ""
    width: int = 0
    height: int = 0
    is_animated: bool = False
    is_drawing: bool = False
    """Whether it is flat and sharp-edged, so that any loss shows."""
    problem: str = ""
    variants: tuple[Variant, ...] = ()
    """Smallest first."""

    @property
    def without_avif(self) -> "PictureFacts":
        """The facts of the picture where it is published as WebP alone."""
        return replace(self, variants=tuple(replace(variant, avif="") for variant in self.variants))


class Trace(Struct, frozen=True, order=True):
    """A sign of personal data in a file: its kind, where in the file, and for an e-mail address the address.

    `kind` is `identity`, `phone`, `email`, `address`, `iban`, `card` or `location`, or `unread` for a file whose text
    could not be read; `part` is `text` or `properties`.
    """

    kind: str
    part: str = "text"
    email: str = ""


class ContentFile(Struct, frozen=True, tag=True):
    """A picture or attachment in the content folder: path, size in bytes, digest of its bytes."""

    path: str
    size: int
    digest: str
    picture: PictureFacts | None = None
    """None for a file that nobody would take for a picture."""
    traces: tuple[Trace, ...] = ()


Kept: TypeAlias = tuple[str, Reading | ContentFile]
"""What the cache keeps of a file of the content folder: by which key it was read, and what was read."""
