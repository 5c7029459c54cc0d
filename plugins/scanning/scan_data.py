"""The findings of a scan for programs."""

from collections.abc import Sequence
from typing import Any

from plugins.scanning.findings import Finding


def as_data(found: Sequence[Finding]) -> list[dict[str, Any]]:
    """Give each finding as plain data; keys stay the same in every language."""
    return [_entry(one) for one in found]


def _entry(one: Finding) -> dict[str, Any]:
    return {
        "page": one.page,
        "state": str(one.state),
        "needs_editor": one.needs_editor,
        "block": one.block,
        "language": one.language,
        "profile": one.profile,
        "reason": one.reason,
        "behind": one.behind,
        "since": one.since,
        "changes": [{"run": str(run), "text": text} for run, text in one.changes],
        "links_gone": list(one.links_gone),
        "links_new": list(one.links_new),
        "replacement": one.replacement,
    }
