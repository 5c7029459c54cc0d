"""Reading site.yaml, blocks.yaml, placements.yaml and the report of a scan into the settings of the site."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct
from pydantic import BaseModel, RootModel

from plugins.authoring.salvage import salvaged
from plugins.authoring.site_schema import BlocksSchema, Placements, SiteSchema
from plugins.authoring.source_text import decode
from plugins.authoring.validation import validate
from plugins.authoring.value_marks import marks_in_values
from plugins.authoring.yaml_document import YamlDocument, parse_yaml, strings_within
from plugins.core.diagnostics import Diagnostic, Place, diagnostic, has_errors
from plugins.core.languages import LANGUAGES
from plugins.core.scanned_blocks import ScanReport, read_report
from plugins.core.site import (
    Accessibility,
    BlockDeclaration,
    BlockDefaults,
    Colours,
    Contact,
    FeedSettings,
    HostedEditor,
    Localized,
    Placement,
    Privacy,
    PublishSettings,
    Site,
)
from plugins.core.writing import Writing, WritingRule

SCAN = "scan.json"
"""The report of the last scan, as `./kaiku scan --report` writes it."""

Model = TypeVar("Model", bound=BaseModel)


class _PlacementsSchema(RootModel[Placements]):
    """placements.yaml."""


class SiteRead(Struct, frozen=True):
    """The settings as far as they can be read, and every fault of the three files."""

    site: Site
    diagnostics: tuple[Diagnostic, ...]


def read_site(folder: Path, base_url: str | None, rules: Sequence[WritingRule] = ()) -> SiteRead:
    """Read the settings of a content folder; `base_url` takes the place of site.yaml's.

    A file with faults gives what can be told of it, so that the documents are judged all the same. `rules` judge the
    texts of the files.
    """
    read, faults = _read(folder, "site.yaml", SiteSchema, rules)
    blocks_read, more = _read(folder, "blocks.yaml", BlocksSchema, rules)
    placements_read, most = _read(folder, "placements.yaml", _PlacementsSchema, rules)
    if read.text is None and not faults:
        faults = [diagnostic("SIT001", Place("site.yaml"))]
    settings, settings_document = (
        read.model or SiteSchema.model_construct(name=Localized(), languages=[*LANGUAGES]),
        read.document,
    )
    faulty = _faulty(faults)
    blocks, blocks_document = blocks_read.model, blocks_read.document
    placements = placements_read.model
    scan, unread = _scan(folder)
    faults = [*faults, *more, *most, *unread]
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
        # Which versions must be there is not known when the languages are not.
        untranslated=() if {"", "languages"} & set(faulty) else tuple(settings.untranslated.items()),
        cross_post=settings.cross_post,
        cards=settings.cards,
        search=settings.search,
        colours=Colours(settings.colours.light, settings.colours.dark),
        avif=settings.avif,
        topics=tuple(settings.topics),
        accessibility=_accessibility(settings),
        privacy=_privacy(settings),
        feeds=FeedSettings(settings.feeds.items, settings.feeds.copyright),
        publish=_publish(settings),
        editor=_editor(settings),
        blocks=_declarations(blocks, blocks_document),
        block_defaults=_defaults(blocks),
        unread_blocks=_unread_blocks(blocks, blocks_document),
        placements=_placements(placements, placements_read.document),
        scan=scan,
        places=tuple((".".join(map(str, path)), *place) for path, place in settings_document.keys.items()),
        faulty=faulty,
    )
    return SiteRead(site, tuple(faults))


@dataclass(frozen=True)
class _FileRead(Generic[Model]):
    """A file of settings: its text, what was parsed, and what is known by it; None of a file that says nothing."""

    text: str | None = None
    document: YamlDocument = field(default_factory=YamlDocument)
    model: Model | None = None


def _read(
    folder: Path, name: str, schema: type[Model], rules: Sequence[WritingRule]
) -> tuple[_FileRead[Model], list[Diagnostic]]:
    """Read one file; one that is missing or empty says nothing."""
    path = folder / name
    if not path.is_file():
        return _FileRead(), [diagnostic("FRM014", Place(name))] if os.path.lexists(path) else []
    try:
        text = decode(name, path.read_bytes())
    except OSError:
        return _FileRead(), [diagnostic("FRM014", Place(name))]
    if text.text is None:
        empty = text.fault is not None and text.fault.code == "FRM004" and name != "site.yaml"
        return _FileRead(), [] if empty or text.fault is None else [text.fault]
    document = parse_yaml(name, text.text, 1)
    faults, model = list(document.diagnostics), None
    if not has_errors(faults):
        model, more = validate(schema, document, name)
        faults += more
    writing = _writing(name, text.text, document)
    faults += marks_in_values(writing.strings)
    faults += [fault for rule in rules for fault in rule(writing)]
    return _FileRead(text.text, document, model or salvaged(schema, document.value)), faults


def _scan(folder: Path) -> tuple[ScanReport | None, list[Diagnostic]]:
    """Read the report of the last scan; one that is damaged tells nothing and stops nobody (BLK013)."""
    try:
        report = read_report((folder / SCAN).read_bytes())
    except FileNotFoundError:
        return None, []
    except OSError:
        return None, [diagnostic("FRM014", Place(SCAN))]
    return report, [] if report else [diagnostic("BLK013", Place(SCAN))]


def _writing(name: str, text: str, document: YamlDocument) -> Writing:
    """What rules of writing look at: settings are all texts, and their telephone numbers are meant to be there."""
    strings = tuple(
        (string, document.place(name, path, of_value=True)) for path, string in strings_within(document.value)
    )
    meant = frozenset({"phone", "email", "address", "iban", "card"})
    return Writing(name, next(iter(LANGUAGES)), text, (), (), strings, meant, ())


def _faulty(faults: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Name the keys that faults speak of; an empty name for a fault of the whole file."""
    keys = (
        dict(fault.values).get("key", "") for fault in faults if fault.is_error and not fault.code.startswith("PRV")
    )
    return tuple(dict.fromkeys(keys))


def _editor(settings: SiteSchema) -> HostedEditor:
    editor = settings.editor
    return HostedEditor(editor.host, editor.repository, editor.branch, editor.folder, editor.login or "", editor.app_id)


def _publish(settings: SiteSchema) -> PublishSettings:
    given = settings.publish
    beside = (tuple(given.compress), tuple(given.redirects))
    return PublishSettings(given.remote, given.branch, given.cname, given.folder, *beside)


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


def _unread_blocks(blocks: BlocksSchema, document: YamlDocument) -> tuple[str, ...]:
    """Name the blocks that blocks.yaml asks for and that have faults."""
    asked = (str(path[1]) for path in document.keys if len(path) == 2 and path[0] == "blocks")
    return tuple(name for name in asked if name not in blocks.blocks)


def _placements(placements: _PlacementsSchema | None, document: YamlDocument) -> tuple[Placement, ...]:
    if placements is None:
        return ()
    found = []
    for block, places in placements.root.items():
        for number, place in enumerate(places):
            line, column = document.values.get((block, number), (1, 1))
            found.append(Placement(block, place.url, place.lang, place.profile, line, column))
    return tuple(found)
