"""The last release as far as this machine knows it: a preview compares with it and asks no network.

Known are the ledger that a command names, the branch as git saw it last or the folder that site.yaml names, and what
this machine itself published last.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.core.contributions import Folders, Settings
from plugins.core.index import SiteIndex
from plugins.core.ledger import Ledger
from plugins.publishing.branch import Branch
from plugins.publishing.destination import PublishedState, PublishingError, PublishingTarget
from plugins.publishing.ledger_file import parsed
from plugins.publishing.ledger_output import LEDGER_PATH
from plugins.publishing.order import Order
from plugins.publishing.web_root import named_folder

_REMEMBERED = "released.json"


def last_release(settings: Settings, index: SiteIndex) -> Ledger | None:
    """Return the ledger with the newest date; None when nothing is known."""
    if settings.ledger is not None:
        return index.ledger
    return max(_known(settings.folders, index), key=lambda ledger: ledger.newest, default=None)


def _known(folders: Folders, index: SiteIndex) -> Iterator[Ledger]:
    content, settings = folders.content, index.site.publish
    folder = named_folder(content, settings)
    seen = _read(folder / LEDGER_PATH) if folder else Branch(content, settings).last_seen()
    for data in (_read(folders.cache / _REMEMBERED), seen):
        try:
            if data is not None:
                yield parsed(data)
        except ValueError:
            continue  # A damaged memory is none.


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def remember(ledger: Path, cache: Path) -> None:
    """Keep the ledger of what has just been published; git remembers nothing of what was sent to a folder."""
    shutil.copyfile(ledger, cache / _REMEMBERED)


def base_ledger(order: Order, destination: PublishingTarget, standing: PublishedState, workshop: Path) -> Path | None:
    """Return the file of the ledger to go on from: the one named, else that of the last release; None at first.

    One that somebody has damaged or taken away is fetched from the release itself, or from the newest that has one.
    """
    if order.ledger is not None:
        return order.ledger
    if standing.ledger is None and standing.last is None:
        return None
    file = workshop / "ledger.json"
    if standing.ledger is not None and not standing.stranger and _is_readable(standing.ledger):
        file.write_bytes(standing.ledger)
        return file
    for release, data in destination.ledgers(standing.releases):
        if _is_readable(data):
            if data != standing.ledger:
                order.voice.say("ledger-recovered", name=destination.name, **order.shown(release))
            file.write_bytes(data)
            return file
    if standing.ledger is not None and _is_readable(standing.ledger):
        file.write_bytes(standing.ledger)
        return file
    raise PublishingError("ledger-lost", name=destination.name)


def _is_readable(data: bytes) -> bool:
    try:
        parsed(data)
    except ValueError:
        return False
    return True
