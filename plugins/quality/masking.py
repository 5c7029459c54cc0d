"""Text that may be shown: no personal identity code, no character that a terminal would obey."""

import re

_IDENTITY_CODE = re.compile(
    "[0-3](?<![0-9A-Za-z][0-3])[0-9][01][0-9]{3}"
    "[-+\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}A-FU-Ya-fu-y]"
    "[0-9]{3}[0-9A-Ya-y](?![0-9A-Za-z])"
)
"""The form of a Finnish personal identity code, the separators of 2023 and typographic dashes included.

The check character is not judged: a code with a slip in it tells as much about a person.
"""

MASK = "*"
_TELLING = re.compile(r"[\w.+%-]+@[\w.-]+|[0-9]")

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""Unicode's categories Cc, Zl, Zp and Cs (lone surrogates of file names), and the bidirectional marks, which would turn
the order of a whole line."""


def masked(text: str) -> str:
    """Hide identity codes, keeping the length, so that columns stay true."""
    return _IDENTITY_CODE.sub(lambda found: MASK * len(found.group()), text)


def without_personal_data(text: str) -> str:
    """Hide every digit and e-mail address, keeping the length: what is left tells where, and no more."""
    return _TELLING.sub(lambda found: MASK * len(found.group()), text)


def printable(text: str) -> str:
    """Hide identity codes and put a sign in the place of each control character, keeping the length."""
    if text.isprintable():
        return masked(text)
    return masked(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))
