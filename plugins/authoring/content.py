"""Reading the whole content folder: only what changed since the last run is parsed."""

import os
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

from msgspec.structs import replace

from plugins.authoring.content_files import SourceListing, is_inside, list_files, list_sources, unportable_names
from plugins.authoring.site_reading import read_site
from plugins.authoring.source_text import too_large
from plugins.authoring.version_reading import SourceName, VersionRead, read_version, source_name
from plugins.core.content_read import ContentRead
from plugins.core.contributions import Pipeline
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import ContentFile, Kept, Reading
from plugins.core.stages import Stage
from plugins.disk.code_version import code_version

_LIBRARIES = ("Markdown", "nh3", "lxml", "pydantic", "PyYAML")


@cache
def reader_key() -> str:
    """Digest what reading depends on beside the source: this room, the kernel's markup, and the libraries' versions."""
    rooms = Path(__file__).parent.parent
    return code_version(rooms / "authoring", rooms / "core", libraries=_LIBRARIES)


def read_content(pipeline: Pipeline) -> ContentRead:
    """Read site.yaml and every source; of files known to the cache by their content, only the bytes are read."""
    read, trees = _read(pipeline, pipeline.cache.readings(), None)
    pipeline.settings.stages.begin(Stage.KEEP)
    if read.site is not None and (_keys(read.kept) != _keys(pipeline.cache.readings()) or trees):
        pipeline.cache.keep_readings(read.kept, trees)
    return read


def reread_content(pipeline: Pipeline, before: ContentRead, changed: Collection[str]) -> ContentRead:
    """Read the content again: of sources only those that have changed, or lie in a folder that has.

    Trees are stored in the cache; to store the readings, which takes longer, is left to whoever has time.
    """
    if before.site is not None and changed and all(_is_source(pipeline, before, path) for path in changed):
        names = [source_name(path) for path in changed]
        listing = SourceListing(names, {name.path for name in names})
        some, trees = _read_sources(pipeline, listing, {}, changed)
        read = ContentRead(before.site, before.files, before.outside, {**before.kept, **some}, tuple(some))
    else:
        read, trees = _read(pipeline, before.kept, changed)
    pipeline.cache.keep_trees(trees)
    return read


def _is_source(pipeline: Pipeline, before: ContentRead, path: str) -> bool:
    """Return whether a path is that of a source that was there before and still is."""
    return (
        isinstance(before.kept.get(path, ("", None))[1], Reading)
        and (pipeline.settings.folders.content / path).is_file()
    )


def _read(
    pipeline: Pipeline, stored: Mapping[str, Kept], changed: Collection[str] | None
) -> tuple[ContentRead, dict[str, bytes]]:
    """Read everything, with the new trees; of sources that are stored only those that have changed, or all."""
    content = pipeline.settings.folders.content
    if not content.is_dir():
        return ContentRead(None, {}, (diagnostic("SIT001", Place("site.yaml")),)), {}
    pipeline.settings.stages.begin(Stage.LIST)
    settings = read_site(content, pipeline.settings.base_url, pipeline.writing_rules)
    listing = list_sources(content, settings.site.languages)
    readings, trees = _read_sources(pipeline, listing, stored, changed)
    files, listed = _read_files(pipeline, listing, stored, readings)
    if not settings.site.avif:
        files = {path: _without_avif(file) for path, file in files.items()}
    names = unportable_names([*(source.path for source in listing.sources), *listed])
    return ContentRead(settings.site, files, (*settings.diagnostics, *listing.diagnostics, *names), readings), trees


def _read_sources(
    pipeline: Pipeline, listing: SourceListing, stored: Mapping[str, Kept], changed: Collection[str] | None
) -> tuple[dict[str, Kept], dict[str, bytes]]:
    readings: dict[str, Kept] = {}
    work: list[tuple[SourceName, str, bytes]] = []
    rules = pipeline.writing_rules
    reader = blake2b(f"{reader_key()}:{pipeline.writing_key}".encode(), digest_size=32).digest()
    for name in listing.sources:
        if changed is not None and name.path in stored and not _is_among(name.path, changed):
            readings[name.path] = stored[name.path]
            continue
        data, fault = _load(pipeline.settings.folders.content, name.path, is_link=name.path in listing.links)
        if fault is not None:
            readings[name.path] = ("", Reading(name.path, None, (fault,)))
            continue
        key = blake2b(data, digest_size=16, key=reader, salt=name.language.encode()).hexdigest()
        if name.path in stored and stored[name.path][0] == key:
            readings[name.path] = stored[name.path]
        else:
            work.append((name, key, data))
    if changed is None:
        work += _without_tree(pipeline, listing.sources, readings)
    pipeline.settings.stages.begin(Stage.READ, len(work))
    trees: dict[str, bytes] = {}
    done: Iterable[VersionRead] = pipeline.spread(lambda source: read_version(source[0], source[2], rules), work)
    for (name, key, _), read in zip(work, done, strict=True):
        readings[name.path] = (key, read.reading)
        trees |= read.trees
    return {name.path: readings[name.path] for name in listing.sources}, trees


def _is_among(path: str, changed: Collection[str]) -> bool:
    """Return whether a path has changed, or a folder that it lies in."""
    return any(path == changed_path or path.startswith(f"{changed_path}/") for changed_path in changed)


def _without_tree(
    pipeline: Pipeline, sources: list[SourceName], readings: dict[str, Kept]
) -> list[tuple[SourceName, str, bytes]]:
    """List the sources whose reading is stored but whose tree was lost with a damaged cache."""
    judged = {path: reading.judged for path, (_, reading) in readings.items() if isinstance(reading, Reading)}
    needed = {path: frozenset(version.body.trees) for path, version in judged.items() if version is not None}
    here = pipeline.cache.holds_trees(frozenset().union(*needed.values()))
    lost = [name for name in sources if not needed.get(name.path, here) <= here]
    return [
        (name, readings[name.path][0], (pipeline.settings.folders.content / name.path).read_bytes()) for name in lost
    ]


def _load(content: Path, path: str, *, is_link: bool) -> tuple[bytes, Diagnostic | None]:
    """Return the bytes of a source, or the fault that keeps it closed."""
    if is_link and not is_inside(content, path):
        return b"", diagnostic("FRM014", Place(path))
    try:
        # Unbuffered: a buffer for the longest source would be made anew for each.
        with open(f"{content}/{path}", "rb", buffering=0) as stream:
            fault = too_large(path, os.fstat(stream.fileno()).st_size)
            return (b"", fault) if fault else (stream.readall(), None)
    except OSError:
        return b"", diagnostic("FRM014", Place(path))


def _read_files(
    pipeline: Pipeline, listing: SourceListing, stored: Mapping[str, Kept], readings: dict[str, Kept]
) -> tuple[dict[str, ContentFile], list[str]]:
    """Read the pictures and attachments, and list their paths; a new one is looked at in case it is a picture."""
    content, pictures, attachments = pipeline.settings.folders.content, pipeline.pictures, pipeline.attachments
    known = {path: (key, file) for path, (key, file) in stored.items() if isinstance(file, ContentFile)}
    pipeline.settings.stages.begin(Stage.LIST)
    listed = list(list_files(content, known, f"{pictures.version}+{attachments.version}", listing))
    pipeline.settings.stages.begin(Stage.FILES, 2 * sum(is_new for _, _, _, is_new in listed))
    files = {path: file for path, _, file, _ in listed}
    new = [file for _, _, file, is_new in listed if is_new]
    facts = pipeline.spread(lambda file: pictures.look(content, file.path, file.digest), new)
    traces = pipeline.spread(lambda file: attachments.look(content, file.path), new)
    for file, found, seen in zip(new, facts, traces, strict=True):
        files[file.path] = replace(file, picture=found, traces=seen)
    readings.update((path, (mark, files[path])) for path, mark, _, _ in listed)
    return files, [path for path, _, _, _ in listed]


def _without_avif(file: ContentFile) -> ContentFile:
    return replace(file, picture=file.picture.without_avif) if file.picture is not None else file


def _keys(readings: Mapping[str, Kept]) -> dict[str, str]:
    return {path: key for path, (key, _) in readings.items()}
