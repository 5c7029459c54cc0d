"""Changing a value within a text of YAML: only the lines of what changed are written anew.

Comments, order, quotes and spaces of everything else stay. libyaml's marks tell where each value stands.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

import yaml
from msgspec import Struct

from plugins.authoring.yaml_document import parse_yaml
from plugins.authoring.yaml_text import prepare
from plugins.editor.text_lines import TextLines
from plugins.editor.yaml_writing import after_key, items, on_one_line, pairs

_Node: TypeAlias = Any
"""A node of PyYAML's, whose marks are typed too loosely elsewhere."""


class Cut(Struct, frozen=True):
    """A piece of a text, by offsets, and what takes its place."""

    start: int
    end: int
    text: str


class UnmendableError(Exception):
    """The text cannot be changed to mean what is wanted; nothing has been changed."""


def rewritten(text: str, old: Any, new: Any) -> str:
    """Return a YAML text, a mapping of value `old`, changed so that it means `new`; raises UnmendableError."""
    if _same(old, new):
        return text
    new_text = _operated(text, old, new)
    if not _same(_value(new_text), new):
        new_text = _operated(text, old, new, deep=False)
    if not _same(_value(new_text), new):
        raise UnmendableError
    return new_text


def _value(text: str) -> Any:
    document = parse_yaml("", text, 1)
    return None if document.diagnostics else document.value


def _operated(text: str, old: Any, new: Any, *, deep: bool = True) -> str:
    lines = TextLines(text)
    root = yaml.compose(prepare(text), Loader=yaml.CSafeLoader)
    if root is None:
        end = lines.newline if text and not text.endswith("\n") else ""
        return text + end + lines.ended(pairs(new, ""))
    operation = _Operation(lines, deep)
    operation.mapping(root, old, new)
    new_text = text
    for cut in sorted(operation.cuts, key=lambda piece: (piece.start, piece.end), reverse=True):
        new_text = new_text[: cut.start] + cut.text + new_text[cut.end :]
    return new_text


class _Operation:
    """Gathers the cuts of one change; `deep` says whether values within a top-level key are kept where they can be."""

    def __init__(self, lines: TextLines, deep: bool) -> None:
        self.lines = lines
        self.deep = deep
        self.cuts: list[Cut] = []

    def value(self, key: _Node | None, node: _Node, old: Any, new: Any, indent: str) -> None:
        """Change one value, the least part of it that differs."""
        if _same(old, new):
            return
        if self.deep and isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict):
            self.mapping(node, old, new)
        elif self.deep and isinstance(node, yaml.SequenceNode) and isinstance(old, list) and isinstance(new, list):
            self.sequence(node, old, new)
        else:
            self.replace(key, node, new, indent)

    def mapping(self, node: _Node, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Change the pairs of a mapping."""
        if not old and node.start_mark.column == 0:
            written = self.lines.newline.join(pairs(new, ""))
            self.cuts.append(Cut(self.lines.offset(node.start_mark), self._end(node), written))
            return
        if not new or not old or (node.flow_style and len(set(old) - set(new)) > 1):
            self.replace(None, node, new, "")
            return
        names = _renamed(old, new)
        if not names and not _keeps_order(old, new):
            self.arrange(node, old, new)
            return
        for key, value in node.value:
            self.pair(node, (key, value), old, new, names.get(str(key.value), str(key.value)))
        indent = self.lines.indent_of(node.start_mark)
        added = {name: new_value for name, new_value in new.items() if name not in old and name not in names.values()}
        if added and node.flow_style:
            end = self._end(node.value[-1][1])
            self.cuts.append(Cut(end, end, f", {on_one_line(added)[1:-1]}"))
        elif added:
            self.insert_below(node.value[-1][1], node.value[-1][0], pairs(added, indent))

    def pair(self, node: _Node, pair: tuple[_Node, _Node], old: dict[str, Any], new: dict[str, Any], name: str) -> None:
        """Change a pair of a mapping; `name` is what it is called now."""
        key, value = pair
        if name not in new and node.flow_style:
            self.drop_within(node, pair)
        elif name not in new:
            self.drop(key, value)
        else:
            if name != str(key.value):
                self.cuts.append(Cut(self.lines.offset(key.start_mark), self._end(key), on_one_line(name)))
            indent = self.lines.indent_of(node.start_mark)
            self.value(None if node.flow_style else key, value, old.get(str(key.value)), new[name], indent)

    def arrange(self, node: _Node, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Put the pairs of a mapping in another order: comments go with what is below, those at the head stay there."""
        start = place = self.lines.start_of_line(node.start_mark.line)
        if node.flow_style or self.lines.text[start : self.lines.offset(node.start_mark)].strip():
            self.replace(None, node, new, "")
            return
        indent, parts = self.lines.indent_of(node.start_mark), {}
        for key, value in node.value:
            end = self.lines.start_of_line(self._last_line(value, key) + 1)
            parts[str(key.value)] = self.lines.text[place:end].rstrip("\r\n")
            place = end
        texts = [
            parts[name]
            if name in parts and _same(old[name], new_value)
            else self.lines.newline.join(pairs({name: new_value}, indent))
            for name, new_value in new.items()
        ]
        self.cuts.append(Cut(start, place, self.lines.ended(texts)))

    def sequence(self, node: _Node, old: list[Any], new: list[Any]) -> None:
        """Change the items of a list; what is equal stays, wherever it has come to stand among the others."""
        if not new or not old or (node.flow_style and old != new[: len(old)] and len(old) != len(new)):
            self.replace(None, node, new, "")
            return
        matcher = SequenceMatcher(None, [repr(item) for item in old], [repr(item) for item in new], autojunk=False)
        for kind, start, end, first, last in matcher.get_opcodes():
            if kind != "equal":
                self.items(node, (start, old[start:end]), new[first:last])

    def items(self, node: _Node, replaced: tuple[int, list[Any]], new: list[Any]) -> None:
        """Put items in place of those that stood from a place on."""
        start, old = replaced
        indent = self.lines.indent_of(node.start_mark)
        paired = min(len(old), len(new))
        for place in range(paired):
            self.value(None, node.value[start + place], old[place], new[place], f"{indent}  ")
        for place in range(paired, len(old)):
            self.drop(node.value[start + place], node.value[start + place])
        if paired == len(new):
            return
        if node.flow_style:
            end = self._end(node.value[start + paired - 1])
            self.cuts.append(Cut(end, end, f", {on_one_line(new[paired:])[1:-1]}"))
            return
        written = items(new[paired:], indent)
        if start + paired > 0:
            self.insert_below(node.value[start + paired - 1], None, written)
        else:
            offset = self.lines.start_of_line(node.value[0].start_mark.line)
            self.cuts.append(Cut(offset, offset, self.lines.ended(written)))

    def replace(self, key: _Node | None, node: _Node, new: Any, indent: str) -> None:
        """Write a value in place of another; what stands after it on its line stays."""
        start, end = self.lines.offset(node.start_mark), self._end(node)
        text = self.lines.text
        if key is None or getattr(node, "flow_style", False) or self.lines.rest_of_line(end).strip():
            written = on_one_line(new, in_flow=key is None)
            before = text[start - 1 : start]
            self.cuts.append(Cut(start, end, f" {written}" if before == ":" else written))
            return
        colon = self.lines.offset(key.end_mark) + text[self.lines.offset(key.end_mark) :].index(":") + 1
        new_text = after_key(new, indent)
        self.cuts.append(Cut(colon, max(end, colon), new_text.replace("\n", self.lines.newline)))

    def drop_within(self, node: _Node, pair: tuple[_Node, _Node]) -> None:
        """Take a pair out of a mapping in braces, with the comma that parts it from its neighbour."""
        place = node.value.index(pair)
        if place + 1 < len(node.value):
            start, end = self.lines.offset(pair[0].start_mark), self.lines.offset(node.value[place + 1][0].start_mark)
        else:
            start, end = self._end(node.value[place - 1][1]), self._end(pair[1])
        self.cuts.append(Cut(start, end, ""))

    def drop(self, first: _Node, last: _Node) -> None:
        """Take away the lines of a pair or an item."""
        start = self.lines.start_of_line(first.start_mark.line)
        self.cuts.append(Cut(start, self.lines.start_of_line(self._last_line(last, first) + 1), ""))

    def insert_below(self, node: _Node, key: _Node | None, lines: Sequence[str]) -> None:
        """Put lines below those of a value."""
        line = self._last_line(node, key or node)
        offset = self.lines.start_of_line(line + 1)
        is_ended = offset == 0 or self.lines.text[offset - 1] in "\r\n"
        written = self.lines.ended(lines) if is_ended else self.lines.newline + self.lines.newline.join(lines)
        self.cuts.append(Cut(offset, offset, written))

    def _end(self, node: _Node) -> int:
        """Return the offset after what is written of a value: the marks of block values go on to the next token."""
        start, end = self.lines.offset(node.start_mark), self.lines.offset(node.end_mark)
        if isinstance(node, yaml.ScalarNode) and node.style not in {"|", ">"}:
            return end
        if isinstance(node, yaml.CollectionNode) and node.flow_style:
            return end
        inner = [
            child for pair in getattr(node, "value", ()) for child in (pair if isinstance(pair, tuple) else (pair,))
        ]
        if isinstance(node, yaml.CollectionNode) and inner:
            return max(self._end(inner[-1]), start)
        return start + len(self.lines.text[start:end].rstrip())

    def _last_line(self, node: _Node, key: _Node) -> int:
        return max(self.lines.line_of(self._end(node)), self.lines.line_of(self._end(key)))


def _same(old: Any, new: Any) -> bool:
    """Return whether two values are written alike: the order of pairs is the writer's too."""
    return type(old) is type(new) and old == new and repr(old) == repr(new)


def _keeps_order(old: dict[str, Any], new: dict[str, Any]) -> bool:
    common = [name for name in old if name in new]
    return [*new][: len(common)] == common


def _renamed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, str]:
    """Return what pairs that stay in their places are called now, by what they were called."""
    if len(old) != len(new):
        return {}
    changed = {name: other for name, other in zip(old, new, strict=True) if name != other}
    return changed if not any(name in new or other in old for name, other in changed.items()) else {}
