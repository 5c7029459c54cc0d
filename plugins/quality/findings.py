"""Findings: diagnostics made ready for showing, with their messages, paths and excerpts."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from plugins.core.diagnostics import Diagnostic, Place, in_reading_order
from plugins.quality.excerpts import Excerpt, SourceLines
from plugins.quality.masking import printable
from plugins.quality.messages import Message, message
from plugins.quality.texts import Texts

WITHOUT_EXCERPT = frozenset(
    {
        "FRM002",
        "FRM003",
        "FRM004",
        "FRM014",
        "DOC001",
        "DOC003",
        "DOC007",
        "DOC010",
        "DOC012",
        "DOC013",
        "FIL001",
        "SIT001",
        "LED001",
        "IMP001",
        "IMP002",
        "IMP003",
        "IMP004",
        "IMP005",
        "IMP006",
        "IMP009",
        "IMP012",
        "PLG001",
    }
)
"""Kinds of fault for which the file or its name is at fault, and no line of it; those of outputs (OUT) are such too."""


class ReportEntry(NamedTuple):
    """One diagnostic, with everything that is said of it."""

    path: str
    diagnostic: Diagnostic
    message: Message
    excerpt: Excerpt | None

    @property
    def place(self) -> Place:
        """Where the fault stands; its path is below the content folder."""
        return self.diagnostic.place


def findings(diagnostics: Iterable[Diagnostic], texts: Texts, content: Path, cwd: Path) -> tuple[ReportEntry, ...]:
    """Put diagnostics in reading order and gather what is said of each, reading the lines that are at fault."""
    lines, found = SourceLines(content), in_reading_order(diagnostics)
    paths = {path: shown_path(content, path, cwd) for path in {diagnostic.place.path for diagnostic in found}}
    return tuple(
        ReportEntry(paths[diagnostic.place.path], diagnostic, message(diagnostic, texts), _excerpt(diagnostic, lines))
        for diagnostic in found
    )


def _excerpt(diagnostic: Diagnostic, lines: SourceLines) -> Excerpt | None:
    if diagnostic.code in WITHOUT_EXCERPT or diagnostic.code.startswith("OUT"):
        return None
    return lines.excerpt(diagnostic.place, hides=diagnostic.code.startswith("PRV"))


def shown_path(content: Path, path: str, cwd: Path) -> str:
    """Write a path as the user can open it: relative to the working directory when it lies below it, else in full."""
    full = Path(os.path.normpath(cwd / content / path))
    inside = full.is_relative_to(cwd)
    return printable((full.relative_to(cwd) if inside else full).as_posix())
