"""Pictures and attachments that no text uses."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.index import SiteIndex
from plugins.quality.rules.attachments import attached
from plugins.quality.rules.pictures import pictured

FOLDERS = ("images/", "files/")


def unused_files(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find files under `images/` and `files/` that no version of any status uses (FIL001).

    While a source has faults nothing is said: nobody knows what that one uses.
    """
    if index.unread:
        return
    used = {path for version in index.by_source.values() for path, _ in (*attached(version), *pictured(version))}
    for path in index.files:
        if path.startswith(FOLDERS) and path not in used:
            yield diagnostic("FIL001", Place(path), path=path)
