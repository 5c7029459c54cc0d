"""The deadlines of actions are days of the calendar."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.markup.minutes import TASKS, is_possible, owner_and_deadline
from plugins.core.markup.text import raw_text
from plugins.core.writing import Writing


def impossible_deadlines(writing: Writing) -> Iterable[Diagnostic]:
    """Find actions whose deadline no calendar has (TXT021)."""
    for element, place in zip(writing.elements, writing.places, strict=True):
        if element.tag != "li":
            continue
        own = [node for node in element.children if isinstance(node, str) or node.tag not in {"ul", "ol"}]
        text = raw_text(own).strip()
        found = owner_and_deadline(text) if text.startswith(TASKS) else None
        if found is not None and not is_possible(found[1]):
            yield diagnostic("TXT021", place, deadline=found[1])
