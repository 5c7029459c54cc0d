"""JSON with a line for each member, and of a long list for each item: quick to compare."""

import json
from collections.abc import Iterable, Mapping

_on_lines = json.JSONEncoder(ensure_ascii=False, separators=(",\n ", ": ")).encode
_on_one_line = json.JSONEncoder(ensure_ascii=False).encode


def json_bytes(members: Mapping[str, object]) -> bytes:
    """Write an object as UTF-8, a line for each member."""
    return f"{_on_lines(members)}\n".encode()


def listing_bytes(members: Mapping[str, object], name: str, items: Iterable[object]) -> bytes:
    """Write an object as UTF-8: a line for each member, then a list with a line for each item."""
    head = "".join([f" {_on_one_line(key)}: {_on_one_line(value)},\n" for key, value in members.items()])
    lines = ",\n  ".join(map(_on_one_line, items))
    return f"{{\n{head} {_on_one_line(name)}: [\n  {lines}\n ]\n}}\n".encode()
