"""Signs of personal data in the files of the content."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Trace:
    """A sign of personal data in a file: its kind, where in the file, and for an e-mail address the address.

    `kind` is `identity`, `phone`, `email`, `address`, `iban`, `card` or `location`, or `unread` for a file whose text
    could not be read; `part` is `text` or `properties`.
    """

    kind: str
    part: str = "text"
    email: str = ""
