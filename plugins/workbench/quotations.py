"""The block that a page of the workbench quotes: put into it when its template is done.

Nine tenths of such a page are blocks, which have been written and looked at as files of their own. The template gets a
sign for each, so that neither it nor those who look at the page go through them again.
"""

import re

from markupsafe import Markup
from msgspec.structs import replace

from plugins.core.outputs import Quoting, Rendering

_SIGN = re.compile(rb"\0([0-9]+)\0")
"""Stands for what is quoted, by its number: no text of a page can hold such characters."""


class Quotations:
    """What one page quotes, and the signs that stand for it until then."""

    def __init__(self) -> None:
        self._quoted: list[bytes] = []
        self._files: list[tuple[str, str]] = []

    def file(self, output: str, path: str, fragment: bytes) -> Markup:
        """Return the sign for a file as HTML, by the path of the output that made it and its own."""
        # The last gate of a block is an allow-list over its tree, and its serialiser escapes every text.
        self._files.append((output, path))
        return self._sign(fragment)

    def put_into(self, page: Rendering) -> Rendering:
        """Return the page with everything where its sign stands."""
        around = page.data or b""
        parts = _SIGN.split(around)
        parts[1::2] = [self._quoted[int(number)] for number in parts[1::2]]
        return replace(page, data=b"".join(parts), quoting=Quoting(around, tuple(self._files)))

    def _sign(self, quoted: bytes) -> Markup:
        self._quoted.append(quoted)
        return Markup(f"\0{len(self._quoted) - 1}\0")  # noqa: S704 - digits
