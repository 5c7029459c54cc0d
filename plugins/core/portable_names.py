"""Names of files that every system can hold: content is shared by git, and a site may be built anywhere.

Windows is the narrowest: Microsoft, "Naming Files, Paths, and Namespaces".
"""

import re
from functools import lru_cache

from plugins.core.content_paths import composed

_REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]|[ .]$')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)


@lru_cache(maxsize=4096)  # most paths have their folders in common
def is_portable(name: str) -> bool:
    """Return whether Windows can hold a file or folder of this name: `CON.txt`, `a:b` and `a.` it cannot."""
    return not _REFUSED.search(name) and not _DEVICE.fullmatch(name.partition(".")[0].rstrip(" "))


def unportable_part(path: str) -> str | None:
    """Return the first part of a path with `/` that Windows cannot hold."""
    return next((part for part in path.split("/") if not is_portable(part)), None)


def folded(path: str) -> str:
    """Return what two paths have in common that are one on a system which knows no case (Windows, macOS)."""
    return composed(composed(path).casefold())
