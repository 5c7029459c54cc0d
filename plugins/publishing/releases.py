"""What is remembered of a release: its number, its moment, and whether it holds back those that follow."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, astuple

_TRAILER = re.compile(r"^Kaiku-([A-Z][a-z]+): (.+)$", re.MULTILINE)


class PageCounts(Struct, frozen=True):
    """How many pages a release made new, changed, moved and took away, as its receipt says."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    gone: int = 0


class Release(Struct, frozen=True):
    """A release. Numbers count from 1 at each destination; a destination may have forgotten the oldest ones."""

    number: int
    moment: str
    """For which it was built, ISO 8601 with offset."""
    subject: str
    """What it changed, in a line, in the language of whoever published it."""
    pages: PageCounts = PageCounts()
    restores: int = 0
    """The number of the release that it brought back; 0 when it was published from the content."""
    is_held: bool = False
    """Whether nothing is published after it until somebody lifts the hold."""
    name: str = ""
    """What the place itself calls it: a commit, say."""

    @property
    def at(self) -> datetime:
        """The moment, aware."""
        return datetime.fromisoformat(self.moment)


def message_of(release: Release) -> str:
    """Write a release as the message of a commit: the subject, and trailers in the form that git knows."""
    pages = " ".join(map(str, astuple(release.pages)))
    trailers = {"Release": str(release.number), "Moment": release.moment, "Pages": pages}
    if release.restores:
        trailers["Restores"] = str(release.restores)
    if release.is_held:
        trailers["Hold"] = "yes"
    return f"{release.subject}\n\n" + "".join(f"Kaiku-{key}: {text}\n" for key, text in trailers.items())


def release_in(message: str, name: str) -> Release | None:
    """Read a release back from the message of a commit; None when it is nobody's of ours."""
    found = dict(_TRAILER.findall(message))
    try:
        number, moment = int(found["Release"]), datetime.fromisoformat(found["Moment"])
        restores = int(found.get("Restores", "0"))
        pages = PageCounts(*map(int, found.get("Pages", "").split()))
    except (KeyError, ValueError, TypeError):
        return None
    if moment.tzinfo is None or number < 1:
        return None
    subject = message.partition("\n")[0]
    return Release(number, found["Moment"], subject, pages, restores, found.get("Hold") == "yes", name)


def as_data(release: Release) -> dict[str, Any]:
    """Return a release for JSON."""
    return {
        "number": release.number,
        "moment": release.moment,
        "subject": release.subject,
        "pages": asdict(release.pages),
        "restores": release.restores or None,
        "held": release.is_held,
        "name": release.name or None,
    }


def from_data(data: Mapping[str, Any]) -> Release:
    """Read a release back from JSON; raises ValueError, KeyError or TypeError when it is none."""
    pages = PageCounts(**{key: int(count) for key, count in data["pages"].items()})
    fields = (int(data["number"]), str(data["moment"]), str(data["subject"]), pages)
    release = Release(*fields, int(data["restores"] or 0), bool(data["held"]))
    if release.at.tzinfo is None:
        raise ValueError(release.moment)
    return release


def as_line(data: Mapping[str, Any]) -> bytes:
    """Write JSON as the same bytes every time."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
