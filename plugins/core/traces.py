"""Signs of personal data in the files of the content."""

from msgspec import Struct


class Trace(Struct, frozen=True, order=True):
    """A sign of personal data in a file: its kind, where in the file, and for an e-mail address the address.

    `kind` is `identity`, `phone`, `email`, `address`, `iban`, `card` or `location`, or `unread` for a file whose text
    could not be read; `part` is `text` or `properties`.
    """

    kind: str
    part: str = "text"
    email: str = ""
