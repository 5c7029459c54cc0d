"""Blocks as they were made: what the manifest, the ledger, feeds and the workbench show of them."""

from collections.abc import Mapping

from msgspec import Struct, field


class PictureToUpload(Struct, frozen=True):
    """A picture that an editor may upload: its path below the content folder, its texts, and where to fetch it."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""
    url: str = ""
    """Empty when it is not published."""


class MadeFile(Struct, frozen=True):
    """The fragment of a block in one profile: its size, its version, and what the profile has no form for."""

    bytes: int
    v: str
    left_out: tuple[str, ...] = ()


class MadeBlock(Struct, frozen=True):
    """A block in one language; dates are ISO 8601, empty when not known."""

    id: str
    kind: str
    language: str
    title: str
    url: str
    type: str
    """The document's type; of a block of blocks.yaml that lists several, its kind."""
    projects: tuple[str, ...]
    published: str
    changed: str
    paths: tuple[tuple[str, str], ...]
    """Each profile that is asked for, with the path of its fragment."""
    files: Mapping[str, MadeFile]
    """By profile; one that cannot carry the block has none."""
    pictures: tuple[PictureToUpload, ...] = ()
    text: str = ""
    """The plain text in the usual profile."""
    sentences: Mapping[str, str] = field(default_factory=dict)
    """By profile the fingerprints of its sentences, which only a release keeps."""
