"""The command `init`: settle what the site is, write its first files, say what comes next."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from plugins.console.arguments import Given
from plugins.console.texts import messages
from plugins.core.content_paths import shown_from
from plugins.founding.answers import LANGUAGES_OF_SITES, UnfitError, WantedSite, settled
from plugins.founding.folder import File, files

MISUSED = 2
ALL_LANGUAGES = (*LANGUAGES_OF_SITES, "en")


def init(said: Sequence[str], wanted: WantedSite, today: date, theme: Path, language: str, form: str) -> int:
    """Begin a site in a new or empty folder; give the exit code: 1 when it is not empty, 2 for what does not do."""
    words = {code: messages(Path(__file__).parent, code) for code in ALL_LANGUAGES}
    own = words[language]
    if len(said) != 1:
        sys.stderr.write(f"{own['one-folder']}\n{own['see']}\n")
        return MISUSED
    folder = Path(said[0]).absolute()
    try:
        made = tuple(files(settled(wanted, today, words, theme), words))
    except UnfitError as misfit:
        sys.stderr.write(f"{_message(own, misfit)}\n{own['see']}\n")
        return MISUSED
    if fault := _unfit(folder):
        sys.stderr.write(own[fault].format(folder=said[0]) + "\n")
        return 1
    try:
        write(folder, made)
    except OSError as error:
        sys.stderr.write(own["unwritable"].format(folder=said[0], said=error.strerror or error) + "\n")
        return 1
    shown = shown_from(Path.cwd(), folder)
    if form == "json":
        data = {"folder": shown, "files": [one.path for one in made]}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(own["made"].format(folder=shown, count=len(made)))
    return 0


def wanted_of(given: Given) -> WantedSite:
    """Take what the command line says of a new site."""
    return WantedSite(
        names={"fi": given.name_fi, "sv": given.name_sv, "en": given.name_en},
        titles={"fi": given.title_fi, "sv": given.title_sv, "en": given.title_en},
        languages=given.languages,
        colour=given.colour,
        colour_dark=given.colour_dark,
        base_url=given.base_url,
        project=given.project,
        operator=given.operator,
        email=given.email,
        workflows=given.workflows,
    )


def _unfit(folder: Path) -> str:
    """Say by a key why a site cannot begin here; a folder with nothing but a git repository is empty."""
    if not folder.exists():
        return ""
    if not folder.is_dir():
        return "no-folder"
    return "not-empty" if any(entry.name != ".git" for entry in folder.iterdir()) else ""


def write(folder: Path, made: Iterable[File]) -> None:
    """Write the files of a new site: all of them, or none when one of them cannot be written."""
    done: list[Path] = []
    try:
        for file in made:
            path = folder / file.path
            missing = [one for one in reversed(path.parents) if not one.exists()]
            path.parent.mkdir(parents=True, exist_ok=True)
            done += missing
            done.append(path)
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(file.text)
    except BaseException:
        for path in reversed(done):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        raise


def _message(words: Mapping[str, str], misfit: UnfitError) -> str:
    said = words[misfit.key].format(**misfit.values)
    near = misfit.values.get("near")
    return f"{said} {words['near'].format(near=near)}" if near and not misfit.key.startswith("faint") else said
