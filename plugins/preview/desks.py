"""The desks that rooms put into the preview: read afresh for every request, one at a time, never beside a build."""

import threading
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from plugins.core.contributions import IntakeDesk
from plugins.engine import command

if TYPE_CHECKING:
    from plugins.core.contributions import Desk
    from plugins.core.index import SiteIndex
    from plugins.engine.command import Options
    from plugins.preview.uploads import Upload

FOLDER = "/.kaiku/"
"""Desks stand at `/.kaiku/NAME`, where no page of a site can stand."""


class Desks:
    """The desks of a preview; `busy` is held by whoever reads or builds."""

    def __init__(self, options: "Options", busy: threading.Lock) -> None:
        """Look at nothing yet."""
        self._options = options
        self._busy = busy

    def page(self, address: str) -> bytes | None:
        """Write the page of a desk; None when there is no such desk or the content has errors."""
        with self._busy:
            found = self._found(address)
            return found and found[0].page(found[1], address, self._options.language)

    def act(self, address: str, form: Mapping[str, str]) -> bool:
        """Do what a form asks for; tell whether there was anyone to do it."""
        with self._busy:
            found = self._found(address)
            if found is not None:
                found[0].act(found[1], form)
            return found is not None

    def take(self, address: str, upload: "Upload") -> bool:
        """Hand an uploaded file to a desk; tell whether there was one that takes files in."""
        with self._busy:
            found = self._found(address)
            if found is None or not isinstance(found[0], IntakeDesk):
                return False
            found[0].take(found[1], upload.name, upload.data, upload.form)
            return True

    def _found(self, address: str) -> "tuple[Desk, SiteIndex] | None":
        run = command.read(self._options)
        if run is None or run.index is None:
            return None
        opened = run.pipeline.desks.get(address.removeprefix(FOLDER))
        build = partial(command.release, replace(self._options, format="json"))
        return None if opened is None else (opened(run.pipeline, build), run.index)
