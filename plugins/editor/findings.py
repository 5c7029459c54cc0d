"""What the program says of a document that was saved: diagnostics in the writer's words, with the way to the field."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.authoring.yaml_document import parse_yaml
from plugins.core.diagnostics import Diagnostic
from plugins.editor.source_text import taken_apart

if TYPE_CHECKING:
    from plugins.engine.run import Run


_WEIGHTS = ("error", "warning", "hint")


def judged(run: "Run") -> list[Diagnostic]:
    """Return everything that the rules find in a run that was read."""
    found = list(run.diagnostics)
    if run.judged is not None:
        for rule in run.pipeline.rules:
            found += rule(run.judged)
        for text_rule in run.pipeline.text_rules:
            found += text_rule(run.pipeline.cache, run.judged)
    return found


def findings(run: "Run", diagnostics: Iterable[Diagnostic], sources: Iterable[str], language: str) -> list[Any]:
    """Return what is said of some sources, each with the field or the line of the text that it is about."""
    content = run.pipeline.settings.folders.content
    wanted = set(sources)
    mine = [diagnostic for diagnostic in diagnostics if diagnostic.place.path in wanted]
    entries = json.loads(run.pipeline.report(mine, language, "json", content, content, False)) if mine else []
    fields = {source: dict(_fields(content / source)) for source in wanted}
    starts = {source: _first_line(content / source) for source in wanted}
    found = [_finding(entry, fields, starts) for entry in entries]
    return sorted(found, key=lambda finding: _WEIGHTS.index(finding["severity"]))


def _finding(entry: dict[str, Any], fields: dict[str, dict[int, str]], starts: dict[str, int]) -> dict[str, Any]:
    source, line = str(entry["path"]), int(entry["line"])
    start = starts.get(source, 1)
    in_body = line >= start
    known = [number for number in fields.get(source, {}) if number <= line]
    field = "body" if in_body else fields[source][max(known)] if known else ""
    return {
        "severity": entry["severity"],
        "code": entry["code"],
        "what": entry["what"],
        "why": entry.get("why", ""),
        "mend": entry["mend"],
        "source": source,
        "language": source.rsplit(".", 2)[-2],
        "field": field,
        "line": line - start + 1 if in_body else 0,
    }


def _fields(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the top-level fields of a source by the line where each begins."""
    source = taken_apart(_text(file))
    if source is None:
        return
    document = parse_yaml("", source.yaml, source.head.count("\n") + 1)
    for path, (line, _) in document.keys.items():
        if len(path) == 1:
            yield line, str(path[0])


def _first_line(file: Path) -> int:
    """Return the line of a source on which the form's body begins."""
    source = taken_apart(_text(file))
    if source is None:
        return 1
    lines = source.body.split("\n")
    blank = next((number for number, line in enumerate(lines) if line.strip()), 0)
    return (source.head + source.yaml + source.fence).count("\n") + 1 + blank


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
