"""The embargo, proven: nothing of what is not published stands in any output, compressed ones included.

Searched for are the addresses, source paths, names of pictures and attachments, titles and sentences of eight words or
more of every version that readers may not see, as far as no published version has the same. What the ledger
knows has been public: the notice at its address, and its ids in the ledger itself, tell nothing new.
"""

import gzip
import html
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping

from plugins.core.addresses import version_address
from plugins.core.destinations import picture_variants
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts
from plugins.core.index import SiteIndex
from plugins.core.markup.text import plain_text
from plugins.core.output_tree import OutputTree

WORDS = 8
_SENTENCE = re.compile(r"(?<=[.!?…:])\s+|\n")
_UNSEEN = {ord("\N{SOFT HYPHEN}"): None, ord("\N{WORD JOINER}"): None}
"""What pages put into texts so that lines break well."""
_MARKUP = re.compile(r"<[^>]*>")
_EXEMPT = frozenset({"ledger.json"})
_BINARY = (".woff2", ".webp", ".avif", ".png", ".jpg", ".jpeg", ".gif", ".ico")


def leaks(index: SiteIndex, tree: OutputTree) -> Iterator[Diagnostic]:
    """Find what outputs tell of unpublished versions (OUT002).

    Every output is searched: what is to be hidden may have changed where an output has not. Without anything
    unpublished nothing is read.
    """
    hidden = [version for version in index.by_source.values() if not index.is_published(version)]
    if not hidden:
        return
    shown = [version for version in index.by_source.values() if index.is_published(version)]
    names = _names(index, hidden, shown)
    sentences = _sentences(hidden, tree)
    for path in tree.inspections:
        if path in _EXEMPT or path.endswith(_BINARY):
            continue
        text = _readable(tree.read(path))
        found = [(name, place) for name, place in names.items() if name in text or name in path]
        plain = _folded(html.unescape(_MARKUP.sub(" ", text))) if sentences else ""
        matches = [(sentence, place) for sentence, place in sentences.items() if sentence in plain]
        if matches:
            public = _public_text(shown, tree)
            found += [("sentence:" + place.path, place) for sentence, place in matches if sentence not in public]
        for marker, place in found:
            token = marker if marker.startswith("sentence:") else _token(marker)
            yield diagnostic("OUT002", place, marker=token, output=path)


def _names(index: SiteIndex, hidden: Iterable[Version], shown: Iterable[Version]) -> Mapping[str, Place]:
    """Return the names that must not occur: source paths, addresses, files that only hidden versions use."""
    public = {file for version in shown for file in _files(index, version)}
    public |= {version_address(index.site, version) for version in shown}
    names: dict[str, Place] = {}
    for version in hidden:
        wanted = {version.source, *_files(index, version)}
        known, address = index.ledger.version(version.key, version.language), version_address(index.site, version)
        if known is None or address not in known.addresses:
            wanted.add(address)
        for name in wanted - public:
            names[name.lstrip("/") if name.startswith("/") else name] = version.place()
    return names


def _files(index: SiteIndex, version: Version) -> set[str]:
    """Name the pictures and attachments of a version, and the sizes in which its pictures would be published."""
    files = {reference.target for reference in version.body.references if reference.kind in {"file", "image"}}
    if version.image:
        files.add(version.image.file)
    if isinstance(version.facts, MeetingFacts):
        files |= {attachment.file for attachment in version.facts.attachments if attachment.file}
    return files | {path for file in files for variant in picture_variants(index, file) for path in variant.paths}


def _sentences(hidden: Iterable[Version], tree: OutputTree) -> Mapping[str, Place]:
    """Return the long sentences of hidden versions, and their titles where they are as long."""
    found: dict[str, Place] = {}
    for version in hidden:
        text = "\n".join((version.title, version.summary, plain_text(tree.tree(version.body.digest))))
        for sentence in _SENTENCE.split(text):
            folded = _folded(sentence)
            if len(folded.split()) >= WORDS:
                found[folded] = version.place()
    return found


def _public_text(shown: Iterable[Version], tree: OutputTree) -> str:
    """Return the text of everything published, in which a hidden sentence may stand too."""
    return "\n".join(
        _folded(" ".join((version.title, version.summary, plain_text(tree.tree(version.body.digest)))))
        for version in shown
    )


def _readable(data: bytes) -> str:
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    elif data[:2] in {b"\x78\x9c", b"\x78\xda", b"\x78\x01"}:
        data = zlib.decompress(data)
    return data.decode("utf-8", "replace")


def _folded(text: str) -> str:
    return " ".join(text.translate(_UNSEEN).split())


def _token(name: str) -> str:
    if name.endswith(".md"):
        return f"source:{name}"
    return f"file:{name}" if name.startswith(("images/", "files/")) else f"address:{name}"
