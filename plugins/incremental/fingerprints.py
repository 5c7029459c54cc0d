"""Fingerprints: short digests that tell whether an output would come out the same."""

from collections.abc import Iterable
from hashlib import blake2b

import msgspec


def digest(data: bytes) -> str:
    """Return a digest of bytes, 32 hex digits."""
    return blake2b(data, digest_size=16).hexdigest()


_encode = msgspec.msgpack.Encoder(order="deterministic", enc_hook=dict).encode
"""Writes a view; what it does not know are read-only mappings."""


def fingerprint(kind: str, view: object, renderer_key: str, gathered: Iterable[str]) -> str:
    """Digest all that an output depends on: its view, its renderer, and the digests of facts and files it gathers."""
    about = "\x1f".join((kind, renderer_key, type(view).__name__, *gathered))
    return digest(about.encode() + b"\0" + _encode(view))
