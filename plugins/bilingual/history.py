"""What git remembers of a source: the text that was checked, and when it was changed after that.

Only the board asks; a build never does. Without git, without a history, or when git takes too long, nothing is known.
"""

import subprocess
from pathlib import Path
from typing import NamedTuple

from plugins.authoring.version_reading import parse_source
from plugins.bilingual.passages import Passage, State, passages, state

PATIENCE = 5.0
"""Seconds for one question."""

REVISIONS = 200
"""How far back is looked."""


class Past(NamedTuple):
    """A version as it was checked, and the date (ISO 8601) of the change that followed; empty when not committed."""

    passages: tuple[Passage, ...]
    changed: str


class _Revision(NamedTuple):
    commit: str
    date: str
    path: str


class History:
    """The history of a content folder."""

    def __init__(self, content: Path) -> None:
        """Ask nothing yet."""
        self._content = content
        self._gives_answers = True

    def past(self, source: str, wanted: State) -> Past | None:
        """Find the newest revision of a source that had a state; None when no history has it."""
        newer = ""
        revisions = self._revisions(source)
        for revision, data in zip(revisions, self._texts(revisions), strict=False):
            read = parse_source(source, data)
            if read is not None and state(read[0]) == wanted:
                return Past(passages(*read), newer)
            newer = revision.date
        return None

    def _revisions(self, source: str) -> list[_Revision]:
        """List the commits that changed a source, newest first, with its path then, from the root of the repository."""
        asked = [
            "log",
            "--follow",
            f"--max-count={REVISIONS}",
            "--format=%x00%H %cs",
            "--name-only",
            "-z",
            "--",
            source,
        ]
        found = []
        for entry in self._ask(asked).decode("utf-8", "replace").split("\0\0"):
            head, _, path = entry.strip("\0\n").partition("\0")
            commit, _, date = head.partition(" ")
            if path and "\n" not in path.strip("\0\n"):
                found.append(_Revision(commit, date, path.strip("\0\n")))
        return found

    def _texts(self, revisions: list[_Revision]) -> list[bytes]:
        """Return the bytes of every revision, in one question."""
        names = "".join(f"{revision.commit}:{revision.path}\n" for revision in revisions)
        answer = self._ask(["cat-file", "--batch"], names.encode()) if names else b""
        texts = []
        while answer:
            head, _, rest = answer.partition(b"\n")
            if head.endswith(b" missing"):
                texts.append(b"")
                answer = rest
            else:
                size = int(head.rpartition(b" ")[2])
                texts.append(rest[:size])
                answer = rest[size + 1 :]
        return texts

    def _ask(self, arguments: list[str], words: bytes = b"") -> bytes:
        if not self._gives_answers:
            return b""
        command = ["git", "-C", str(self._content), "-c", "core.quotepath=off", *arguments]
        try:
            answer = subprocess.run(command, input=words, capture_output=True, timeout=PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired):
            self._gives_answers = False  # The next question would wait as long again.
            return b""
        return answer.stdout if answer.returncode == 0 else b""
