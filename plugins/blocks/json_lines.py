"""JSON with a line for each member, and of a long list for each item: quick to write, and to compare."""

import json
from collections.abc import Iterable, Mapping

_on_lines = json.JSONEncoder(ensure_ascii=False, separators=(",\n ", ": ")).encode
encoded = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a value as JSON on one line; without indentation Python does it in C, ten times as fast."""


def json_bytes(members: Mapping[str, object]) -> bytes:
    """Write an object as UTF-8, a line for each member."""
    return f"{_on_lines(members)}\n".encode()


def listing_bytes(members: Mapping[str, object], name: str, items: Iterable[bytes]) -> bytes:
    """Write an object as UTF-8: a line for each member, then a list with a line for each item; items are JSON."""
    head = "".join([f" {encoded(key)}: {encoded(value)},\n" for key, value in members.items()])
    # A long list is joined once, with all that is around it: it is copied whole each time.
    parts, before = [f"{{\n{head} {encoded(name)}: [\n".encode()], b"  "
    for item in items:
        parts += (before, item)
        before = b",\n  "
    return b"".join((*parts, b"\n ]\n}\n"))


def object_of(members: Mapping[str, bytes]) -> bytes:
    """Write an object on one line of members that are JSON already."""
    return b"{%b}" % b", ".join([b"%b: %b" % (encoded(key).encode(), value) for key, value in members.items()])
