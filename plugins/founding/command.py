"""The command `init`: settle what the site is, write its first files, say what comes next."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from plugins.console.arguments import Given
from plugins.console.texts import messages
from plugins.core.content_paths import shown_from
from plugins.drafts.answers import MisfitError
from plugins.drafts.new_files import write
from plugins.founding.answers import LANGUAGES_OF_SITES, WantedSite, settled
from plugins.founding.folder import files

MISUSED = 2
ALL_LANGUAGES = (*LANGUAGES_OF_SITES, "en")


def init(arguments: Sequence[str], wanted: WantedSite, today: date, theme: Path, language: str, form: str) -> int:
    """Begin a site in a new or empty folder; give the exit code: 1 when it is not empty, 2 for what does not do."""
    words = {code: messages(Path(__file__).parent, code) for code in ALL_LANGUAGES}
    own = words[language]
    if len(arguments) != 1:
        sys.stderr.write(f"{own['one-folder']}\n{own['see']}\n")
        return MISUSED
    folder = Path(arguments[0]).absolute()
    try:
        new_files = tuple(files(settled(wanted, today, words, theme), words))
    except MisfitError as misfit:
        sys.stderr.write(f"{_message(own, misfit)}\n{own['see']}\n")
        return MISUSED
    if fault := _unfit(folder):
        sys.stderr.write(own[fault].format(folder=arguments[0]) + "\n")
        return 1
    try:
        write(folder, new_files)
    except OSError as error:
        sys.stderr.write(own["unwritable"].format(folder=arguments[0], said=error.strerror or error) + "\n")
        return 1
    shown = shown_from(Path.cwd(), folder)
    if form == "json":
        data = {"folder": shown, "files": [file.path for file in new_files]}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(own["made"].format(folder=shown, count=len(new_files)))
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
    """Return by a key why a site cannot begin here; a folder with nothing but a git repository is empty."""
    if not folder.exists():
        return ""
    if not folder.is_dir():
        return "no-folder"
    return "not-empty" if any(entry.name != ".git" for entry in folder.iterdir()) else ""


def _message(words: Mapping[str, str], misfit: MisfitError) -> str:
    text = words[misfit.key].format(**misfit.values)
    near = misfit.values.get("near")
    return f"{text} {words['near'].format(near=near)}" if near and not misfit.key.startswith("faint") else text
