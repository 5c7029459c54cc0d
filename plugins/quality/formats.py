"""The three ways to write findings: for people, for programs, and for GitHub's annotations of changed lines."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec import json

from plugins.core.diagnostics import Severity
from plugins.quality.findings import ReportEntry
from plugins.quality.texts import Texts

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def as_text(findings: Sequence[ReportEntry], texts: Texts, *, colour: bool) -> str:
    """Write for people: each finding as a paragraph, at the end how many there were."""
    paragraphs = [_paragraph(finding, colour=colour) for finding in findings]
    return "\n".join([*paragraphs, count_line(findings, texts) + "\n"])


def count_line(findings: Sequence[ReportEntry], texts: Texts) -> str:
    """Return how many findings there were of each weight, as in "2 virhettä, 1 varoitus"."""
    amounts = Counter(finding.diagnostic.severity for finding in findings)
    parts = [
        texts.count[severity][0 if amounts[severity] == 1 else 1].format(n=amounts[severity])
        for severity in Severity
        if amounts[severity]
    ]
    return ", ".join(parts) + "." if parts else texts.nothing


def _paragraph(finding: ReportEntry, *, colour: bool) -> str:
    diagnostic, place = finding.diagnostic, finding.place
    severity, caret = str(diagnostic.severity), "^"
    if colour:
        paint = _COLOURS[diagnostic.severity]
        severity, caret = f"\x1b[1;{paint}m{severity}\x1b[0m", f"\x1b[1;{paint}m^\x1b[0m"
    rows = [f"{finding.path}:{place.line}:{place.column}: {severity} {diagnostic.code} [{diagnostic.name}]"]
    rows += [f"  {text}" for text in finding.message]
    if finding.excerpt:
        number = str(place.line)
        rows.append(f"  {number} | {finding.excerpt.text}")
        rows.append(f"  {' ' * len(number)} | {' ' * finding.excerpt.indent}{caret}")
    return "\n".join(rows) + "\n"


def as_json(findings: Sequence[ReportEntry], texts: Texts, *, colour: bool) -> str:  # noqa: ARG001 - one shape for all
    """Write a list of objects; `excerpt` is the line at fault, or null."""
    objects = [
        {
            "path": finding.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "severity": str(finding.diagnostic.severity),
            "code": finding.diagnostic.code,
            "name": finding.diagnostic.name,
            **finding.message._asdict(),
            "excerpt": finding.excerpt.text if finding.excerpt else None,
        }
        for finding in findings
    ]
    return json.format(json.encode(objects), indent=2).decode() + "\n"


def as_github(findings: Sequence[ReportEntry], texts: Texts, *, colour: bool) -> str:  # noqa: ARG001 - one shape for all
    """Write workflow commands, one a line; GitHub shows each beside its line of the change."""
    return "".join(
        f"::{_COMMANDS[finding.diagnostic.severity]} file={_property(finding.path)},line={finding.place.line},"
        f"col={finding.place.column},title={_property(f'{finding.diagnostic.code} [{finding.diagnostic.name}]')}::"
        f"{_data(chr(10).join(finding.message))}\n"
        for finding in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


Format = Callable[..., str]

FORMATS: Mapping[str, Format] = MappingProxyType({"text": as_text, "json": as_json, "github": as_github})
