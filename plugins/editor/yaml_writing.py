"""Values as YAML 1.2 in the style of the content: a mapping of a list on one line, a long list on lines of its own."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from plugins.authoring.field_types import parse_when
from plugins.drafts.draft import yaml_text

WIDTH = 100
"""Characters of a list that still stands on one line."""
STEP = "  "


def on_one_line(value: Any, *, in_flow: bool = True) -> str:
    """Write a value so that it may stand anywhere on a line; texts with line ends get escapes."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        case dict():
            pairs = (f"{_scalar(str(key), in_flow=True)}: {on_one_line(inner)}" for key, inner in value.items())
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(on_one_line(item) for item in value) + "]"
        case _:
            return _scalar(str(value), in_flow=in_flow)


def after_key(value: Any, indent: str) -> str:
    """Write what follows `key:` in a block mapping that is indented so: a value on the line, or lines below it."""
    if isinstance(value, list) and value and _wants_lines(value):
        return "".join(f"\n{line}" for line in items(value, indent + STEP))
    if isinstance(value, dict) and value and _wants_lines(list(value.values())):
        return "".join(f"\n{line}" for line in pairs(value, indent + STEP))
    return f" {on_one_line(value, in_flow=False)}"


def items(values: Sequence[Any], indent: str) -> list[str]:
    """Write the items of a block sequence, a line each."""
    return [f"{indent}- {on_one_line(value, in_flow=False)}" for value in values]


def pairs(record: dict[str, Any], indent: str) -> list[str]:
    """Write the pairs of a block mapping, each on lines of its own."""
    written = (
        f"{indent}{_scalar(str(key), in_flow=False)}:{after_key(value, indent)}" for key, value in record.items()
    )
    return [line for pair in written for line in pair.split("\n")]


def _wants_lines(values: Sequence[Any]) -> bool:
    return any(isinstance(value, dict | list) for value in values) or len(on_one_line(list(values))) > WIDTH


def _scalar(text: str, *, in_flow: bool) -> str:
    if _is_date(text):
        return text
    scalar = yaml_text(text)
    # A comma parts the items of a flow collection, and brackets end it.
    return scalar if scalar.startswith('"') or not in_flow or not set(text) & set(",[]{}") else quoted(text)


def quoted(text: str) -> str:
    """Write a text in double quotes."""
    import json

    return json.dumps(text, ensure_ascii=False)


def _is_date(text: str) -> bool:
    # Dates stay strings when they are read; a year alone is a number to YAML, and either is read as a date.
    return len(text) >= 7 and text[:4].isdigit() and text[4] == "-" and " " not in text and parse_when(text) is not None
