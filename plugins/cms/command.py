"""The command `blocks`: what a text format of a CMS would make of a file of HTML."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.cms.simulation import simulated
from plugins.cms.text_format import NAMES, FormatError, TextFormat, known_format, read_format
from plugins.console.texts import messages
from plugins.core.suggestions import nearest

MISUSED = 2


def blocks(arguments: Sequence[str], filter_: str, language: str) -> int:
    """Do what the arguments say, `simulate FILE`; return the exit code."""
    texts = messages(Path(__file__).parent, language)
    if len(arguments) != 2 or arguments[0] != "simulate":
        sys.stderr.write(texts["usage"] + "\n")
        return MISUSED
    format_ = _format(filter_, texts)
    return MISUSED if format_ is None else simulate(Path(arguments[1]), format_, texts)


def simulate(file: Path, format_: TextFormat, texts: Mapping[str, str]) -> int:
    """Write what the format makes of a file to the standard output; give the exit code."""
    try:
        html = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(texts["unreadable"].format(file=file, problem=error) + "\n")
        return MISUSED
    sys.stdout.write(simulated(html, format_).rstrip("\n") + "\n")
    return 0


def _format(name: str, texts: Mapping[str, str]) -> TextFormat | None:
    """Find a format by its name, or in a file; None when there is none, and then it is said why."""
    if name in NAMES:
        return known_format(name)
    if not Path(name).is_file():
        problem = texts["no-format"].format(file=name, names=", ".join(NAMES))
        near = nearest(name, NAMES)
        sys.stderr.write(f"{problem} {texts['near'].format(near=near)}\n" if near else f"{problem}\n")
        return None
    try:
        return read_format(Path(name))
    except FormatError as error:
        sys.stderr.write(texts["faulty-format"].format(file=name, problem=error) + "\n")
        return None
