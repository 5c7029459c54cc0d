"""The command `rollback`: an earlier release, brought back as a new one that holds back those that follow."""

import io
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TypeAlias

from plugins.core.ledger import Ledger
from plugins.publishing.companions import remove_companions
from plugins.publishing.destination import MISUSED, PublishedState, PublishingError, PublishingTarget
from plugins.publishing.last_release import base_ledger
from plugins.publishing.ledger_file import parsed, written
from plugins.publishing.ledger_output import LEDGER_PATH
from plugins.publishing.order import Order
from plugins.publishing.past import release_numbered
from plugins.publishing.proposal import Proposal, proposal
from plugins.publishing.release import Stopped, in_workshop, refuse_earlier_moment, say_stranger
from plugins.publishing.releases import Release
from plugins.publishing.restoration import kept_away, restored_blocks, restored_events, restored_versions
from plugins.publishing.restored_tree import clear, place
from plugins.publishing.site_tree import files_of

Depart: TypeAlias = Callable[[Path, Path], int]
"""Builds a site without documents but with the redirects and notices of a ledger; gives the exit code."""


def rollback(order: Order, words: Sequence[str], depart: Depart) -> int:
    """Bring back the release whose number is given, else the one before; give the exit code."""
    diagnostics = io.StringIO()

    def depart_quietly(folder: Path, ledger: Path) -> int:
        with redirect_stdout(io.StringIO()) as report:  # of a site that nobody has asked for, unless it cannot be built
            code = depart(folder, ledger)
        if code:
            (diagnostics if order.format == "json" else sys.stdout).write(report.getvalue())
        return code

    def make(destination: PublishingTarget, workshop: Path) -> Proposal | Stopped:
        standing = destination.standing()
        refuse_earlier_moment(order, standing)
        say_stranger(order, destination, standing)
        target = release_numbered(words, destination, standing) if words else _before(destination, standing)
        ledger, tree = base_ledger(order, destination, standing, workshop), workshop / "site"
        old = next((data for _, data in destination.ledgers((target,))), None)
        if ledger is None or old is None:
            raise PublishingError("no-release", MISUSED, number=target.number, name=destination.name)
        tree.mkdir()
        destination.restored(target, tree)
        remove_companions(tree)
        code = _restore(order, tree, parsed(ledger.read_bytes()), parsed(old), depart_quietly)
        return Stopped(code, "faults") if code else proposal(order, destination, standing, tree, ledger, target)

    return in_workshop(order, make, diagnostics)


def _before(destination: PublishingTarget, standing: PublishedState) -> Release:
    """Choose the release before the one that stands; one that was brought back stands for the one that it shows."""
    last = standing.last
    shown = (last.restores or last.number) if last else 0
    earlier = [release for release in standing.releases if release.number < shown and not release.restores]
    if not earlier:
        raise PublishingError("no-earlier", MISUSED, name=destination.name)
    return earlier[0]


def _restore(order: Order, tree: Path, current: Ledger, target: Ledger, depart: Depart) -> int:
    """Make the tree of the earlier release what it may be now; give the exit code."""
    away = kept_away(order.index, current, target)
    if away:
        order.voice.say("kept-away", count=len(away))
        clear(tree, order.site, target, away)
    date = order.index.now.date().isoformat()
    versions = restored_versions(current, target, away, date)
    blocks = restored_blocks(current, target, {path for path, _ in files_of(tree)}, date)
    ledger, departures = tree / LEDGER_PATH, tree.with_name("departures")
    ledger.write_bytes(written(versions, blocks, restored_events(current, target)))
    code = depart(departures, ledger)
    if not code:
        place(departures, tree, versions)
    return code
