"""The fingerprints of a block's sentences, by which the next release tells what has changed without its old words.

They see what a block's version sees: neither white space nor format characters nor markup. Were sentences to be told
apart otherwise than today, the next release of every site would find all of them changed; a test holds some of them.
"""

import binascii
from collections.abc import Iterable
from zlib import crc32

from plugins.blocks.sentences import Sentence
from plugins.core.block_contract import letters
from plugins.core.sentence_changes import SIGNS


def fingerprints(sentences: Iterable[Sentence]) -> str:
    """Return the fingerprints of sentences and of the links in them (see `plugins.core.sentence_changes`)."""
    marks = []
    for sentence in sentences:
        marks.append(SIGNS[sentence.kind] + _checksum(letters(sentence.text)))
        marks += [f".{_checksum(link.href)}" for link in sentence.links]
    return "".join(marks)


def _checksum(text: str) -> str:
    """Return 24 bits of a text's checksum in Base64 (RFC 4648): enough to tell the sentences of one block apart."""
    return binascii.b2a_base64((crc32(text.encode()) & 0xFFFFFF).to_bytes(3, "big"), newline=False).decode()
