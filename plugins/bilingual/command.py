"""The command `translations`: the board on the terminal, and confirming by file."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.bilingual.board import as_data
from plugins.bilingual.board_text import as_text
from plugins.bilingual.confirmation import every_pair, pairs_of
from plugins.bilingual.desk import TranslationDesk
from plugins.bilingual.records import FILE
from plugins.bilingual.words import words
from plugins.core.content_paths import shown_from
from plugins.core.contributions import Pipeline
from plugins.core.index import SiteIndex
from plugins.core.suggestions import nearest

MISUSED = 2


def translations(
    pipeline: Pipeline, index: SiteIndex, language: str, form: str, arguments: Sequence[str], *, everything: bool
) -> int:
    """Do what the arguments say: nothing for the board, `confirm` and files, or `confirm` for everything."""
    if not arguments and not everything:
        return show(pipeline, index, language, form)
    if tuple(arguments) == ("confirm",) and everything:
        return confirm_all(pipeline, index, language)
    if arguments[:1] and arguments[0] == "confirm" and arguments[1:] and not everything:
        return confirm(pipeline, index, language, arguments[1:])
    sys.stderr.write(words(language)["usage"] + "\n")
    return MISUSED


def show(pipeline: Pipeline, index: SiteIndex, language: str, form: str) -> int:
    """Write the board, as JSON when the form is `json`; give the exit code."""
    shown = TranslationDesk(pipeline).board(index)
    if form == "json":
        sys.stdout.write(json.dumps(as_data(shown), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(as_text(shown, language))
    return 0


def confirm(pipeline: Pipeline, index: SiteIndex, language: str, files: Sequence[str]) -> int:
    """Record that the versions in some files agree with the other versions of their documents; give the exit code."""
    texts = words(language)
    content = pipeline.settings.folders.content
    sources = [_source(content, file) for file in files]
    unknown = [(file, source) for file, source in zip(files, sources, strict=True) if source not in index.by_source]
    for file, source in unknown:
        near = nearest(source, index.by_source)
        message = texts["unknown-file"].format(file=file)
        sys.stderr.write(f"{message} {texts['near'].format(near=near)}\n" if near else f"{message}\n")
    if unknown:
        return MISUSED
    for source in sources:
        if len(index.by_key[index.by_source[source].key].versions) == 1:
            sys.stdout.write(texts["alone"].format(file=source) + "\n")
    return _said(TranslationDesk(pipeline).confirm(index, list(pairs_of(index, sources))), content, language)


def confirm_all(pipeline: Pipeline, index: SiteIndex, language: str) -> int:
    """Record that all versions of every document agree; give the exit code."""
    count = TranslationDesk(pipeline).confirm(index, list(every_pair(index)))
    return _said(count, pipeline.settings.folders.content, language)


def _said(count: int, content: Path, language: str) -> int:
    texts = words(language)
    shown = shown_from(Path.cwd(), content / FILE)
    sys.stdout.write((texts["confirmed"].format(count=count, file=shown) if count else texts["nothing"]) + "\n")
    return 0


def _source(content: Path, file: str) -> str:
    """Return the path below the content folder of a file named as seen from the working directory, or from there."""
    given = Path(file).absolute()
    if given.exists() and given.resolve().is_relative_to(content.resolve()):
        return given.resolve().relative_to(content.resolve()).as_posix()
    return Path(file).as_posix().removeprefix("content/")
