"""Uploads: a form with a file, as browsers send it (RFC 7578)."""

from collections.abc import Mapping
from email import policy
from email.parser import BytesParser

from msgspec import Struct

LONGEST_UPLOAD = 61_000_000
"""Bytes of a form with a file."""


class Upload(Struct, frozen=True):
    """A file with the name that it had, and the other fields of its form."""

    name: str
    data: bytes
    form: Mapping[str, str]


def is_upload(media: str) -> bool:
    """Return whether a form comes with files."""
    return media.casefold().startswith("multipart/form-data")


def read_upload(media: str, data: bytes) -> Upload | None:
    """Read a form with one file; None where there is none."""
    head = f"Content-Type: {media}\r\nMIME-Version: 1.0\r\n\r\n".encode("latin-1", "replace")
    parts = BytesParser(policy=policy.HTTP).parsebytes(head + data)
    file, form = None, {}
    for part in parts.iter_parts() if parts.is_multipart() else ():
        field = str(part.get_param("name", "", header="content-disposition"))
        body = part.get_payload(decode=True)
        content = body if isinstance(body, bytes) else b""
        if part.get_filename():
            file = (str(part.get_filename()).replace("\\", "/").rpartition("/")[2], content)
        else:
            form[field] = content.decode("utf-8", "replace")
    return None if file is None else Upload(*file, form)
