"""The findings of a scan as a table for the terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plugins.core.scanned_blocks import ScannedBlock, ScanState
from plugins.core.word_diff import RunKind
from plugins.scanning.words import explanation, words


def as_text(found: Sequence[ScannedBlock], language: str) -> str:
    """Write the table, then what there is to say of single blocks; ends with a line break."""
    texts = words(language)
    if not found:
        return texts["none"] + "\n"
    lines = list(_table(found, texts))
    for finding in found:
        if finding.needs_editor or finding.reasons:
            lines += ["", *_details(finding, texts)]
    counts = Counter(finding.state for finding in found)
    total = ", ".join(f"{texts[state]} {counts[state]}" for state in ScanState if counts[state])
    return "\n".join((*lines, "", texts["total"].format(counts=total))) + "\n"


def _table(found: Sequence[ScannedBlock], texts: Mapping[str, str]) -> Iterator[str]:
    rows = [(texts["state"], texts["block"], texts["language"], texts["page"])]
    rows += [(texts[finding.state], finding.block or "–", finding.language or "–", finding.page) for finding in found]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        yield "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3])).rstrip()


def _details(finding: ScannedBlock, texts: Mapping[str, str]) -> Iterator[str]:
    yield f"{finding.page}"
    named = " ".join(filter(None, (finding.block, finding.language, finding.profile)))
    yield (
        f"  {named}: {texts[finding.state]}. {explanation(finding, texts)}".rstrip()
        if named
        else f"  {texts[finding.state]}. {explanation(finding, texts)}"
    )
    if finding.edit:
        yield f"  {texts['edit']}: {finding.edit}"
    for change in finding.changes:
        if change.run == RunKind.SAME:
            yield f"    {change.text}"
        else:
            yield "  " + texts[change.run].format(text=change.text)
    for key, links in (("link-gone", finding.links_gone), ("link-new", finding.links_new)):
        yield from ("  " + texts[key].format(text=link) for link in links)
