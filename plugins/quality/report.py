"""The report: every fault at once, sorted and counted, in a language and a format."""

from collections.abc import Iterable
from pathlib import Path

from plugins.core.diagnostics import Diagnostic
from plugins.quality.findings import findings
from plugins.quality.formats import FORMATS
from plugins.quality.texts import texts


def report(  # noqa: PLR0917 - the engine calls it in one place, in this order
    diagnostics: Iterable[Diagnostic],
    language: str,
    format: str,  # noqa: A002 - as the option is called
    content: Path,
    cwd: Path,
    colour: bool,  # noqa: FBT001 - the same
) -> str:
    """Write diagnostics as `text`, `json` or `github`, in `fi`, `sv` or `en`; ends with a line break.

    Reads the lines at fault from the content folder. Raises KeyError for another format and FileNotFoundError for
    another language; whoever reads the command line has judged both.
    """
    words = texts(language)
    return FORMATS[format](findings(diagnostics, words, content, cwd), words, colour=colour)
