"""What the manifest says of a block whatever has been published before: told when the block is written."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from plugins.blocks.planned import PlannedBlock

_PICTURE = ("file", "alt", "caption", "credit", "url")


class ManifestEntry(NamedTuple):
    """Members of objects: of the block in any language, of the block in its language, of what it holds."""

    block: Mapping[str, Any]
    version: Mapping[str, Any]
    content: Mapping[str, Any]


def pictures_to_upload(images: Iterable[tuple[str, ...]]) -> list[dict[str, str]]:
    """Give what is told of pictures as objects of JSON."""
    return [dict(zip(_PICTURE, image, strict=True)) for image in images]


def manifest_entry(planned: PlannedBlock, images: Iterable[tuple[str, ...]], text: str) -> ManifestEntry:
    """Prepare the entry of a block with these pictures to upload and this plain text."""
    view, facts = planned.view, planned.facts
    return ManifestEntry(
        block={"id": view.id, "kind": view.kind, "type": facts.type, "projects": list(view.projects)},
        version={"title": view.title, "url": view.url, "published": facts.published, "changed": facts.changed},
        content={"images": pictures_to_upload(images), "text": text},
    )
