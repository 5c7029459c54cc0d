"""No name of a file holds an identity code: names become addresses and ids, which are remembered for ever."""

import re
from collections.abc import Iterable
from posixpath import basename

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.index import SiteIndex
from plugins.quality.privacy.identity_codes import identity_codes

_SIX_DIGITS = re.compile("[0-9]{6}")


def personal_data_in_names(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find identity codes in the names of sources, pictures and attachments (PRV001)."""
    for path in (*index.by_source, *index.files):
        if _SIX_DIGITS.search(path) and any(identity_codes(basename(path))):
            yield diagnostic("PRV001", Place(path), where="name")
