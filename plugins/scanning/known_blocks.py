"""The blocks that a manifest knows: what stands in them now, and what stood there before."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from plugins.core.block_contract import BlockIdentity, heading_id
from plugins.scanning.page import text_of, tokens_of


class Earlier(NamedTuple):
    """A version that was published before, and the date of that."""

    v: str
    date: str


class KnownBlock(Struct, frozen=True):
    """A block in one language and profile, as it now is; `earlier` are its versions before, newest first.

    `html` and `text` are empty when the block's file is not there; `since` is the date of the present version.
    """

    id: str
    language: str
    profile: str
    title: str
    url: str
    v: str
    since: str
    earlier: tuple[Earlier, ...]
    html: str
    text: str

    @property
    def heading_id(self) -> str:
        """The id with which the block begins."""
        return heading_id(self.id, self.language)


KnownBlocks = Mapping[BlockIdentity, KnownBlock]


class ManifestError(Exception):
    """A file is no manifest of blocks."""


def known_blocks(manifest: Path) -> KnownBlocks:
    """Read a manifest, and the blocks that lie beside it; raises ManifestError."""
    root = manifest.parent.parent
    try:
        listed = json.loads(manifest.read_bytes())
        known = {BlockIdentity(block.id, block.language, block.profile): block for block in _blocks(listed, root)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(str(manifest)) from error
    return known


def _blocks(listed: Mapping[str, Any], root: Path) -> Iterator[KnownBlock]:
    for block in listed["blocks"]:
        for language, version in block["languages"].items():
            for profile, file in version["profiles"].items():
                if file["exported"]:
                    yield _block(block["id"], language, profile, version, file, root)


def _block(
    block: str, language: str, profile: str, version: Mapping[str, Any], file: Mapping[str, Any], root: Path
) -> KnownBlock:
    path = root / file["path"]
    html = path.read_text(encoding="utf-8") if path.is_file() else ""
    return KnownBlock(
        id=block,
        language=language,
        profile=profile,
        title=version["title"],
        url=version["url"],
        v=file["v"],
        since=str(file.get("since") or version["changed"])[:10],
        earlier=tuple(Earlier(entry["v"], entry["date"]) for entry in file["earlier"]),
        html=html,
        text=text_of(tokens_of(html)) if html else version["text"],
    )
