"""YAML 1.2 with the place of every key and value.

Read by ruamel.yaml's composer, but for the plainest texts (`plain_yaml`); scalars become strings, whole or decimal
numbers, truth values or None. Dates stay strings: the schema knows where a date is expected, and what precision it may
have.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.authoring.plain_yaml import PlainEntry, plain_entries
from plugins.core.diagnostics import Diagnostic, Place, diagnostic

MAX_NODES = 20_000
"""Aliases that unfold into more than this are an attack or an accident."""

Path = tuple[str | int, ...]


@dataclass
class YamlDocument:
    """A value, the places of its keys and values by path, and the faults found in reading it."""

    value: Any = None
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place(self, source: str, path: Path, *, of_value: bool = False) -> Place:
        """Give the place of a key (or of its value); when it is not written, of the nearest thing around it."""
        table = self.values if of_value else self.keys
        while path:
            if path in table:
                return Place(source, *table[path])
            if path in self.values:
                return Place(source, *self.values[path])
            path = path[:-1]
        return Place(source)


class _TooManyNodesError(Exception):
    """Aliases unfold beyond all measure."""


class _Reader:
    def __init__(self, source: str, first_line: int, document: YamlDocument) -> None:
        self.source = source
        self.first_line = first_line
        self.document = document
        self.nodes = 0

    def position(self, node: Node) -> tuple[int, int]:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1

    def value(self, node: Node, path: Path) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES or len(path) > 40:
            raise _TooManyNodesError
        self.document.values[path] = self.position(node)
        if isinstance(node, ScalarNode):
            return _scalar(node)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        assert isinstance(node, MappingNode)
        return self.mapping(node, path)

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = Place(self.source, *self.position(key_node))
            if not isinstance(key_node, ScalarNode):
                self.document.diagnostics.append(diagnostic("FRM007", place, problem="mapping key"))
                continue
            key = str(key_node.value)
            if key in result:
                first = self.document.keys[(*path, key)][0]
                self.document.diagnostics.append(diagnostic("FRM008", place, key=key, first=first))
                continue
            self.document.keys[(*path, key)] = (place.line, place.column)
            result[key] = self.value(value_node, (*path, key))
        return result


class _PlainYAML(YAML):
    """YAML without plug-ins: looking for them in the file system takes as long as a short text."""

    def official_plug_ins(self) -> list[str]:
        """Name no plug-ins."""
        return []


@cache
def _yaml() -> YAML:
    yaml = _PlainYAML(typ="safe", pure=True)
    yaml.composer.warn_double_anchors = False  # YAML 1.2 lets a later anchor take an earlier one's place
    return yaml


def parse_yaml(source: str, text: str, first_line: int) -> YamlDocument:
    """Parse a YAML text whose first line is `first_line` of the file; every fault found is in the result."""
    entries = plain_entries(text)
    if entries:
        return _of_plain(entries, first_line)
    document = YamlDocument()
    reader = _Reader(source, first_line, document)
    try:
        node = _yaml().compose(text)
        if node is not None:
            document.value = reader.value(node, ())
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        problem = (error.problem or error.context or "").strip()
        document.diagnostics.append(diagnostic("FRM007", Place(source, line, column), problem=problem))
    except (_TooManyNodesError, RecursionError):
        document.diagnostics.append(diagnostic("FRM013", Place(source, first_line)))
    except (YAMLError, ValueError) as error:
        # The scanner reports characters that YAML forbids without a mark.
        document.diagnostics.append(diagnostic("FRM007", Place(source, first_line), problem=str(error).split("\n")[0]))
    return document


def _of_plain(entries: list[PlainEntry], first_line: int) -> YamlDocument:
    document = YamlDocument({}, values={(): (first_line, 1)})
    for key, (line, column), value, (value_line, value_column), items in entries:
        document.value[key] = value
        document.keys[(key,)] = (first_line + line, column)
        document.values[(key,)] = (first_line + value_line, value_column)
        for number, (item_line, item_column) in enumerate(items):
            document.values[(key, number)] = (first_line + item_line, item_column)
    return document


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


def _scalar(node: ScalarNode) -> str | int | float | bool | None:
    tag, text = str(node.tag).rsplit(":", 1)[-1], str(node.value)
    if tag == "null":
        return None
    if tag == "bool":
        return text.casefold() in {"true", "yes", "on"}
    try:
        if tag == "int":
            return int(text) if text.lstrip("+-").isdigit() else int(text.replace("_", ""), 0)
        if tag == "float":
            return float(text.replace("_", "").replace(".inf", "inf").replace(".nan", "nan"))
    except ValueError:
        return text
    return text
