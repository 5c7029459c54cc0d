"""The findings of a scan as a page that stands by itself, with what is to be pasted in place of each stale block."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from plugins.core.dates import date_in_words
from plugins.core.scanned_blocks import ScannedBlock, ScanReport
from plugins.core.word_diff import RunKind
from plugins.scanning.proposals import as_yaml
from plugins.scanning.targets import is_address
from plugins.scanning.words import explanation, words

STYLE = """*{box-sizing:border-box}
:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;
padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;
border-bottom:1px solid}body{overflow-wrap:break-word}td:last-child,pre{overflow-wrap:anywhere}
@media (max-width:40rem){table,tbody,tr,td{display:block}thead{display:none}tr{border-bottom:1px solid;padding:.5rem 0}
td{border:0;padding:.1rem 0}}
pre{white-space:pre-wrap}
article{margin-top:2.5rem;border-top:2px solid}
textarea{width:100%;min-height:12rem;font:.875rem/1.4 monospace}button{font:inherit;padding:.5rem 1rem}
.preview{border:1px solid;padding:0 1rem;overflow-wrap:anywhere}"""

_TAGS = {str(RunKind.GONE): "del", str(RunKind.NEW): "ins"}


def as_report(report: ScanReport, language: str, script: str) -> str:
    """Write the page; `script` is that of the copy buttons."""
    texts, found = words(language), report.blocks
    parts = [
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(texts['title'])}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>",
        f"<h1>{escape(texts['title'])}</h1>",
        f"<p>{escape(texts['scanned'].format(moment=date_in_words(report.scanned[:10])))}</p>",
        *_table(found, texts),
    ]
    for number, finding in enumerate(found, 1):
        if finding.needs_editor:
            parts += _details(finding, f"b{number}", texts)
    if report.placements:
        parts.append(f"<h2>{escape(texts['propose'])}</h2>\n<pre>{escape(as_yaml(report.placements))}</pre>")
    parts.append(f"</main>\n<script>{script}</script>\n</body>\n</html>\n")
    return "\n".join(parts)


def _table(found: Sequence[ScannedBlock], texts: Mapping[str, str]) -> Iterator[str]:
    if not found:
        yield f"<p>{escape(texts['none'])}</p>"
        return
    names = "".join(
        f'<th scope="col" role="columnheader">{escape(texts[key])}</th>'
        for key in ("state", "block", "language", "page")
    )
    # Where the rows are folded for narrow screens browsers forget that this is a table.
    yield f'<table role="table">\n<thead role="rowgroup"><tr role="row">{names}</tr></thead>\n<tbody role="rowgroup">'
    for number, finding in sorted(enumerate(found, 1), key=lambda pair: not pair[1].needs_editor):
        state = escape(texts[finding.state])
        shown = f'<a href="#b{number}">{state}</a>' if finding.needs_editor else state
        if finding.reasons and not finding.needs_editor:
            shown += f"<br>{escape(explanation(finding, texts))}"
        cells = (shown, escape(finding.block) or "–", escape(finding.language) or "–", _page(finding.page))
        yield '<tr role="row">' + "".join(f'<td role="cell">{cell}</td>' for cell in cells) + "</tr>"
    yield "</tbody>\n</table>"


def _page(name: str) -> str:
    shown = escape(name)
    return f'<a href="{shown}">{shown}</a>' if is_address(name) and name.startswith("http") else shown


def _details(finding: ScannedBlock, name: str, texts: Mapping[str, str]) -> Iterator[str]:
    spoken = f' lang="{escape(finding.language)}"' if finding.language else ""
    title = f"<span{spoken if finding.title else ''}>{escape(finding.title or finding.block or finding.page)}</span>"
    yield f'<article aria-labelledby="{name}">\n<h2 id="{name}">{title}: {escape(texts[finding.state])}</h2>'
    yield f"<p>{_page(finding.page)}</p>"
    if finding.edit:
        yield f'<p><a href="{escape(finding.edit)}">{escape(texts["edit"])}</a></p>'
    why = explanation(finding, texts)
    if why:
        yield f"<p>{escape(why)}</p>"
    changes = [_run(change.run, change.text) for change in finding.changes]
    changes += [f"<del>{escape(link)}</del>" for link in finding.links_gone]
    changes += [f"<ins>{escape(link)}</ins>" for link in finding.links_new]
    if changes:
        yield f"<h3>{escape(texts['changed'])}</h3>\n<p{spoken}>{' '.join(changes)}</p>"
    if finding.replacement:
        yield from _replacement(finding, name, texts)
    yield "</article>"


def _run(run: str, part: str) -> str:
    return f"<{_TAGS[run]}>{escape(part)}</{_TAGS[run]}>" if run in _TAGS else escape(part)


def _replacement(finding: ScannedBlock, name: str, texts: Mapping[str, str]) -> Iterator[str]:
    attributes = f'data-copied="{escape(texts["copied"])}" data-failed="{escape(texts["not-copied"])}"'
    yield f"<h3>{escape(texts['replacement'])}</h3>\n<p>{escape(texts['replace-how'])}</p>"
    yield f'<div class="block-copy" {attributes}>\n<p hidden>'
    for form in ("rich", "source"):
        label = escape(texts[f"copy-{form}"])
        yield f'<button type="button" data-copy="{form}" aria-label="{label}: {escape(finding.title)}">{label}</button>'
    yield f'</p>\n<p role="status"></p>\n<p><label for="{name}-source">{escape(texts["source"])}</label></p>'
    yield f'<textarea id="{name}-source" readonly spellcheck="false">{escape(finding.replacement)}</textarea>\n</div>'
