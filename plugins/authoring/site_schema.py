"""The schemas of site.yaml, blocks.yaml and placements.yaml."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from plugins.authoring.field_types import (
    AnyWhen,
    Email,
    HexColour,
    Key,
    LocalizedText,
    OptionalText,
    Schema,
    Slug,
    Text,
    WebAddress,
    fault,
)
from plugins.core.block_contract import USUAL
from plugins.core.languages import LANGUAGES
from plugins.core.site import Localized

SectionWord = Literal[
    "news", "meetings", "pilots", "projects", "tags", "archive", "subscribe", "search", "calendar", "page", "actions"
]
TypeName = Literal["news", "meetings", "pilots", "projects", "pages"]
Fallback = Literal["notice", "hide", "require"]
Profile = Literal["basic", "restricted", "full"]
BlockKind = Literal["latest", "project", "contacts", "timeline", "meetings", "figures", "document", "summary"]


def _known_languages(codes: list[str]) -> list[str]:
    if not codes or len(set(codes)) != len(codes) or any(code not in LANGUAGES for code in codes):
        raise fault("languages:" + "|".join(LANGUAGES))
    return codes


def _empty_or_address(value: object) -> object:
    return None if value in (None, "") else value


def _time_zone(name: str) -> str:
    from zoneinfo import available_timezones

    if name != "Europe/Helsinki" and name not in available_timezones():
        raise fault("time-zone")
    return name


class SiteContactSchema(Schema):
    """Whom readers of the whole site may write to."""

    name: OptionalText = ""
    email: Email = ""


class AccessibilitySchema(Schema):
    """What the accessibility statement is made of."""

    feedback_email: Email = ""
    assessed: AnyWhen | None = None
    method: Literal["self", "external"] = "self"
    known_issues: dict[str, list[Text]] = {}


class PrivacySchema(Schema):
    """Who answers for personal data, and what a privacy notice tells of how they are kept."""

    controller: LocalizedText = Localized()
    email: Email = ""
    legal_basis: LocalizedText = Localized()
    retention: LocalizedText = Localized()
    server_operator: LocalizedText = Localized()
    log_retention: LocalizedText = Localized()


class ColoursSchema(Schema):
    """The site's own colour, on light and on dark ground."""

    light: HexColour = ""
    dark: HexColour = ""


class FeedsSchema(Schema):
    """How feeds are made."""

    items: Annotated[int, Field(ge=1, le=500)] = 30
    copyright: LocalizedText = Localized()


class PublishSchema(Schema):
    """Where publishing sends the site."""

    remote: OptionalText = "origin"
    branch: OptionalText = "gh-pages"
    cname: OptionalText = ""
    folder: OptionalText = ""
    compress: list[Literal["gz", "br"]] = []
    redirects: list[Literal["nginx", "netlify"]] = []


class EditorSchema(Schema):
    """The editor in the published site, against the repository of the content."""

    host: Literal["github", "gitlab"] = "github"
    repository: OptionalText = ""
    branch: OptionalText = "main"
    folder: OptionalText = "content"
    login: Annotated[WebAddress | None, BeforeValidator(_empty_or_address)] = None
    app_id: OptionalText = ""


class SiteSchema(Schema):
    """site.yaml."""

    name: LocalizedText
    tagline: LocalizedText = Localized()
    base_url: Annotated[WebAddress | None, BeforeValidator(_empty_or_address)] = None
    languages: Annotated[list[str], AfterValidator(_known_languages)]
    sections: dict[str, dict[SectionWord, Slug]] = {}
    timezone: Annotated[str, AfterValidator(_time_zone)] = "Europe/Helsinki"
    operator: LocalizedText = Localized()
    contact: SiteContactSchema = SiteContactSchema.model_construct()
    untranslated: dict[TypeName, Fallback] = {}
    cross_post: bool = False
    cards: bool = True
    search: bool = True
    avif: bool = True
    colours: ColoursSchema = ColoursSchema.model_construct()
    topics: list[LocalizedText] = []
    accessibility: AccessibilitySchema = AccessibilitySchema.model_construct()
    privacy: PrivacySchema = PrivacySchema.model_construct()
    feeds: FeedsSchema = FeedsSchema.model_construct()
    publish: PublishSchema = PublishSchema.model_construct()
    editor: EditorSchema = EditorSchema.model_construct()


Level = Annotated[int, Field(ge=2, le=4)]


class BlockSchema(Schema):
    """One block of blocks.yaml."""

    kind: BlockKind
    project: OptionalText | None = None
    types: Annotated[list[TypeName], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)] = []
    tag: OptionalText | None = None
    limit: Annotated[int, Field(ge=1, le=100)] | None = None
    heading: LocalizedText = Localized()
    level: Level | None = None
    profiles: list[Profile] | None = None
    attendance: bool | None = None


class BlockDefaultsSchema(Schema):
    """What holds for every block."""

    level: Level = 2
    profiles: list[Profile] = [USUAL]
    attendance: bool = True


class BlocksSchema(Schema):
    """blocks.yaml."""

    blocks: dict[Key, BlockSchema] = {}
    defaults: BlockDefaultsSchema = BlockDefaultsSchema.model_construct()


class PlacementSchema(Schema):
    """A page where a block has been put."""

    url: WebAddress
    lang: str
    profile: str = USUAL


Placements = dict[str, list[PlacementSchema]]
