"""A release that is ready: the tree, what it changes, and its receipt. It is shown, agreed to, and sent."""

from collections.abc import Collection, Mapping
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from plugins.core.block_contract import BlockIdentity
from plugins.core.ledger import EMPTY_LEDGER, Ledger
from plugins.core.site import Site
from plugins.core.stale_pages import placed, stale_pages
from plugins.publishing.announcements import pages_told
from plugins.publishing.changes import Changes, changes
from plugins.publishing.companions import add_companions, keep_style
from plugins.publishing.destination import PublishedState, PublishingTarget, Sending
from plugins.publishing.last_release import remember
from plugins.publishing.ledger_file import read_ledger
from plugins.publishing.ledger_output import LEDGER_PATH
from plugins.publishing.order import Order
from plugins.publishing.receipt import Addresses, Receipt, ReceiptState, addresses, receipt
from plugins.publishing.receipt_data import as_data
from plugins.publishing.receipt_text import as_text
from plugins.publishing.releases import PageCounts, Release, as_line
from plugins.publishing.site_tree import tree_in


class Proposal(Struct, frozen=True):
    """A tree that could be sent to a destination."""

    order: Order
    destination: PublishingTarget
    tree: Path
    found: Changes
    receipt: Receipt
    state: str
    """By what stands at the destination and what would stand there: a proposal of another state is another one."""


def proposal(
    order: Order,
    destination: PublishingTarget,
    standing: PublishedState,
    tree: Path,
    before: Path | None,
    restored: Release | None,
) -> Proposal:
    """Compare a tree with what stands at the destination; `before` is the file of the ledger that it goes on from."""
    keep_style(standing.tree, tree)
    add_companions(tree, order.site, order.cache)
    files = destination.files(tree)
    found = changes(standing.tree.files, files)
    old = read_ledger(before).ledger if before else EMPTY_LEDGER
    new = read_ledger(tree / LEDGER_PATH).ledger
    release = _release(order, standing, addresses(found, old, new), restored)
    stale = stale_pages(order.site.placements, old, _present(order.site, new, files))
    states = (ReceiptState(standing.tree, old), ReceiptState(tree_in(tree, files), new))
    proposed_receipt = receipt(release, destination.name, order.site.base, *states, stale)
    return Proposal(order, destination, tree, found, proposed_receipt, _state(standing.tree.files, files))


def _release(order: Order, standing: PublishedState, found: Addresses, restored: Release | None) -> Release:
    name = order.site.name.get(order.site.default_language)
    pages = PageCounts(len(found.new), len(found.changed), len(found.moved), len(found.gone))
    if restored is None:
        subject = order.voice.text("commit", name=name, pages=pages_told(order.voice, pages))
        return Release(standing.next_number, order.moment, subject, pages)
    subject = order.voice.text("commit-restored", name=name, number=restored.number)
    return Release(standing.next_number, order.moment, subject, pages, restored.number, is_held=True)


def _state(*trees: Mapping[str, str]) -> str:
    return blake2b(repr([sorted(tree.items()) for tree in trees]).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _present(site: Site, after: Ledger, files: Collection[str]) -> dict[BlockIdentity, str]:
    """Return the versions of the placed blocks that a release has files of."""
    wanted = {placed(placement) for placement in site.placements}
    there = (identity for identity in wanted if identity.path in files)
    return {identity: after.block_versions(*identity)[-1].v for identity in there}


def settle(ready: Proposal) -> tuple[int, str]:
    """Show a proposal, ask, and send it; give the exit code and what came of it, in a word for programs."""
    order, voice = ready.order, ready.order.voice
    voice.say("destination", name=ready.destination.name, address=order.site.base)
    if not ready.found and not order.resumes:
        voice.say("nothing")
        return 0, "nothing"
    if order.format != "json":
        show(ready)
    if order.expects not in ("", ready.state):
        voice.say("changed-since")
        return 1, "changed"
    if order.trial:
        voice.say("trial")
        return 0, "trial"
    if not order.asks():
        voice.say("declined")
        return 1, "declined"
    send(ready)
    return 0, "published"


def show(ready: Proposal) -> None:
    """Write the receipt."""
    print(as_text(ready.receipt, ready.order.language), end="", file=ready.order.voice.stream, flush=True)


def send(ready: Proposal) -> None:
    """Send the tree, remember it, and say where it is."""
    order = ready.order
    sent = ready.destination.send(Sending(ready.tree, ready.receipt.release, as_line(as_data(ready.receipt))))
    remember(ready.tree / LEDGER_PATH, order.cache)
    order.voice.say("published", state=sent.state, address=order.site.base, number=ready.receipt.release.number)
    if ready.receipt.release.is_held:
        order.voice.say("rollback-held")
    if not sent.is_receipt_kept:
        order.voice.say("receipt-not-kept", name=ready.destination.name)
