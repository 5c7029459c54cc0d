"""Reading site.yaml, blocks.yaml and placements.yaml into the settings of the site."""

import os
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, RootModel

from plugins.authoring.site_schema import BlocksSchema, Placements, SiteSchema
from plugins.authoring.source_text import decode
from plugins.authoring.validation import validate
from plugins.authoring.yaml_document import YamlDocument, parse_yaml
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.site import (
    Accessibility,
    BlockDeclaration,
    BlockDefaults,
    Contact,
    FeedSettings,
    Placement,
    Privacy,
    PublishSettings,
    Site,
)
from plugins.core.values import value

Model = TypeVar("Model", bound=BaseModel)


class _PlacementsSchema(RootModel[Placements]):
    """placements.yaml."""


@value
class SiteRead:
    """The settings, or None when site.yaml is missing or faulty, and every fault of the three files."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]


def read_site(folder: Path, base_url: str | None) -> SiteRead:
    """Read the settings of a content folder; `base_url` takes the place of site.yaml's."""
    if not os.path.lexists(folder / "site.yaml"):
        return SiteRead(None, (diagnostic("SIT001", Place("site.yaml")),))
    settings, settings_document, faults = _read(folder, "site.yaml", SiteSchema)
    blocks, blocks_document, more = _read(folder, "blocks.yaml", BlocksSchema)
    placements, _, most = _read(folder, "placements.yaml", _PlacementsSchema)
    faults = [*faults, *more, *most]
    if settings is None:
        return SiteRead(None, tuple(faults))
    blocks = blocks or BlocksSchema()
    site = Site(
        name=settings.name,
        tagline=settings.tagline,
        base_url=base_url or settings.base_url or "",
        languages=tuple(settings.languages),
        sections=tuple((code, tuple(words.items())) for code, words in settings.sections.items()),
        timezone=settings.timezone,
        operator=settings.operator,
        contact=Contact(name=settings.contact.name, email=settings.contact.email),
        untranslated=tuple(settings.untranslated.items()),
        cross_post=settings.cross_post,
        cards=settings.cards,
        search=settings.search,
        topics=tuple(settings.topics),
        accessibility=_accessibility(settings),
        privacy=_privacy(settings),
        feeds=FeedSettings(settings.feeds.items, settings.feeds.copyright),
        publish=PublishSettings(settings.publish.remote, settings.publish.branch, settings.publish.cname),
        blocks=_declarations(blocks, blocks_document),
        block_defaults=_defaults(blocks),
        placements=_placements(placements),
        places=tuple((".".join(map(str, path)), *place) for path, place in settings_document.keys.items()),
    )
    return SiteRead(site, tuple(faults))


def _read(folder: Path, name: str, schema: type[Model]) -> tuple[Model | None, YamlDocument, list[Diagnostic]]:
    """Read one file; a file that is missing or empty says nothing, and that is allowed for all but site.yaml."""
    path = folder / name
    if not path.is_file():
        return None, YamlDocument(), [diagnostic("FRM014", Place(name))] if os.path.lexists(path) else []
    try:
        text = decode(name, path.read_bytes())
    except OSError:
        return None, YamlDocument(), [diagnostic("FRM014", Place(name))]
    if text.text is None:
        empty = text.fault is not None and text.fault.code == "FRM004" and name != "site.yaml"
        return None, YamlDocument(), [] if empty or text.fault is None else [text.fault]
    document = parse_yaml(name, text.text, 1)
    if document.diagnostics:
        return None, document, document.diagnostics
    model, faults = validate(schema, document, name)
    return model, document, faults


def _accessibility(settings: SiteSchema) -> Accessibility:
    given = settings.accessibility
    return Accessibility(
        feedback_email=given.feedback_email,
        assessed=given.assessed,
        method=given.method,
        known_issues=tuple((code, tuple(issues)) for code, issues in given.known_issues.items()),
    )


def _privacy(settings: SiteSchema) -> Privacy:
    given = settings.privacy
    return Privacy(
        controller=given.controller,
        email=given.email,
        legal_basis=given.legal_basis,
        retention=given.retention,
        server_operator=given.server_operator,
        log_retention=given.log_retention,
    )


def _defaults(blocks: BlocksSchema) -> BlockDefaults:
    given = blocks.defaults
    return BlockDefaults(given.level, tuple(given.profiles), given.attendance)


def _declarations(blocks: BlocksSchema, document: YamlDocument) -> tuple[BlockDeclaration, ...]:
    defaults = blocks.defaults
    declared = []
    for name, block in blocks.blocks.items():
        line, column = document.keys.get(("blocks", name), (1, 1))
        declared.append(
            BlockDeclaration(
                id=name,
                kind=block.kind,
                line=line,
                column=column,
                project=block.project or None,
                types=tuple(block.types),
                tag=block.tag or None,
                limit=block.limit,
                heading=block.heading,
                level=block.level or defaults.level,
                profiles=tuple(defaults.profiles if block.profiles is None else block.profiles),
                attendance=defaults.attendance if block.attendance is None else block.attendance,
            )
        )
    return tuple(declared)


def _placements(placements: _PlacementsSchema | None) -> tuple[Placement, ...]:
    if placements is None:
        return ()
    return tuple(
        Placement(block, place.url, place.lang, place.profile)
        for block, places in placements.root.items()
        for place in places
    )
