"""JSON with a line for each member, and of a long list for each item: quick to write, and to compare."""

import json
from collections.abc import Iterable, Mapping

_on_lines = json.JSONEncoder(ensure_ascii=False, separators=(",\n ", ": ")).encode
_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""Without indentation Python writes JSON in C, ten times as fast."""


def json_bytes(members: Mapping[str, object]) -> bytes:
    """Write an object as UTF-8, a line for each member."""
    return f"{_on_lines(members)}\n".encode()


def listing_bytes(members: Mapping[str, object], items: Mapping[str, Iterable[object]]) -> bytes:
    """Write an object as UTF-8: a line for each member, then the lists of `items` with a line for each item."""
    lines = [f" {_encoded(name)}: {_encoded(value)}" for name, value in members.items()]
    for name, listed in items.items():
        lines.append(f" {_encoded(name)}: [\n" + ",\n".join(f"  {_encoded(item)}" for item in listed) + "\n ]")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8")
