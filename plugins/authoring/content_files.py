"""The files of the content folder: sources by what their paths say, pictures and attachments."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from plugins.authoring.version_reading import SourceName
from plugins.core.addresses import LONGEST_PART
from plugins.core.content_paths import composed
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import ContentFile, DocumentType
from plugins.core.languages import LANGUAGES
from plugins.core.output_tree import companion
from plugins.core.portable_names import folded, unportable_part
from plugins.core.suggestions import nearest

ASSET_FOLDERS = ("images", "files")
SETTINGS = ("site.yaml", "blocks.yaml", "placements.yaml", "translations.jsonl", "scan.json")
_GUIDE = re.compile(r"README(\.[a-z]{2})?\.md")
"""What git hosts show to whoever opens the folder; it is no part of the site."""
_KEY = re.compile(r"[a-z0-9-]+")
_SOURCE_SUFFIXES = (".md", ".markdown")
_SYSTEM_FILES = frozenset({"desktop.ini", "thumbs.db"})
"""Files that Windows leaves in folders; those of other systems begin with a dot."""


@dataclass
class SourceListing:
    """The sources to read and the faults of names."""

    sources: list[SourceName] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    """The sources that are symbolic links, or lie in a folder that is one."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def list_sources(content: Path, languages: tuple[str, ...]) -> SourceListing:
    """List the Markdown files of the five folders and their subfolders; report what is wrong with names.

    What is left unread is reported, but for hidden files, guides for those who write, and a site that was built here.
    """
    listing = SourceListing()
    types = {document_type.value: document_type for document_type in DocumentType}
    for entry in _sorted(content):
        if entry.is_dir():
            if entry.name in types:
                before = len(listing.sources)
                _list_folder(Path(entry.path), entry.name, types[entry.name], languages, listing)
                if _is_link(entry):
                    listing.links.update(source.path for source in listing.sources[before:])
            elif entry.name not in ASSET_FOLDERS and not companion(Path(entry.path)).is_dir():
                near = nearest(entry.name, [*types, *ASSET_FOLDERS])
                listing.diagnostics.append(diagnostic("DOC007", Place(entry.name), folder=entry.name, near=near))
        elif entry.name not in SETTINGS and not _GUIDE.fullmatch(entry.name):
            near = nearest(entry.name, SETTINGS)
            listing.diagnostics.append(diagnostic("DOC010", Place(entry.name), path=entry.name, near=near))
    return listing


def _sorted(folder: Path) -> list["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        visible = [entry for entry in entries if not _is_hidden(entry.name)]
    return sorted(visible, key=lambda entry: entry.name)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~")) or name.casefold() in _SYSTEM_FILES


def _is_link(entry: "os.DirEntry[str]") -> bool:
    """Return whether an entry leads elsewhere: a symbolic link, or on Windows a junction, which Python 3.12 knows."""
    is_junction = getattr(entry, "is_junction", None)
    return entry.is_symlink() or (is_junction is not None and is_junction())


def _list_folder(
    folder: Path, path: str, kind: DocumentType, languages: tuple[str, ...], listing: SourceListing
) -> None:
    """List the sources of a folder; subfolders mean nothing, but a link may lead back to where it stands."""
    for entry in _sorted(folder):
        inner = f"{path}/{entry.name}"
        if entry.is_dir() and _is_link(entry):
            listing.diagnostics.append(diagnostic("DOC007", Place(inner), folder=inner))
        elif entry.is_dir():
            _list_folder(Path(entry.path), inner, kind, languages, listing)
        else:
            _judge(entry, inner, kind, languages, listing)


def _judge(
    entry: "os.DirEntry[str]", path: str, kind: DocumentType, languages: tuple[str, ...], listing: SourceListing
) -> None:
    stem, suffix = os.path.splitext(entry.name)
    if suffix.casefold() not in _SOURCE_SUFFIXES:
        listing.diagnostics.append(diagnostic("DOC010", Place(path), path=path))
        return
    key, _, language = stem.rpartition(".")
    if not key:
        listing.diagnostics.append(diagnostic("DOC001", Place(path), name=entry.name))
    elif language not in languages:
        known = ", ".join(languages)
        near = nearest(language, languages) if language not in LANGUAGES else None
        listing.diagnostics.append(diagnostic("DOC002", Place(path), language=language, known=known, near=near))
    elif not _KEY.fullmatch(key) or len(key) > LONGEST_PART:
        listing.diagnostics.append(diagnostic("DOC003", Place(path), key=key))
    elif not entry.is_file():
        # Opening a named pipe would wait for ever.
        listing.diagnostics.append(diagnostic("FRM014", Place(path)))
    else:
        listing.sources.append(SourceName(path, kind, key, language))
        if _is_link(entry):
            listing.links.add(path)


def is_inside(content: Path, path: str) -> bool:
    """Return whether a file really lies in the content folder: a symbolic link may lead anywhere."""
    return (content / path).resolve().is_relative_to(content.resolve())


def list_files(
    content: Path, known: Mapping[str, tuple[str, ContentFile]], version: str, listing: SourceListing
) -> Iterator[tuple[str, str, ContentFile, bool]]:
    """List pictures and attachments: path, a mark, the file, and whether it still has to be looked at.

    `known` maps paths to marks and files of an earlier run, so that large files are not read again; a mark is of
    size, time and the version of what looks at pictures. What cannot be read is told in the listing.
    """
    for real in _assets(content, listing):
        path = composed(real.relative_to(content).as_posix())
        before, file = known.get(path, ("", None))
        try:
            state = os.stat(real)
            mark = f"{state.st_size}:{state.st_mtime_ns}:{version}"
            if file is not None and before == mark:
                yield path, mark, file, False
                continue
            digest = _digest_of(real)
        except OSError:
            listing.diagnostics.append(diagnostic("FRM014", Place(path)))
            continue
        # A fresh checkout gives new times to old files.
        if file is not None and file.digest == digest and before.endswith(f":{version}"):
            yield path, mark, file, False
        else:
            yield path, mark, ContentFile(path, state.st_size, digest), True


def _assets(content: Path, listing: SourceListing) -> Iterator[Path]:
    """Walk through pictures and attachments; what is no regular file of the content folder is told.

    What a link out of the folder points at is not content, and opening a named pipe would wait for ever.
    """
    inside = content.resolve()
    for folder in ASSET_FOLDERS:
        for base, folders, names in os.walk(content / folder):
            folders.sort()
            for name in (*folders, *sorted(names)):
                real = Path(base) / name
                path = real.relative_to(content).as_posix()
                if _is_hidden(name):
                    continue
                if real.is_symlink() and real.is_dir():
                    listing.diagnostics.append(diagnostic("DOC007", Place(path), folder=path))
                elif name in names and not (real.is_file() and real.resolve().is_relative_to(inside)):
                    listing.diagnostics.append(diagnostic("FRM014", Place(path)))
                elif name in names:
                    yield real


def _digest_of(path: Path) -> str:
    hasher = blake2b(digest_size=16)
    with open(path, "rb") as stream:
        while chunk := stream.read(1 << 20):
            hasher.update(chunk)
    return hasher.hexdigest()


def unportable_names(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Find names that Windows cannot hold (DOC012), and files that some systems take for one (DOC013)."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        part = unportable_part(path)
        if part is not None:
            yield diagnostic("DOC012", Place(path), name=part)
        other = first.setdefault(folded(path), path)
        if other is not path:
            yield diagnostic("DOC013", Place(path), path=path, other=other)
