"""YAML 1.2 with the place of every key and value.

libyaml's events, composed here: its depth and size are bounded while it is read, an alias is told where it is used, and
what comes before a fault is not lost. Dates stay strings: the schema knows where a date is expected, and what precision
it may have.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from yaml import MarkedYAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from plugins.authoring.yaml_scalars import Scalar, plain_scalar, tagged_scalar
from plugins.authoring.yaml_slips import slips
from plugins.authoring.yaml_text import forbidden_character, half_pair, has_surrogates, prepare, restored
from plugins.core.diagnostics import Diagnostic, Place, diagnostic

MAX_NODES = 20_000
"""Aliases that unfold into more than this are an attack or an accident."""
MAX_DEPTH = 40

Path = tuple[str | int, ...]
_Event: TypeAlias = Any
_Mark: TypeAlias = Any
"""libyaml's events and marks are typed too loosely elsewhere: every event of a text has both its marks."""

_OPENED = frozenset({"while scanning a quoted scalar", "while parsing a flow sequence", "while parsing a flow mapping"})
"""What nothing has closed is told where it was opened."""
_TOO_DEEP = "exceeded maximum nesting depth"
"""libyaml's own bound: on one line it looks a thousand brackets ahead before it gives the first."""
_CUT = re.compile(r"\s+(#(?:[^\s#]|\s))")


@dataclass
class YamlDocument:
    """A value, the places of its keys and values by path, and the faults found in reading it."""

    value: Any = None
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """The lines that were read."""
    first_line: int = 1

    def place(self, source: str, path: Path, *, of_value: bool = False) -> Place:
        """Return the place of a key (or of its value); when it is not written, of the nearest thing around it."""
        table = self.values if of_value else self.keys
        while path:
            if path in table:
                return Place(source, *table[path])
            if path in self.values:
                return Place(source, *self.values[path])
            path = path[:-1]
        return Place(source)

    def line(self, place: Place) -> str:
        """Return the line of a place as it was written."""
        number = place.line - self.first_line
        return self.lines[number] if 0 <= number < len(self.lines) else ""


class _StoppedError(Exception):
    """Reading on makes no sense; the fault is told already."""


class _Composition:
    """Composes the events of one text into a document."""

    def __init__(self, source: str, text: str, document: YamlDocument) -> None:
        self.source = source
        self.text = text
        self.document = document
        self.parser = CParser(prepare(text))
        self.has_surrogates = has_surrogates(text)
        self.nodes = 0
        self.anchors: dict[str, tuple[Any, int]] = {}
        """The value of each anchor, and of how many parts it is made."""

    def compose(self) -> None:
        """Read the first document of the stream; another one is a fault."""
        self.next()
        if not isinstance(self.next(), DocumentStartEvent):
            return

        def put(value: Any) -> None:
            self.document.value = value

        self.node(self.next(), (), put)
        self.next()
        if isinstance(further := self.next(), DocumentStartEvent):
            self.fault("FRM007", further.start_mark, problem="but found another document")

    def next(self) -> _Event:
        return self.parser.get_event()

    def position(self, mark: _Mark) -> tuple[int, int]:
        return mark.line + self.document.first_line, mark.column + 1

    def fault(self, code: str, mark: _Mark, **values: object) -> None:
        self.document.diagnostics.append(diagnostic(code, Place(self.source, *self.position(mark)), **values))

    def node(self, event: _Event, path: Path, put: Callable[[Any], None]) -> None:
        """Read a node and put its value where it belongs; a collection is put there before it is filled."""
        self.document.values[path] = self.position(event.start_mark)
        if isinstance(event, AliasEvent):
            put(self.alias(event))
            return
        before = self.nodes
        self.count(1, event.start_mark, len(path))
        value: Any
        if isinstance(event, ScalarEvent):
            value = self.scalar(event)
            put(value)
        elif isinstance(event, SequenceStartEvent):
            value = []
            put(value)
            self.sequence(value, path)
        else:
            assert isinstance(event, MappingStartEvent)
            value = {}
            put(value)
            self.mapping(value, path, in_braces=bool(event.flow_style))
        if event.anchor is not None:
            self.anchors[event.anchor] = value, self.nodes - before

    def count(self, parts: int, mark: _Mark, depth: int = 0) -> None:
        self.nodes += parts
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            self.fault("FRM013", mark)
            raise _StoppedError

    def alias(self, event: _Event) -> Any:
        if event.anchor not in self.anchors:
            self.fault("FRM007", event.start_mark, problem="found undefined alias")
            return None
        value, parts = self.anchors[event.anchor]
        self.count(parts, event.start_mark)
        return value

    def sequence(self, items: list[Any], path: Path) -> None:
        while not isinstance(event := self.next(), CollectionEndEvent):
            self.node(event, (*path, len(items)), items.append)

    def mapping(self, fields: dict[str, Any], path: Path, *, in_braces: bool) -> None:
        while not isinstance(event := self.next(), CollectionEndEvent):
            if not isinstance(event, ScalarEvent):
                self.fault("FRM007", event.start_mark, problem="mapping key")
                self.skip(event)
                self.skip(self.next())
                continue
            key = str(event.value)
            inner = (*path, key)
            if key in fields:
                self.fault("FRM008", event.start_mark, key=key, first=self.document.keys[inner][0])
                self.skip(self.next())
                continue
            self.document.keys[inner] = self.position(event.start_mark)
            value: _Event = self.next()
            if in_braces and self.is_part_of_value(event, value):
                self.fault("FRM007", event.start_mark, problem="a comma in braces")
                continue
            fields[key] = None
            self.node(value, inner, lambda content, key=key: fields.__setitem__(key, content))  # type: ignore[misc]
            if fields[key] is None and value.start_mark.index == value.end_mark.index:
                # Nothing is written: libyaml's place may be lines below.
                self.document.values[inner] = self.document.keys[inner]

    def is_part_of_value(self, key: _Event, value: _Event) -> bool:
        """Return whether a key has neither a colon nor a value: `5` in `{value: 4,5}`."""
        is_empty = value.start_mark.index == value.end_mark.index and isinstance(value, ScalarEvent)
        end = key.end_mark
        return is_empty and self.document.lines[end.line][end.column :].lstrip()[:1] != ":"

    def skip(self, event: _Event) -> None:
        """Read a node whose value nobody wants."""
        keys, values = self.document.keys, self.document.values
        self.document.keys, self.document.values = {}, {}
        self.node(event, (), lambda _: None)
        self.document.keys, self.document.values = keys, values

    def scalar(self, event: _Event) -> Scalar:
        text = str(event.value)
        if self.has_surrogates:
            text = self.whole(event, text)
        if event.tag is not None and event.tag != "!":
            return tagged_scalar(text, event.tag)
        if not event.implicit[0] or event.style in {"'", '"', "|", ">"}:
            return text
        self.cut(event.end_mark, text)
        return plain_scalar(text)

    def whole(self, event: _Event, text: str) -> str:
        try:
            return restored(text, is_quoted=event.style == '"')
        except UnicodeError:
            start = half_pair(self.text, event.start_mark.index)
            self.document.diagnostics.append(_fault_at(self.source, self.text, start, self.document, "half of a pair"))
            return ""

    def cut(self, end: _Mark, value: str) -> None:
        """Report what stands after ` #` and reads like a part of the value: directly after the sign, or of prose."""
        line = self.document.lines[end.line] if end.line < len(self.document.lines) else ""
        if "#" not in line[end.column :]:
            return
        match = _CUT.match(line, end.column)
        if match and (not match[1][1].isspace() or (" " in value and match.start(1) == end.column + 1)):
            place = Place(self.source, end.line + self.document.first_line, match.start(1) + 1)
            self.document.diagnostics.append(diagnostic("FRM015", place, text=line[match.start(1) :].strip()))


def parse_yaml(source: str, text: str, first_line: int) -> YamlDocument:
    """Parse a YAML text whose first line is `first_line` of the file; every fault found is in the result.

    A text that breaks off in a fault gives what was read before it.
    """
    document = YamlDocument(lines=text.split("\n"), first_line=first_line)
    forbidden = forbidden_character(text)
    if forbidden is not None:
        document.diagnostics.append(_fault_at(source, text, forbidden, document, "unacceptable character"))
        return document
    composition = _Composition(source, text, document)
    try:
        composition.compose()
    except MarkedYAMLError as error:
        document.diagnostics += _told(source, error, document)
    except _StoppedError:
        pass
    if not document.diagnostics and document.value is not None and not isinstance(document.value, dict):
        found = slips(source, document.lines, range(len(document.lines)), first_line)
        line, column = document.values[()]
        no_fields = diagnostic("FRM007", Place(source, line, column), problem="no mapping")
        document.diagnostics += found or [no_fields]
    if not isinstance(document.value, dict):
        document.value = None
    return document


def _fault_at(source: str, text: str, offset: int, document: YamlDocument, problem: str) -> Diagnostic:
    line = text.count("\n", 0, offset)
    place = Place(source, line + document.first_line, offset - text.rfind("\n", 0, offset))
    return diagnostic("FRM007", place, problem=problem)


def _told(source: str, error: MarkedYAMLError, document: YamlDocument) -> list[Diagnostic]:
    """Return what is wrong where the parser gave up: the slip of a line, where there is one, else its own words."""
    mark, opened = error.problem_mark, error.context_mark
    around = {mark.line - 1, mark.line} if mark else set()
    if opened and error.context == "while scanning a simple key":
        around.add(opened.line)
    problem = (error.problem or error.context or "").strip()
    if mark and problem == _TOO_DEEP:
        start = re.search(r"[\[{]", document.lines[mark.line])
        place = Place(source, mark.line + document.first_line, start.start() + 1 if start else 1)
        return [diagnostic("FRM013", place)]
    if found := slips(source, document.lines, sorted(around), document.first_line):
        return found
    if opened and (mark is None or (error.context in _OPENED and opened.line < mark.line)):
        mark = opened
    line, column = (mark.line, mark.column + 1) if mark else (0, 1)
    return [diagnostic("FRM007", Place(source, line + document.first_line, column), problem=problem)]


def strings_within(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """List the strings of a value, however deep, with their paths."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings_within(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings_within(inner, (*path, number))
