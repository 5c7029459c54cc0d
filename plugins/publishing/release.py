"""Publishing: build afresh, show what will change, ask, send, and look whether it is there."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from filelock import FileLock, Timeout

from plugins.publishing.destination import FAILED, MISUSED, PublishedState, PublishingError, PublishingTarget
from plugins.publishing.last_release import base_ledger
from plugins.publishing.order import Order
from plugins.publishing.proposal import Proposal, proposal, settle
from plugins.publishing.receipt_data import as_data

Build: TypeAlias = Callable[[Path, Path | None], int]
"""Builds the release into a folder, with the last one's ledger; gives the exit code."""


class Stopped(NamedTuple):
    """Why there is nothing to propose, which has been said: the exit code, and a word for programs."""

    code: int
    outcome: str


Make: TypeAlias = Callable[[PublishingTarget, Path], "Proposal | Stopped"]
"""Makes a proposal for a destination in an empty folder."""

CLOCKS_DIFFER = timedelta(minutes=10)
"""How far the clocks of two machines may be apart."""


def publish(order: Order, build: Build) -> int:
    """Publish a site; give the exit code: 1 when it did not come about, 2 when it was not asked for rightly."""
    diagnostics = io.StringIO()

    def make(destination: PublishingTarget, workshop: Path) -> Proposal | Stopped:
        tree = workshop / "site"
        if order.site.undecided:
            # A build says what is missing; no destination need be asked for that.
            return Stopped(_built(order, build, tree, None, diagnostics), "faults")
        standing = destination.standing()
        if standing.last is not None and standing.last.is_held and not order.resumes:
            order.voice.say("held", **order.shown(standing.last))
            if not order.trial or order.format == "json":  # people may want to see what waits
                return Stopped(0, "held")
        refuse_earlier_moment(order, standing)
        say_stranger(order, destination, standing)
        ledger = base_ledger(order, destination, standing, workshop)
        code = _built(order, build, tree, ledger, diagnostics)
        return Stopped(code, "faults") if code else proposal(order, destination, standing, tree, ledger, None)

    return in_workshop(order, make, diagnostics)


def in_workshop(order: Order, make: Make, diagnostics: io.StringIO) -> int:
    """Make a proposal and settle it, while nobody else publishes from here; give the exit code."""
    workshop = order.cache / "publish"
    if not (order.agreed or order.trial or sys.stdin.isatty()):
        order.voice.say("nobody")
        return MISUSED
    ready: Proposal | Stopped | None = None
    try:
        order.cache.mkdir(parents=True, exist_ok=True)
        with FileLock(order.cache / "publish.lock", timeout=0):
            shutil.rmtree(workshop, ignore_errors=True)  # a clean build needs an empty folder
            workshop.mkdir()
            ready = make(order.destination, workshop)
            code, outcome = ready if isinstance(ready, Stopped) else settle(ready)
    except Timeout:
        order.voice.say("busy")
        code, outcome = 1, "busy"
    except PublishingError as error:
        order.voice.say(error.key, **error.values)
        code, outcome = error.code, error.key
    except OSError as error:
        order.voice.say("no-cache", folder=order.cache, said=error)
        code, outcome = 1, "no-cache"
    if order.format == "json":
        _write_json(ready if isinstance(ready, Proposal) else None, diagnostics.getvalue(), outcome)
    return code


def _built(order: Order, build: Build, tree: Path, ledger: Path | None, diagnostics: io.StringIO) -> int:
    """Build the tree; where all output is one piece of JSON, the build's is kept for it."""
    if order.format != "json":
        return build(tree, ledger)
    with redirect_stdout(diagnostics):
        return build(tree, ledger)


def _write_json(ready: Proposal | None, diagnostics: str, outcome: str) -> None:
    written: dict[str, Any] = {
        "outcome": outcome,
        "diagnostics": json.loads(diagnostics or "[]"),
        "receipt": as_data(ready.receipt) if ready else None,
        "state": ready.state if ready else None,
    }
    sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")


def refuse_earlier_moment(order: Order, standing: PublishedState) -> None:
    """Refuse a moment before the last release: what has been published since would go, and come again."""
    last = standing.last
    if last is not None and order.index.now < last.at - CLOCKS_DIFFER:
        raise PublishingError("clock-back", FAILED, now=order.moment, **order.shown(last))


def say_stranger(order: Order, destination: PublishingTarget, standing: PublishedState) -> None:
    """Announce that somebody has changed what stands there by other means."""
    if standing.stranger:
        order.voice.say("stranger", name=destination.name, who=standing.stranger)
