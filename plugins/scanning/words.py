"""The words of a scan in the languages of messages, from `texts/LANG.toml`."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from plugins.console.texts import messages
from plugins.core.dates import date_in_words
from plugins.scanning.findings import Finding, State

words = partial(messages, Path(__file__).parent)
"""The messages of a language, by key."""


def explanation(finding: Finding, texts: Mapping[str, str]) -> str:
    """Say why a block is what it is said to be; empty when the state says all."""
    parts = []
    if finding.reason:
        parts.append(texts.get(finding.reason) or texts["answer"].format(status=finding.reason))
    if finding.state is State.STALE or (finding.state is State.EDITED and finding.behind != 0):
        parts.append(_age(finding, texts))
    if finding.state is State.EDITED and not finding.changes and not finding.links_gone + finding.links_new:
        parts.append(texts["mark-differs"])
    return " ".join(parts)


def _age(finding: Finding, texts: Mapping[str, str]) -> str:
    if finding.behind is None:
        return texts["behind-unknown"]
    if len(finding.since) < len("2026-02-16"):
        return texts["behind-undated"].format(count=finding.behind)
    key = "behind-one" if finding.behind == 1 else "behind"
    return texts[key].format(count=finding.behind, date=date_in_words(finding.since))
