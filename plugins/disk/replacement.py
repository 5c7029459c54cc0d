"""Putting a file in place of another in one step, on every system."""

import os
import time
from pathlib import Path

PATIENCE = 2.0
"""Seconds to wait for whoever has the old file open."""
_PAUSE = 0.02


def put(fresh: str | Path, place: str | Path, patience: float = PATIENCE) -> None:
    """Rename a file to the name of another, which it replaces.

    Windows refuses that while somebody has the old file open: a browser that is being served, a virus scanner, an
    indexer. Most are done within milliseconds, so it is tried again for a while; raises PermissionError after that.
    """
    until = time.monotonic() + (patience if os.name == "nt" else 0.0)
    while True:
        try:
            os.replace(fresh, place)
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)
        else:
            return
