"""The command `feeds forecast`: what subscribers would see if the content followed an earlier state of the site."""

import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TypeAlias

from plugins.core.addresses import file_address
from plugins.publishing.announcements import texts
from plugins.publishing.destination import MISUSED
from plugins.publishing.ledger_output import LEDGER_PATH
from plugins.publishing.receipt_data import subscription_data
from plugins.publishing.receipt_text import seen, written
from plugins.publishing.site_tree import files_of
from plugins.publishing.subscriptions import Subscription, compared, subscribed

Build: TypeAlias = Callable[[Path | None], int]
"""Builds the content as it now is, with the ledger of an earlier release where there is one; gives the exit code."""


def feeds(arguments: Sequence[str], build: Build, built: Path, language: str, form: str) -> int:
    """Do what the arguments say, `forecast FOLDER`; `built` is where the build puts the site.

    The exit code is 2 when the arguments or the folder are none, and the build's when the content has faults.
    """
    words = texts(language)
    old = Path(arguments[-1]) if len(arguments) == 2 and arguments[0] == "forecast" else None
    if old is None:
        return _refuse(words["feeds-usage"])
    if not old.is_dir():
        return _refuse(words["feeds-no-folder"].format(folder=old))
    if not subscribed(path for path, _ in files_of(old)):
        return _refuse(words["feeds-none"].format(folder=old))
    ledger = old / LEDGER_PATH
    with redirect_stdout(io.StringIO()) as report:  # of a site that nobody has asked for, unless it cannot be built
        code = build(ledger if ledger.is_file() else None)
    if code:
        sys.stdout.write(report.getvalue())
        return code
    found = tuple(_compared(old, built))
    if form == "json":
        sys.stdout.write(
            json.dumps([subscription_data(subscription) for subscription in found], ensure_ascii=False, indent=2) + "\n"
        )
    else:
        sections = (seen(subscription, words) for subscription in found)
        sys.stdout.write(written(sections, words) if found else words["feeds-quiet"] + "\n")
    return 0


def _refuse(message: str) -> int:
    sys.stderr.write(message + "\n")
    return MISUSED


def _compared(old: Path, new: Path) -> Iterator[Subscription]:
    """Compare the feeds and calendars of two trees; those that say the same are left out."""
    before, after = dict(files_of(old)), dict(files_of(new))
    for path in subscribed({*before, *after}):
        states = [tree[path].read_bytes() if path in tree else None for tree in (before, after)]
        if states[0] != states[1] and (seen := compared(file_address(path), *states)):
            yield seen
