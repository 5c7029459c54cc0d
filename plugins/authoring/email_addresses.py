"""The e-mail addresses of a source, in its front matter and its body."""

import re
from collections.abc import Iterator

from plugins.core.diagnostics import Place
from plugins.core.markup.text import plain_text
from plugins.core.writing import Writing

ADDRESS = re.compile(
    r"(?<![\w.%+@-])[a-z0-9][\w.%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?![\w@])", re.IGNORECASE
)
_LONGEST_NAME = 64
_LONGEST_HOST = 9 * 64
"""Characters before and after the sign that `ADDRESS` allows at most."""

_POSSIBLE = ("@", "&", "\\")
"""Without one of these, not even an escaped address stands in a source."""


def email_addresses(writing: Writing) -> tuple[tuple[str, Place], ...]:
    """Return each address once, in lower case, at the place where it is written first."""
    found: dict[str, Place] = {}
    for match in _addresses(writing.source):
        if (address := match[0].casefold()) not in found:
            found[address] = writing.place(match.start())
    # An address may be written with entities or escapes, and be one for readers all the same.
    if not any(sign in writing.source for sign in _POSSIBLE):
        return ()
    for match in _addresses("\n".join((plain_text(writing.tree), *(text for text, _ in writing.strings)))):
        found.setdefault(match[0].casefold(), Place(writing.path))
    return tuple(found.items())


def _addresses(text: str) -> Iterator[re.Match[str]]:
    """Find addresses from their signs: trying the pattern at every letter would take a hundred times as long."""
    done, sign = 0, text.find("@")
    while sign >= 0:
        found = ADDRESS.search(text, max(done, sign - _LONGEST_NAME), sign + _LONGEST_HOST + 2)
        if found and found.start() < sign:
            done = found.end()
            yield found
        sign = text.find("@", sign + 1)
