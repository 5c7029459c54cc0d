"""The deadlines of actions are days of the calendar."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.markup.minutes import TASKS, is_possible, line_and_rest, owner_and_deadline
from plugins.core.markup.text import raw_text
from plugins.core.writing import Writing


def impossible_deadlines(writing: Writing) -> Iterable[Diagnostic]:
    """Find actions whose deadline no calendar has (TXT021)."""
    for element, place in zip(writing.elements, writing.places, strict=True):
        if element.tag != "li":
            continue
        text = raw_text(line_and_rest(element)[0]).strip()
        found = owner_and_deadline(text) if text.startswith(TASKS) else None
        if found is not None and not is_possible(found[1]):
            yield diagnostic("TXT021", place, deadline=found[1])
