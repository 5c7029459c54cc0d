"""Sources hold no personal data but what somebody has meant to publish."""

import re
from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.markup.text import plain_text
from plugins.core.writing import Writing
from plugins.quality.privacy.personal_data import personal_data
from plugins.quality.privacy.spans import bare

CODES = {
    "identity": "PRV001",
    "phone": "PRV002",
    "email": "PRV003",
    "iban": "PRV004",
    "address": "PRV005",
    "card": "PRV006",
}
"""The code of each kind; what is found is never part of a diagnostic."""

_BESIDE_A_NUMBER = re.compile(r"[0-9](?:[\\&*_`<~]|(?<=[\\*_`>;~][0-9]))")
_ESCAPE = re.compile(r"\\[xuU\\]")


def personal_data_in_sources(writing: Writing) -> Iterable[Diagnostic]:
    """Find identity codes (PRV001), and numbers and addresses that `privacy_ok` does not speak of (PRV002-PRV006)."""
    seen: set[str] = set()
    for span in personal_data(writing.source):
        seen.add(bare(writing.source[span.start : span.end]))
        if span.kind not in writing.accepted:
            yield diagnostic(CODES[span.kind], writing.place(span.start), where="text")
    if _may_hide_a_number(writing.source):
        shown = [(plain_text(writing.tree), Place(writing.path)), *writing.strings]
        for text, place in shown:
            for span in personal_data(text):
                if span.kind not in writing.accepted and bare(text[span.start : span.end]) not in seen:
                    yield diagnostic(CODES[span.kind], place, where="text")


def _may_hide_a_number(source: str) -> bool:
    """Report markup, escapes or entities within a number: readers see it whole where the source does not."""
    if "&#" in source or ("\\" in source and _ESCAPE.search(source)):
        return True
    return _BESIDE_A_NUMBER.search(source) is not None
