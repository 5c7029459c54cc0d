"""Publishing: build afresh, show what will change, ask, send, and look whether it is there."""

import shutil
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeAlias

from filelock import FileLock, Timeout

from plugins.core.block_contract import BlockIdentity
from plugins.core.ledger import Ledger
from plugins.core.site import Site
from plugins.core.stale_pages import placed, stale_pages
from plugins.core.values import value
from plugins.publishing.announcements import Voice, show, show_stale, summary
from plugins.publishing.branch import Branch
from plugins.publishing.changes import changes
from plugins.publishing.destination import MISUSED, Destination, PublishingError
from plugins.publishing.last_release import remember
from plugins.publishing.ledger_file import read_ledger
from plugins.publishing.outlet import LEDGER_PATH
from plugins.publishing.web_root import WebRoot

Build: TypeAlias = Callable[[Path, Path | None], int]
"""Builds the release into a folder, with the last one's ledger; gives the exit code."""

YES = frozenset({"j", "ja", "joo", "k", "kyllä", "y", "yes"})


@value
class Order:
    """What is to be published and how."""

    site: Site
    content: Path
    cache: Path
    to: Path | None
    ledger: Path | None
    agreed: bool
    """Whether the user has agreed beforehand to whatever will change."""
    trial: bool
    """Whether to stop before anything is sent."""
    language: str
    format: str
    """Of messages, as everywhere: text, json or github."""

    @property
    def voice(self) -> Voice:
        """The voice of this publishing; beside JSON, messages go to the error stream."""
        return Voice(self.language, sys.stderr if self.format == "json" else sys.stdout)


def publish(order: Order, build: Build) -> int:
    """Publish a site; give the exit code: 1 when it did not come about, 2 when it was not asked for rightly."""
    workshop = order.cache / "publish"
    if not (order.agreed or order.trial or sys.stdin.isatty()):
        order.voice.say("nobody")
        return MISUSED
    try:
        order.cache.mkdir(parents=True, exist_ok=True)
        with FileLock(order.cache / "publish.lock", timeout=0):
            shutil.rmtree(workshop, ignore_errors=True)  # a clean build needs an empty folder
            workshop.mkdir()
            return _publish(order, build, workshop)
    except Timeout:
        order.voice.say("busy")
        return 1
    except PublishingError as error:
        order.voice.say(error.key, **error.values)
        return error.code


def _publish(order: Order, build: Build, workshop: Path) -> int:
    destination, tree = _destination(order), workshop / "site"
    if order.site.undecided:
        return build(tree, None)  # which says what is missing; no destination need be asked for that
    standing = destination.standing()
    ledger = _ledger(order, standing.ledger, workshop)
    code = build(tree, ledger)
    if code:
        return code
    files = destination.files(tree)
    found = changes(standing.files, files)
    order.voice.say("destination", name=destination.name, address=order.site.base)
    if not found:
        order.voice.say("nothing")
        return 0
    show(order.voice, found)
    if ledger is not None:
        before, after = read_ledger(ledger).ledger, read_ledger(tree / LEDGER_PATH).ledger
        stale = stale_pages(order.site.placements, before, _present(order.site, after, files))
        show_stale(order.voice, stale, order.site.base)
    if order.trial:
        order.voice.say("trial")
        return 0
    if not (order.agreed or _agrees(order.voice)):
        order.voice.say("declined")
        return 1
    state = destination.send(tree, summary(order.voice, order.site.name.get(order.site.default_language), found))
    remember(tree / LEDGER_PATH, order.cache)
    order.voice.say("published", state=state, address=order.site.base)
    return 0


def _present(site: Site, after: Ledger, files: Collection[str]) -> dict[BlockIdentity, str]:
    """Give the versions of the placed blocks that a release has files of."""
    wanted = {placed(one) for one in site.placements}
    there = (one for one in wanted if one.path in files)
    return {one: after.block_versions(*one)[-1].v for one in there}


def _destination(order: Order) -> Destination:
    if order.to is not None:
        return WebRoot(order.to, (order.content, order.cache))
    return Branch(order.content, order.site.publish)


def _ledger(order: Order, stood: bytes | None, workshop: Path) -> Path | None:
    """Give the ledger to go on from: the one named, else the one that stands at the destination."""
    if order.ledger is not None or stood is None:
        return order.ledger
    file = workshop / "ledger.json"
    file.write_bytes(stood)
    return file


def _agrees(voice: Voice) -> bool:
    print(voice.text("ask"), end="", file=voice.stream, flush=True)
    return sys.stdin.readline().strip().casefold() in YES
