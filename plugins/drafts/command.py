"""The command `new`: settle what the document is, write its files, say what to do next."""

import json
import os
import sys
from pathlib import Path

from plugins.core.content_paths import shown_from
from plugins.core.index import SiteIndex
from plugins.drafts.answers import Judge, MisfitError
from plugins.drafts.draft import sources
from plugins.drafts.interview import Interview, Wanted
from plugins.drafts.new_files import NewFile, write
from plugins.drafts.words import message, words

MISUSED = 2


def new(index: SiteIndex, content: Path, wanted: Wanted, language: str, form: str) -> int:
    """Begin a document; give the exit code: 1 when its files are there already, 2 when it was not asked for rightly."""
    ask = _asked if sys.stdin.isatty() and form == "text" else None
    try:
        draft = Interview(Judge(index), language, ask).draft(wanted)
    except MisfitError as misfit:
        sys.stderr.write(f"{message(language, misfit.key, misfit.values)}\n{words(language)['see']}\n")
        return MISUSED
    except EOFError:
        sys.stderr.write(f"\n{words(language)['broken-off']}\n")
        return 1
    new_files = tuple(sources(draft))
    if there := [file.path for file in new_files if os.path.lexists(content / file.path)]:
        files = ", ".join(shown_from(Path.cwd(), content / path) for path in there)
        sys.stderr.write(words(language)["exists"].format(files=files) + "\n")
        return 1
    write(content, new_files)
    sys.stdout.write(written(content, draft.key, new_files, language, form) + "\n")
    return 0


def written(content: Path, key: str, new_files: tuple[NewFile, ...], language: str, form: str) -> str:
    """Return what has been written and what comes next; for programs, as JSON."""
    files = [shown_from(Path.cwd(), content / source.path) for source in new_files]
    if form == "json":
        return json.dumps({"key": key, "files": files}, ensure_ascii=False, indent=2)
    steps = words(language)["next"].format(file=files[0]).rstrip("\n")
    if len(files) > 1:
        steps += "\n" + words(language)["next-pair"].format(file=files[0]).rstrip("\n")
    return "\n".join((words(language)["written"], *(f"  {file}" for file in files), "", steps))


def _asked(question: str) -> str:
    return input(question)
