"""Versions mention the same dates, times and numbers."""

from collections.abc import Iterable

from plugins.bilingual.rules.pairs import comparable
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.documents import Version
from plugins.core.index import SiteIndex

SPELLED = 12
"""Up to here a number is often written as a word, which is not read."""


def mentions_in_one_version(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find dates, times and numbers of title, summary and text that only one of two versions has (BIL005).

    A date without its year agrees with one that has a year; a year with any date of it. A small number that the other
    version does not have may stand there as a word; only when both have one that the other lacks they disagree.
    """
    for first, other in comparable(index):
        if first.body.mentions == other.body.mentions:
            continue
        lonely, others = _lonely(first, other), _lonely(other, first)
        if not (any(map(_is_small, lonely)) and any(map(_is_small, others))):
            lonely, others = _without_small(lonely), _without_small(others)
        for version, counterpart, tokens in ((first, other, lonely), (other, first, others)):
            if tokens:
                shown = ", ".join(_shown(token) for token in tokens)
                yield diagnostic("BIL005", version.place(), values=shown, other=counterpart.source)


def _lonely(version: Version, other: Version) -> list[str]:
    known = set(other.body.mentions)
    days = {token[-6:] for token in known if _is_date(token)}
    undated = {token for token in known if token.startswith("--")}
    years = {token[:4] for token in known if _is_date(token)}

    def has_counterpart(token: str) -> bool:
        if token in known or token in years:
            return True
        if token.startswith("--"):
            return token[-6:] in days
        return _is_date(token) and f"-{token[-6:]}" in undated

    return [token for token in version.body.mentions if not has_counterpart(token)]


def _is_date(token: str) -> bool:
    return token.count("-") == 2 and not token.startswith("--")


def _is_small(token: str) -> bool:
    return token.isdecimal() and int(token) <= SPELLED


def _without_small(tokens: list[str]) -> list[str]:
    return [token for token in tokens if not _is_small(token)]


def _shown(token: str) -> str:
    """Write a token as people do in Finland, in whichever language: `12.3.2026`, `12.3.`, `9.00`, `1,5`."""
    if token.startswith("t"):
        return token[1:].replace(":", ".").removeprefix("0")
    if "-" in token:
        year, month, day = token.replace("--", " -").split("-")
        return f"{int(day)}.{int(month)}.{year.strip()}"
    return token.replace(".", ",")
