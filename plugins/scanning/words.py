"""The words of a scan in the languages of messages, from `texts/LANG.toml`."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from plugins.console.texts import messages
from plugins.core.dates import date_in_words
from plugins.core.scanned_blocks import ScannedBlock, ScanState

words = partial(messages, Path(__file__).parent)
"""The messages of a language, by key."""


def explanation(found: ScannedBlock, texts: Mapping[str, str]) -> str:
    """Return why a block is what it is said to be; empty when the state says all."""
    parts = [texts.get(reason) or texts["answer"].format(status=reason) for reason in found.reasons]
    if found.state is ScanState.STALE or (found.state is ScanState.EDITED and found.behind != 0):
        parts.append(_age(found, texts))
    return " ".join(parts)


def _age(found: ScannedBlock, texts: Mapping[str, str]) -> str:
    if found.behind is None:
        return texts["behind-unknown"]
    if len(found.since) < len("2026-02-16"):
        return texts["behind-undated"].format(count=found.behind)
    key = "behind-one" if found.behind == 1 else "behind"
    return texts[key].format(count=found.behind, date=date_in_words(found.since))
