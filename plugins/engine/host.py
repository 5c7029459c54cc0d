"""Pelican itself, with the one thing that it forgives and we do not: a plugin that does not load."""

import logging
from typing import Any

from pelican import Pelican

from plugins.core.diagnostics import Place, diagnostic
from plugins.engine.stop import PluginFaults


class KaikuPelican(Pelican):  # type: ignore[misc]
    """A Pelican that stops when one of the rooms could not be registered, instead of building without it."""

    def init_plugins(self) -> None:
        """Register the plugins; raises PluginFaults with everything that went wrong."""
        heard = _Heard()
        logger = logging.getLogger("pelican")
        logger.addHandler(heard)
        try:
            super().init_plugins()
        finally:
            logger.removeHandler(heard)
        registered: list[Any] = self.settings["PLUGINS"]
        missing = [room for room in self.settings["ROOMS"] if room not in registered]
        if missing:
            problem = " ".join(heard.messages) or "-"
            raise PluginFaults(
                [diagnostic("PLG001", Place("pelicanconf.py"), plugin=room, problem=problem) for room in missing]
            )


class _Heard(logging.Handler):
    """Keeps what Pelican says of plugins that fail: it says why nowhere else."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.exc_info and record.exc_info[1]:
            text += f": {record.exc_info[1]}"
        self.messages.append(" ".join(text.split()))
