"""The ledger as a file: JSON with a line for each document and block, sorted, so that two releases compare well."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from plugins.core.content_read import LedgerRead
from plugins.core.dates import MOMENT
from plugins.core.diagnostics import Place, diagnostic
from plugins.core.ledger import EMPTY_LEDGER, BlockVersion, Ledger, PublishedBlock, PublishedEvent, PublishedVersion
from plugins.core.sentence_changes import CHANGE, FINGERPRINTS

FORMAT = 1

Identity = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
Code = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Address = Annotated[str, Field(pattern=r"^/")]
Moment = Annotated[str, Field(pattern=MOMENT)]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]+$")]


class _Written(BaseModel):
    # Validators are built when first needed: few runs are given a ledger.
    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class _Version(_Written):
    id: str
    addresses: list[Address]
    published: IsoDate
    withdrawn: IsoDate | Literal[""] = ""
    reason: Literal["withdrawn", "expired", "draft", "scheduled", "missing", ""] = ""


class _Document(_Written):
    type: Literal["news", "meetings", "pilots", "projects", "pages"]
    versions: dict[Code, _Version]


class _State(_Written):
    v: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    date: IsoDate
    sentences: Annotated[str, Field(pattern=FINGERPRINTS)] = ""
    change: Annotated[str, Field(pattern=CHANGE)] = ""


class _Block(_Written):
    kind: str
    versions: dict[Code, dict[str, list[_State]]]


class _Event(_Written):
    key: Identity
    language: Code
    kind: Literal["meeting", "next", "milestone", "pilot"]
    start: Moment
    end: Moment | Literal[""] = ""
    projects: list[Identity]
    words: Fingerprint
    state: Fingerprint
    sequence: Annotated[int, Field(ge=0)]
    modified: IsoDate
    status: Literal["", "cancelled", "replaced"] = ""


class _File(_Written):
    schema_: str = Field(alias="$schema")
    format: Literal[1]
    documents: dict[Identity, _Document]
    blocks: dict[Identity, _Block]
    events: dict[str, _Event]


def read_ledger(path: Path) -> LedgerRead:
    """Read a ledger; one that cannot be read is a fault, never an empty one: ids could return for something else."""
    try:
        return LedgerRead(parsed(path.read_bytes()))
    except (OSError, ValueError):
        return LedgerRead(EMPTY_LEDGER, (diagnostic("LED001", Place(str(path))),))


def parsed(data: bytes) -> Ledger:
    """Read the bytes of a ledger; raises ValueError when they are none."""
    file = _File.model_validate_json(data)
    return Ledger(tuple(_versions(file)), tuple(_blocks(file)), tuple(_events(file)))


def _versions(file: _File) -> Iterator[PublishedVersion]:
    for key, document in sorted(file.documents.items()):
        for language, entry in sorted(document.versions.items()):
            addresses = tuple(entry.addresses)
            yield PublishedVersion(
                key, language, document.type, addresses, entry.id, entry.published, entry.withdrawn, entry.reason
            )


def _blocks(file: _File) -> Iterator[PublishedBlock]:
    for block, entry in sorted(file.blocks.items()):
        for language, profiles in sorted(entry.versions.items()):
            for profile, states in sorted(profiles.items()):
                versions = tuple(BlockVersion(state.v, state.date) for state in states)
                latest = (states[-1].sentences, states[-1].change) if states else ("", "")
                yield PublishedBlock(block, entry.kind, language, profile, versions, *latest)


def _events(file: _File) -> Iterator[PublishedEvent]:
    for uid, event in sorted(file.events.items()):
        yield PublishedEvent(uid, **{**event.model_dump(), "projects": tuple(event.projects)})


def written(
    versions: Iterable[PublishedVersion], blocks: Iterable[PublishedBlock], events: Iterable[PublishedEvent]
) -> bytes:
    """Write a ledger; all come sorted. Blocks that have never had a file are left out."""
    documents = {
        key: {"type": some[0].type, "versions": {version.language: _version(version) for version in some}}
        for key, some in ((key, list(group)) for key, group in groupby(versions, key=lambda version: version.key))
    }
    exported = (block for block in blocks if block.versions)
    states = {
        block: {"kind": some[0].kind, "versions": _profiles(some)}
        for block, some in ((block, list(group)) for block, group in groupby(exported, key=lambda entry: entry.id))
    }
    head = f'{{"$schema": "ledger.schema.json",\n"format": {FORMAT},\n'
    event_entries = {event.uid: _event(event) for event in events}
    parts = f'"documents": {_lines(documents)},\n"blocks": {_lines(states)},\n"events": {_lines(event_entries)}'
    return f"{head}{parts}}}\n".encode()


def _version(version: PublishedVersion) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": version.feed_id, "addresses": version.addresses, "published": version.published}
    return {**entry, **{name: text for name in ("withdrawn", "reason") if (text := getattr(version, name))}}


def _profiles(blocks: Iterable[PublishedBlock]) -> dict[str, Any]:
    languages: dict[str, dict[str, Any]] = {}
    for block in blocks:
        states = [{"v": s.v, "date": s.date} for s in block.versions]
        states[-1] |= {key: text for key in ("sentences", "change") if (text := getattr(block, key))}
        languages.setdefault(block.language, {})[block.profile] = states
    return languages


def _event(event: PublishedEvent) -> dict[str, Any]:
    entry = {key: getattr(event, key) for key in _Event.model_fields}
    return {key: value for key, value in entry.items() if value != "" or key not in {"end", "status"}}


def _lines(entries: Mapping[str, Any]) -> str:
    # Not json's own indenting: it is ten times as slow, and a line an entry is what one compares.
    lines = (f"{json.dumps(key)}: {json.dumps(entry, ensure_ascii=False)}" for key, entry in entries.items())
    return "{\n" + ",\n".join(lines) + "\n}" if entries else "{}"
