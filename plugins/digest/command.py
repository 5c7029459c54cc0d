"""The command `digest`: prints the plain text, or writes text and HTML into a folder."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from plugins.console.texts import messages
from plugins.core.index import SiteIndex
from plugins.digest.selection import Digest, digest
from plugins.digest.writing import as_data, as_html, as_text

MISUSED = 2

_messages = partial(messages, Path(__file__).parent)


def write_digest(index: SiteIndex, since: str | None, language: str, format: str, folders: Sequence[str]) -> int:
    """Write a digest in a language of the site; give the exit code: 2 when it was not asked for rightly."""
    words = _messages(language)
    if since is None:
        return _misused(words["no-since"])
    if len(folders) > 1:
        return _misused(words["one-folder"])
    if language not in index.site.languages:
        return _misused(words["not-of-site"].format(language=language, languages=", ".join(index.site.languages)))
    if not index.site.base_url:
        sys.stderr.write(words["undecided"] + "\n")
    contents = digest(index, date.fromisoformat(since), language)
    if format == "json":
        sys.stdout.write(json.dumps(as_data(contents), ensure_ascii=False, indent=2) + "\n")
    elif not folders:
        sys.stdout.write(as_text(contents))
    else:
        return _written(contents, Path(folders[0], f"digest-{since}.{language}"))
    return 0


def _written(contents: Digest, place: Path) -> int:
    """Write both files, whose names begin as `place` says."""
    words, files = _messages(contents.language), {".txt": as_text(contents), ".html": as_html(contents)}
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        for suffix, text in files.items():
            place.with_name(place.name + suffix).write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        return _misused(words["not-a-folder"].format(folder=place.parent))
    sys.stdout.write(words["written"].format(text=f"{place}.txt", html=f"{place}.html") + "\n")
    return 0


def _misused(text: str) -> int:
    sys.stderr.write(text + "\n")
    return MISUSED
