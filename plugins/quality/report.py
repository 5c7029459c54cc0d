"""The report: every fault at once, sorted and counted, in a language and a format."""

from collections.abc import Iterable
from pathlib import Path

from plugins.core.diagnostics import Diagnostic
from plugins.quality.findings import findings
from plugins.quality.formats import FORMATS
from plugins.quality.texts import texts


def report(
    diagnostics: Iterable[Diagnostic],
    language: str,
    format: str,
    content: Path,
    cwd: Path,
    colour: bool,
) -> str:
    """Write diagnostics as `text`, `json` or `github`, in `fi`, `sv` or `en`; ends with a line break.

    Reads the lines at fault from the content folder. Raises KeyError for another format and FileNotFoundError for
    another language; whoever reads the command line has judged both.
    """
    words = texts(language)
    return FORMATS[format](findings(diagnostics, words, content, cwd), words, colour=colour)
