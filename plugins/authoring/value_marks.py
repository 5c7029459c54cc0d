"""Marks of Markdown and HTML in the values of YAML, which are shown as they are."""

import re
from collections.abc import Iterable, Iterator

from plugins.authoring.markdown.leftovers import leftover_marks
from plugins.core.diagnostics import Diagnostic, Place, diagnostic

_HTML = re.compile(r"<(?:a|b|br|div|em|font|i|p|span|strong|sub|sup|u)\b[^<>]*>|&(?:[a-z]{2,8}|#[0-9]{2,5});")


def marks_in_values(strings: Iterable[tuple[str, Place]]) -> Iterator[Diagnostic]:
    """Report marks that readers would see, each kind once in a value."""
    for text, place in strings:
        marks = [mark for mark, _ in leftover_marks(text, ())]
        marks += [match[0] for match in _HTML.finditer(text)] if "<" in text or "&" in text else []
        for mark in dict.fromkeys(marks):
            yield diagnostic("FRM017", place, mark=mark)
