"""Fingerprints: short digests that tell whether an output would come out the same."""

from collections.abc import Iterable
from hashlib import blake2b

from plugins.core.outputs import Output


def digest(data: bytes) -> str:
    """Give a digest of bytes, 32 hex digits."""
    return blake2b(data, digest_size=16).hexdigest()


def fingerprint(output: Output, renderer_key: str, gathered: Iterable[str]) -> str:
    """Digest all that an output depends on: its view, its renderer, and the digests of the facts and files it gathers.

    Views consist of values whose `repr` says everything about them, which makes `repr` an exact and quick canonical
    form; pickles of equal values may differ.
    """
    parts = (output.kind, renderer_key, repr(output.view), *gathered)
    return digest("\x1f".join(parts).encode("utf-8", "surrogatepass"))
