"""Packages: read within bounds; whatever is wrong with one is told in one way."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.packages import MOST_PARTS, LargePackageError, LockedPackageError, PackageError, parts

TEXTS = {"a.xml": b"<a>" + b"kirjasto " * 400 + b"</a>", "media/b.png": bytes(range(256)) * 8, "c.xml": b"<c/>"}


def packed(texts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return stream.getvalue()


WHOLE = packed(TEXTS)


def test_wanted_parts_come_in_their_order() -> None:
    assert dict(parts(io.BytesIO(WHOLE), 10_000, lambda _: True)) == TEXTS
    assert [name for name, _ in parts(io.BytesIO(WHOLE), 10_000, lambda name: name.endswith(".xml"))] == [
        "a.xml",
        "c.xml",
    ]


def test_room_counts_all_parts_together() -> None:
    room = sum(map(len, TEXTS.values()))
    assert len(list(parts(io.BytesIO(WHOLE), room, lambda _: True))) == 3
    with pytest.raises(LargePackageError):
        list(parts(io.BytesIO(WHOLE), room - 1, lambda _: True))
    with pytest.raises(LargePackageError):
        list(parts(io.BytesIO(packed(dict.fromkeys(map(str, range(MOST_PARTS + 1)), b""))), room, lambda _: True))


def test_a_password_is_told_apart() -> None:
    locked = bytearray(packed({"a.xml": b"<a/>"}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(header) + flags] |= 1
    with pytest.raises(LockedPackageError):
        list(parts(io.BytesIO(bytes(locked)), 10_000, lambda _: True))


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8), st.integers(0, len(WHOLE)))
def test_however_it_is_damaged(changes: list[tuple[int, int]], length: int) -> None:
    """Bytes that changed and an end that is missing give what can be had, or a PackageError."""
    damaged = bytearray(WHOLE)
    for place, value in changes:
        damaged[place] = value
    try:
        found = list(parts(io.BytesIO(bytes(damaged[:length] or damaged)), 10_000, lambda _: True))
    except PackageError:
        return
    assert sum(len(data) for _, data in found) <= 10_000
