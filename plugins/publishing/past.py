"""The command `releases`: what has been published, and the receipt of each release."""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.core.ledger import EMPTY_LEDGER
from plugins.publishing.destination import MISUSED, PublishedState, PublishingError, PublishingTarget
from plugins.publishing.ledger_file import read_ledger
from plugins.publishing.ledger_output import LEDGER_PATH
from plugins.publishing.order import Order
from plugins.publishing.receipt import Receipt, ReceiptState, receipt
from plugins.publishing.receipt_data import as_data as receipt_data
from plugins.publishing.receipt_data import from_data
from plugins.publishing.receipt_text import as_text
from plugins.publishing.releases import Release, as_data
from plugins.publishing.site_tree import NO_TREE, tree_in


def list_releases(order: Order, words: Sequence[str]) -> int:
    """Write the releases, newest first, or the receipt of the one whose number is given; give the exit code."""
    try:
        destination = order.destination
        standing = destination.standing()
        if not words:
            return _list(order, destination, standing)
        release = release_numbered(words, destination, standing)
        data = destination.receipt(release)
        return _show(order, from_data(json.loads(data)) if data else _again(order, destination, standing, release))
    except PublishingError as error:
        order.voice.say(error.key, **error.values)
        return error.code


def release_numbered(words: Sequence[str], destination: PublishingTarget, standing: PublishedState) -> Release:
    """Find a release by its number, or by what the destination calls it; raises PublishingError."""
    word, *more = words
    if more:
        raise PublishingError("one-release", MISUSED, numbers=" ".join(words))
    for release in standing.releases:
        if word == str(release.number) or (len(word) >= 7 and release.name.startswith(word)):
            return release
    raise PublishingError("no-release", MISUSED, number=word, name=destination.name)


def _list(order: Order, destination: PublishingTarget, standing: PublishedState) -> int:
    if order.format == "json":
        _write([as_data(release) for release in standing.releases])
        return 0
    if not standing.releases:
        order.voice.say("no-releases", name=destination.name)
    for release in standing.releases:
        order.voice.say("past", **order.shown(release))
        if release == standing.last and release.is_held:
            order.voice.say("past-held")
    return 0


def _show(order: Order, shown: Receipt) -> int:
    if order.format == "json":
        _write(receipt_data(shown))
        return 0
    order.voice.say("past", **order.shown(shown.release))
    print(as_text(shown, order.language), end="", file=order.voice.stream)
    return 0


def _again(order: Order, destination: PublishingTarget, standing: PublishedState, release: Release) -> Receipt:
    """Make the receipt of a release again, from its tree and the one before. Which pages got old is not known."""
    before = next((earlier for earlier in standing.releases if earlier.number < release.number), None)
    with tempfile.TemporaryDirectory() as folder:
        new = _state(destination, release, Path(folder) / "new")
        old = _state(destination, before, Path(folder) / "old") if before else ReceiptState(NO_TREE, EMPTY_LEDGER)
        return receipt(release, destination.name, order.site.base, old, new, ())


def _state(destination: PublishingTarget, release: Release, folder: Path) -> ReceiptState:
    folder.mkdir()
    destination.restored(release, folder)
    return ReceiptState(tree_in(folder, destination.files(folder)), read_ledger(folder / LEDGER_PATH).ledger)


def _write(data: Any) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
