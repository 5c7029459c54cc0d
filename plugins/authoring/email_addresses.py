"""The e-mail addresses of a source, in its front matter and its body."""

import re

from plugins.core.diagnostics import Place
from plugins.core.markup.text import plain_text
from plugins.core.writing import Writing

ADDRESS = re.compile(
    r"(?<![\w.%+@-])[a-z0-9][\w.%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?![\w@])", re.IGNORECASE
)

_POSSIBLE = ("@", "&", "\\")
"""Without one of these, not even an escaped address stands in a source."""


def email_addresses(writing: Writing) -> tuple[tuple[str, Place], ...]:
    """Give each address once, in lower case, at the place where it is written first."""
    found: dict[str, Place] = {}
    if "@" in writing.source:
        for match in ADDRESS.finditer(writing.source):
            found.setdefault(match[0].casefold(), writing.place(match.start()))
    # An address may be written with entities or escapes, and be one for readers all the same.
    if not any(sign in writing.source for sign in _POSSIBLE):
        return ()
    for match in ADDRESS.finditer("\n".join((plain_text(writing.tree), *(text for text, _ in writing.strings)))):
        found.setdefault(match[0].casefold(), Place(writing.path))
    return tuple(found.items())
