"""The words of a scan in the languages of messages, from `texts/LANG.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plugins.scanning.findings import Finding, State


@cache
def words(language: str) -> Mapping[str, str]:
    """Load the words of a language; raises FileNotFoundError for one without a table."""
    file = Path(__file__).parent / "texts" / f"{language}.toml"
    table: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return table


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


def date_in_words(iso: str) -> str:
    """Write an ISO date as staff in Finland write it: `16.2.2026`."""
    year, month, day = iso[:10].split("-")
    return f"{int(day)}.{int(month)}.{year}"
