"""What somebody asks of publishing: where, how, and in whose language."""

import sys
from pathlib import Path
from typing import Any

from msgspec import Struct

from plugins.core.index import SiteIndex
from plugins.core.site import Site
from plugins.publishing.announcements import Voice, release_told
from plugins.publishing.branch import Branch
from plugins.publishing.destination import PublishingTarget
from plugins.publishing.receipt_text import moment_shown
from plugins.publishing.releases import Release
from plugins.publishing.web_root import WebRoot, named_folder

YES = frozenset({"j", "ja", "joo", "k", "kyllä", "y", "yes"})


class Order(Struct, frozen=True):
    """What is to be published and how."""

    index: SiteIndex
    """The content as it is now, at the moment of the release."""
    content: Path
    cache: Path
    to: Path | None
    """A folder; None for the one, or the branch, that site.yaml names."""
    ledger: Path | None
    agreed: bool
    """Whether the user has agreed beforehand to whatever will change."""
    trial: bool
    """Whether to stop before anything is sent."""
    language: str
    format: str
    """Of messages, as everywhere: text, json or github."""
    resumes: bool = False
    """Whether a hold is lifted."""
    expects: str = ""
    """The state of the proposal that the user has seen and agreed to; empty for whatever it turns out to be."""

    @property
    def site(self) -> Site:
        """The settings of the site."""
        return self.index.site

    @property
    def voice(self) -> Voice:
        """The voice of this publishing; beside JSON, messages go to the error stream."""
        return Voice(self.language, sys.stderr if self.format == "json" else sys.stdout)

    @property
    def destination(self) -> PublishingTarget:
        """The place where the site goes."""
        folder = self.to or named_folder(self.content, self.site.publish)
        if folder is not None:
            return WebRoot(folder, (self.content, self.cache))
        return Branch(self.content, self.site.publish)

    @property
    def moment(self) -> str:
        """The moment of the release, ISO 8601 with offset."""
        return self.index.now.isoformat(timespec="seconds")

    def shown(self, release: Release) -> dict[str, Any]:
        """Return what messages say of a release."""
        when = moment_shown(release.at, self.language, self.site.zone)
        summary = release_told(self.voice, release)
        return {"number": release.number, "when": when, "told": summary, "restores": release.restores}

    def asks(self) -> bool:
        """Ask whether to go on; whoever has agreed beforehand is not asked."""
        if self.agreed:
            return True
        print(self.voice.text("ask"), end="", file=self.voice.stream, flush=True)
        return sys.stdin.readline().strip().casefold() in YES
