"""The findings of a scan as a table for the terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plugins.core.word_diff import RunKind
from plugins.scanning.findings import Finding, State
from plugins.scanning.words import explanation, words


def as_text(found: Sequence[Finding], language: str) -> str:
    """Write the table, then what is wrong with each block that needs an editor; ends with a line break."""
    texts = words(language)
    if not found:
        return texts["none"] + "\n"
    lines = list(_table(found, texts))
    for one in found:
        if one.needs_editor:
            lines += ["", *_details(one, texts)]
    counts = Counter(one.state for one in found)
    total = ", ".join(f"{texts[state]} {counts[state]}" for state in State if counts[state])
    return "\n".join((*lines, "", texts["total"].format(counts=total))) + "\n"


def _table(found: Sequence[Finding], texts: Mapping[str, str]) -> Iterator[str]:
    rows = [(texts["state"], texts["block"], texts["language"], texts["page"])]
    rows += [(texts[one.state], one.block or "–", one.language or "–", one.page) for one in found]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        yield "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3])).rstrip()


def _details(one: Finding, texts: Mapping[str, str]) -> Iterator[str]:
    yield f"{one.page}"
    named = " ".join(filter(None, (one.block, one.language, one.profile)))
    yield (
        f"  {named}: {texts[one.state]}. {explanation(one, texts)}".rstrip()
        if named
        else f"  {texts[one.state]}. {explanation(one, texts)}"
    )
    for run, part in one.changes:
        if run is RunKind.SAME:
            yield f"    {part}"
        else:
            yield "  " + texts[run].format(text=part)
    for key, links in (("link-gone", one.links_gone), ("link-new", one.links_new)):
        yield from ("  " + texts[key].format(text=link) for link in links)
