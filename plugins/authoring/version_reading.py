"""One source file to one version: front matter, schema, Markdown, tree."""

import posixpath
from collections.abc import Iterable, Sequence
from functools import partial
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import replace

from plugins.authoring import schemas
from plugins.authoring.email_addresses import email_addresses
from plugins.authoring.front_matter import FrontMatter, split
from plugins.authoring.markdown.passage import Spot, TooDeepError
from plugins.authoring.minutes_reading import actions_read, decisions_read, resolutions
from plugins.authoring.safe_body import safe_body
from plugins.authoring.salvage import salvaged
from plugins.authoring.schema_facts import facts_of, picture_of
from plugins.authoring.source_text import decode, without_soft_hyphens
from plugins.authoring.tree_building import BuiltTree, build_tree
from plugins.authoring.typography import typeset, typeset_tree
from plugins.authoring.validation import validate
from plugins.authoring.value_marks import marks_in_values
from plugins.authoring.yaml_document import YamlDocument, strings_within
from plugins.core.addresses import slugify
from plugins.core.diagnostics import Diagnostic, Place, diagnostic, has_errors
from plugins.core.documents import Body, DocumentType, Reading, Status, Version
from plugins.core.languages import LANGUAGES
from plugins.core.markup.links import outside_addresses
from plugins.core.markup.normal_form import normal_form
from plugins.core.markup.paragraphs import fingerprint, picture_texts
from plugins.core.markup.text import excerpt, plain_text
from plugins.core.markup.tree import Element, Tree, decoded, elements, encoded
from plugins.core.mentions import mentions
from plugins.core.writing import Writing, WritingRule

SUMMARY_LENGTH = 240


class SourceName(Struct, frozen=True):
    """What the path of a source says: its folder's type, its KEY and its language."""

    path: str
    type: DocumentType
    key: str
    language: str


class VersionRead(Struct, frozen=True):
    """A reading and its trees, encoded, by their digests: its body's, and of minutes that of their resolutions."""

    reading: Reading
    trees: dict[str, bytes] = {}

    @property
    def tree(self) -> bytes:
        """The tree of the body, encoded; empty when there is none."""
        return next(iter(self.trees.values()), b"")


def read_version(name: SourceName, data: bytes, rules: Sequence[WritingRule] = ()) -> VersionRead:
    """Read a source completely; one with faults gives all of them, and what can be told of it as `partial`.

    `rules` judge the writing itself; what they find is part of the reading.
    """
    text = decode(name.path, data)
    if text.text is None:
        return _failed(name.path, [text.fault] if text.fault else [])
    written, hyphenated = without_soft_hyphens(text.text)
    front = split(name.path, written)
    faults = list(front.diagnostics)
    document = front.document or YamlDocument()
    model: schemas.DocumentSchema | None = None
    if not has_errors(faults):
        model, more = validate(schemas.SCHEMAS[name.type], document, name.path)
        faults += more
    is_sound = model is not None
    model = model or salvaged(schemas.SCHEMAS[name.type], document.value)
    place = partial(_place, name.path, front.body_line - 1)
    try:
        body = safe_body(front.body, name.language)
        built = build_tree(body.content, name.path, place)
    except TooDeepError as error:
        return _failed(name.path, [*faults, diagnostic("TXT004", place(error.spot))])
    faults += [diagnostic(finding.code, place(finding.spot), **finding.values) for finding in body.findings]
    faults += built.diagnostics
    if model is None:
        return _failed(name.path, faults)
    writing = _writing(name, written, front, built, model.privacy_ok)
    faults += marks_in_values(writing.strings)
    faults += [fault for rule in rules for fault in rule(writing)]
    language = name.language if name.language in LANGUAGES else "fi"
    tree = normal_form(typeset_tree(built.tree, language), name.language)
    # What the tree depends on, without writing the tree out: its source, where its links start, its language.
    made_of = f"{name.path}\0{language}\0{front.body}".encode("utf-8", "replace")
    trees = {blake2b(made_of, digest_size=16).hexdigest(): tree}
    if name.type is DocumentType.MEETINGS:
        trees[blake2b(made_of, digest_size=16, person=b"resolutions").hexdigest()] = resolutions(tree, language)
    digest, *others = trees
    lines, pictures = plain_text(tree).splitlines(), picture_texts(writing.elements)
    paragraphs = (*lines, *pictures)
    facts = Body(
        digest=digest,
        words=sum(line.count(" ") + 1 for line in lines) + sum(len(text.split()) for text in pictures),
        headings=tuple([replace(heading, text=typeset(heading.text, language)) for heading in built.headings]),
        references=tuple(built.references),
        ids=tuple(built.ids),
        paragraphs=" ".join([fingerprint(text) for text in paragraphs]),
        mentions=mentions("\n".join((model.title, model.summary, *paragraphs)), LANGUAGES[language]),
        outside=outside_addresses(writing.elements),
        decisions=decisions_read(tree) if others else (),
        actions=tuple(actions_read(tree)) if others else (),
        resolutions="".join(others),
    )
    version = replace(
        _version(name, model, facts, tree, document, language, email_addresses(writing)), hyphenated=hyphenated
    )
    sound, faulty = (version, None) if is_sound else (None, version)
    reading = Reading(name.path, sound, tuple(faults), partial=faulty)
    return VersionRead(reading, {digest: encoded(tree) for digest, tree in trees.items()})


def source_name(path: str) -> SourceName:
    """Return what the path of a source says: `news/KEY.LANG.md`."""
    folder, name = path.partition("/")[0], posixpath.basename(path)
    key, language = name.split(".")[:2]
    return SourceName(path, DocumentType(folder), key, language)


def parse_source(path: str, data: bytes) -> tuple[Version, Tree] | None:
    """Read bytes as if they were the source at a path, `news/KEY.LANG.md`; None when they make no version."""
    read = read_version(source_name(path), data)
    return None if read.reading.version is None else (read.reading.version, decoded(read.tree))


def _place(source: str, lines_before: int, spot: Spot) -> Place:
    return Place(source, lines_before + spot.line, spot.column)


def _writing(name: SourceName, text: str, front: FrontMatter, built: BuiltTree, accepted: Iterable[str]) -> Writing:
    """Return what rules of writing look at."""
    document = front.document or YamlDocument()
    strings = tuple(
        (text, document.place(name.path, path, of_value=True)) for path, text in strings_within(document.value)
    )
    found, places = tuple(elements(built.tree)), tuple(built.places)
    return Writing(name.path, name.language, text, built.tree, found, strings, frozenset(accepted), places)


def _failed(source: str, faults: list[Diagnostic]) -> VersionRead:
    return VersionRead(Reading(source, None, tuple(faults)))


def _version(
    name: SourceName,
    model: schemas.DocumentSchema,
    body: Body,
    tree: Tree,
    document: YamlDocument,
    language: str,
    emails: tuple[tuple[str, Place], ...],
) -> Version:
    title, summary = typeset(model.title, language), typeset(model.summary, language)
    key = model.id or name.key
    return Version(
        key=key,
        type=name.type,
        language=name.language,
        source=name.path,
        title=title,
        slug=model.slug or slugify(title) or key,
        body=body,
        date=model.date,
        updated=model.updated,
        expires=model.expires,
        status=Status(model.status),
        projects=tuple(model.project or ()),
        summary=summary or excerpt(_first_paragraph(tree), SUMMARY_LENGTH),
        is_excerpt=not summary,
        tags=_distinct(model.tags),
        image=picture_of(model.image, language),
        aliases=tuple(model.aliases),
        facts=facts_of(model, language),
        emails=emails,
        privacy_ok=tuple(model.privacy_ok),
        changes=typeset(model.changes, language),
        differs=model.differs,
        places=_places(document),
    )


def _places(document: YamlDocument) -> tuple[tuple[str, int, int], ...]:
    """Return the places of keys, and of what stands in lists, by their dotted paths."""
    items = {path: place for path, place in document.values.items() if path and isinstance(path[-1], int)}
    return tuple((".".join(map(str, path)), *place) for path, place in (document.keys | items).items())


def _distinct(tags: Iterable[str]) -> tuple[str, ...]:
    """Keep the first of the tags that have one address."""
    by_address: dict[str, str] = {}
    for tag in tags:
        by_address.setdefault(slugify(tag) or tag, tag)
    return tuple(by_address.values())


def _first_paragraph(tree: Tree) -> str:
    for node in tree:
        if isinstance(node, Element) and node.tag == "p" and (text := plain_text([node])):
            return text
    return ""
