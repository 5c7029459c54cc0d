"""The site itself: what site.yaml, blocks.yaml and placements.yaml say, frozen."""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from plugins.core.block_contract import USUAL
from plugins.core.dates import When
from plugins.core.diagnostics import Place
from plugins.core.languages import LANGUAGES, Language
from plugins.core.scanned_blocks import ScanReport

UNDECIDED_BASE_URL = "http://localhost:8000/"
"""Stands where an absolute address must stand while site.yaml has none; publishing refuses it."""


class Localized(Struct, frozen=True):
    """A text that may differ by language; a text given once serves every language."""

    texts: tuple[tuple[str, str], ...] = ()
    common: str = ""

    def get(self, language: str) -> str:
        """Return the text in a language, else the common one, else the first there is."""
        for code, text in self.texts:
            if code == language:
                return text
        return self.common or (self.texts[0][1] if self.texts else "")

    def covers(self, languages: tuple[str, ...]) -> bool:
        """Return whether there is a text in each of these languages."""
        return bool(self.common) or all(dict(self.texts).get(code) for code in languages)

    def __bool__(self) -> bool:
        return bool(self.common or any(text for _, text in self.texts))


class Contact(Struct, frozen=True):
    """A person or desk that readers may write to."""

    name: str = ""
    role: str = ""
    email: str = ""


class Accessibility(Struct, frozen=True):
    """What the accessibility statement needs to know; `assessed` is None before it."""

    feedback_email: str = ""
    assessed: When | None = None
    method: str = "self"
    known_issues: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Privacy(Struct, frozen=True):
    """Who answers for personal data, on what grounds and for how long they are kept, and who runs the server."""

    controller: Localized = field(default_factory=Localized)
    email: str = ""
    legal_basis: Localized = field(default_factory=Localized)
    retention: Localized = field(default_factory=Localized)
    server_operator: Localized = field(default_factory=Localized)
    log_retention: Localized = field(default_factory=Localized)


class Colours(Struct, frozen=True):
    """The site's own colour of links and focus as `#rrggbb`, on light and on dark ground; empty for the theme's."""

    light: str = ""
    dark: str = ""


class FeedSettings(Struct, frozen=True):
    """How many items a feed carries, and under which rights."""

    items: int = 30
    copyright: Localized = field(default_factory=Localized)


class PublishSettings(Struct, frozen=True):
    """Where publishing sends the site."""

    remote: str = "origin"
    branch: str = "gh-pages"
    cname: str = ""
    folder: str = ""
    """A folder of this machine, seen from the content, where the site goes instead of the branch; empty for none."""
    compress: tuple[str, ...] = ()
    """Kinds of compressed twins that stand beside texts: `gz`, `br`."""
    redirects: tuple[str, ...] = ()
    """Hosts for which redirects are written as they read them: `nginx`, `netlify`."""


class BlockDeclaration(Struct, frozen=True):
    """A block that blocks.yaml asks for, with the line that asks."""

    id: str
    kind: str
    line: int
    column: int
    project: str | None = None
    types: tuple[str, ...] = ()
    tag: str | None = None
    limit: int | None = None
    heading: Localized = field(default_factory=Localized)
    level: int = 2
    profiles: tuple[str, ...] = (USUAL,)
    attendance: bool = True


class BlockDefaults(Struct, frozen=True):
    """What holds for every block that does not say otherwise, documents' own blocks included."""

    level: int = 2
    profiles: tuple[str, ...] = (USUAL,)
    attendance: bool = True


class HostedEditor(Struct, frozen=True):
    """The editor in the published site: where the repository of the content is; without one there is no editor."""

    host: str = "github"
    repository: str = ""
    branch: str = "main"
    folder: str = "content"
    """The content folder in the repository."""
    login: str = ""
    """The address of the service through which GitHub signs people in."""
    app_id: str = ""
    """By which GitLab knows the editor."""


class Placement(Struct, frozen=True):
    """A page of the CMS where a block has been put."""

    block: str
    url: str
    language: str
    profile: str = USUAL
    line: int = 1
    column: int = 1
    """Where placements.yaml says so."""


class Site(Struct, frozen=True):
    """All settings of the site."""

    name: Localized
    languages: tuple[str, ...]
    """Codes; the first is the default language, which stands at the root."""
    base_url: str = ""
    tagline: Localized = field(default_factory=Localized)
    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    timezone: str = "Europe/Helsinki"
    operator: Localized = field(default_factory=Localized)
    contact: Contact = field(default_factory=Contact)
    untranslated: tuple[tuple[str, str], ...] = ()
    cross_post: bool = False
    cards: bool = True
    """Whether every page has a card, the picture that links elsewhere show."""
    search: bool = True
    """Whether the site can be searched."""
    colours: Colours = field(default_factory=Colours)
    avif: bool = True
    """Whether photos are published as AVIF beside WebP."""
    topics: tuple[Localized, ...] = ()
    """Tags that are the same topic in several languages."""
    accessibility: Accessibility = field(default_factory=Accessibility)
    privacy: Privacy = field(default_factory=Privacy)
    feeds: FeedSettings = field(default_factory=FeedSettings)
    publish: PublishSettings = field(default_factory=PublishSettings)
    editor: HostedEditor = field(default_factory=HostedEditor)
    blocks: tuple[BlockDeclaration, ...] = ()
    block_defaults: BlockDefaults = field(default_factory=BlockDefaults)
    unread_blocks: tuple[str, ...] = ()
    """Ids of blocks.yaml whose blocks have faults."""
    placements: tuple[Placement, ...] = ()
    scan: ScanReport | None = None
    """What the last scan found on pages of the CMS; None where no report of one is in the content folder."""
    places: tuple[tuple[str, int, int], ...] = ()
    """Where each key of site.yaml stands: dotted path, line, column."""
    faulty: tuple[str, ...] = ()
    """The dotted keys of site.yaml that could not be read, an empty one when nothing could: nothing is shown then."""

    def place(self, key: str) -> Place:
        """Return the place of a key in site.yaml; of what is around it, or of the file, when the key is not written."""
        written = {path: (line, column) for path, line, column in self.places}
        while key and key not in written:
            key = key.rpartition(".")[0]
        return Place("site.yaml", *written.get(key, (1, 1)))

    @property
    def undecided(self) -> tuple[str, ...]:
        """The keys of what must be public and still stands empty."""
        decided = {
            "base_url": bool(self.base_url),
            "operator": self.operator.covers(self.languages),
            "contact.email": bool(self.contact.email),
            "accessibility.feedback_email": bool(self.accessibility.feedback_email),
            "privacy.controller": self.privacy.controller.covers(self.languages),
            "privacy.email": bool(self.privacy.email),
        }
        faulty = {key.partition(".")[0] for key in self.faulty}
        return tuple(key for key, done in decided.items() if not done and not {"", key.partition(".")[0]} & faulty)

    @property
    def default_language(self) -> str:
        """The language whose pages stand at the root of the site."""
        return self.languages[0]

    @property
    def base(self) -> str:
        """The absolute address of the site's root, with its final slash."""
        return (self.base_url or UNDECIDED_BASE_URL).rstrip("/") + "/"

    @property
    def base_path(self) -> str:
        """The path of the site's root on its host, with its final slash: `/hankkeet/`."""
        return urlsplit(self.base).path or "/"

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of every local time in the content."""
        return ZoneInfo(self.timezone)

    def language(self, code: str) -> Language:
        """Return what the program knows of one of the site's languages."""
        return LANGUAGES[code]

    def word(self, language: str, name: str) -> str:
        """Return a word of the site's addresses, site.yaml's own before the program's."""
        for code, words in self.sections:
            if code == language:
                for section, word in words:
                    if section == name:
                        return word
        return LANGUAGES[language].words[name]

    def fallback(self, document_type: str) -> str:
        """Return what a missing version means for a type: `notice`, `hide` or `require`."""
        return dict(self.untranslated).get(document_type, "notice")
