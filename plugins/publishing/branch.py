"""A branch of a remote repository as a destination: ghp-import makes the commit, its history is kept.

The user's own branches are never touched. The commit is made on a scratch branch that begins where the remote's
branch is now, so that nothing that somebody else has published meanwhile is lost: the remote then refuses it.
Who publishes has refs of its own names, so that a lock that a killed git has left behind stops nobody; who only looks
has none, so that both can be done at once.
"""

import hashlib
import os
import secrets
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from plugins.core.site import PublishSettings
from plugins.publishing.branch_history import LEDGER, BranchHistory
from plugins.publishing.destination import MISUSED, PublishedState, PublishingError, Sending, Sent, is_foreign
from plugins.publishing.git import LOCAL_SECONDS, NETWORK_SECONDS, PUSH_SECONDS, GitError, Repository, run
from plugins.publishing.releases import Release, message_of
from plugins.publishing.site_tree import files_of

SCRATCH = "kaiku-publishing"
PUBLISHED = "refs/kaiku/published"
"""Where the remote's branch is kept as last seen."""
NOTES = "refs/notes/kaiku"
"""Where the remote keeps the receipts, as notes of the commits."""

PATIENCE = 5.0
"""Seconds for a question of somebody who only looks."""

LONGEST_LOCK = 600.0
"""Seconds after which no git that lives holds a lock of refs: it does so for moments."""

HARMLESS = frozenset({".nojekyll", "CNAME", "LICENSE", "README.md"})
"""Files that a branch may begin with: whoever makes one by hand needs a first file."""


class Branch:
    """A branch of a remote; `folder` lies in a repository that knows the remote."""

    def __init__(self, folder: Path, settings: PublishSettings) -> None:
        """Look at nothing yet."""
        self._repository = Repository(folder)
        self._settings = settings
        self._commit = ""
        """Where the remote's branch is; empty when it is not there."""
        self._notes = ""
        """Where the remote's receipts are; empty when there are none."""

    @property
    def name(self) -> str:
        """The remote and the branch."""
        return f"{self._settings.remote}/{self._settings.branch}"

    @property
    def _history(self) -> BranchHistory:
        return BranchHistory(self._repository, self._commit)

    def standing(self) -> PublishedState:
        """Fetch the branch."""
        self._check_settings()
        there = self._remote_refs()
        self._commit, self._notes = there.get(self._reference, ""), there.get(NOTES, "")
        if not self._commit:
            return PublishedState()
        self._fetch()
        with self._failing_as("no-fetch"):
            history = self._history
            tree, releases = history.tree(), history.releases()
            if is_foreign(tree.files, HARMLESS) and not releases:
                raise PublishingError("foreign-branch", MISUSED, name=self.name)
            last = releases[0] if releases else None
            return PublishedState(tree, releases, tree.read([LEDGER]).get(LEDGER), history.stranger(last))

    def _fetch(self) -> None:
        """Fetch the branch and its receipts."""
        wanted = (self._reference, *([NOTES] if self._notes else []))
        with self._failing_as("no-fetch"):
            self._repository.read("fetch", "--no-tags", "--", self._settings.remote, *wanted, seconds=NETWORK_SECONDS)
        self._repository.knows("update-ref", PUBLISHED, self._commit)

    def last_seen(self) -> bytes | None:
        """Return the ledger of the branch as this machine saw it last, without asking the remote; None if it never did.

        Whoever fetches or pushes moves the first of the two places; the second is publishing's own.
        """
        for place in (f"refs/remotes/{self._settings.remote}/{self._settings.branch}", PUBLISHED):
            try:
                return self._repository.read("cat-file", "blob", f"{place}:{LEDGER}", seconds=PATIENCE)
            except GitError:
                continue
        return None

    def ledgers(self, releases: tuple[Release, ...]) -> Iterator[tuple[Release, bytes]]:
        """Yield the ledgers of releases, one after another."""
        with self._failing_as("no-fetch"):
            yield from self._history.ledgers(releases)

    def restored(self, release: Release, folder: Path) -> None:
        """Write the tree of a release into an empty folder."""
        with self._failing_as("no-fetch"):
            self._history.restored(release, folder)

    def receipt(self, release: Release) -> bytes | None:
        """Return the receipt that was kept of a release.

        A note is a file named by its commit, its name cut by slashes (git-notes(1)).
        """
        try:
            entries = self._repository.line("ls-tree", "-r", self._notes).splitlines() if self._notes else []
            named = (entry.partition("\t") for entry in entries)
            blobs = [entry.split()[2] for entry, _, name in named if name.replace("/", "") == release.name]
            return self._repository.read("cat-file", "blob", blobs[0]) if blobs else None
        except GitError:
            return None

    def _check_settings(self) -> None:
        repository, branch, remote = self._repository, self._settings.branch, self._settings.remote
        with self._failing_as("no-repository", MISUSED):
            repository.read("rev-parse", "--git-dir")
        if not repository.knows("check-ref-format", "--branch", branch):
            raise PublishingError("bad-branch", MISUSED, branch=branch)
        if not any(mark in remote for mark in ":/") and not repository.knows("remote", "get-url", "--", remote):
            raise PublishingError("unknown-remote", MISUSED, remote=remote)
        if repository.knows("symbolic-ref", "--quiet", "HEAD"):
            head = repository.line("symbolic-ref", "HEAD")
            if head == f"refs/heads/{branch}":
                raise PublishingError("own-branch", MISUSED, branch=branch)

    @property
    def _reference(self) -> str:
        return f"refs/heads/{self._settings.branch}"

    def _remote_refs(self) -> dict[str, str]:
        """Ask the remote where its branch and its receipts are; what it does not have is left out."""
        asked = ("--", self._settings.remote, self._reference, NOTES)
        with self._failing_as("no-remote"):
            found = self._repository.line("ls-remote", *asked, seconds=NETWORK_SECONDS)
        return {name: commit for commit, name in (line.split() for line in found.splitlines())}

    def files(self, site: Path) -> Mapping[str, str]:
        """Return the site's files, and those that make a web host of it."""
        name = self._repository.line("rev-parse", "--show-object-format")
        files = {path: _blob(file.read_bytes(), name) for path, file in files_of(site)}
        files[".nojekyll"] = _blob(b"", name)
        if self._settings.cname:
            files["CNAME"] = _blob(self._settings.cname.encode(), name)
        return files

    def send(self, sending: Sending) -> Sent:
        """Commit the site upon what was fetched, push it, and look whether it is there; say which commit."""
        self._clear_up()
        token = secrets.token_hex(4)
        try:
            commit = self._committed(sending, f"{SCRATCH}-{token}")
            self._push(commit)
            if self._remote_refs().get(self._reference) != commit:
                raise PublishingError("not-there", name=self.name)
            is_kept = self._keep_receipt(commit, sending.receipt, f"refs/notes/kaiku-{token}")
        finally:
            self._repository.knows("update-ref", "-d", f"refs/heads/{SCRATCH}-{token}")
            self._repository.knows("update-ref", "-d", f"refs/notes/kaiku-{token}")
        self._repository.knows("update-ref", PUBLISHED, commit)
        return Sent(f"{self.name} ({commit[:7]})", is_kept)

    def _clear_up(self) -> None:
        """Remove the refs of publishers that were killed, and the locks of refs that a killed git holds for ever."""
        with suppress(GitError):
            common = self._repository.folder / self._repository.line("rev-parse", "--git-common-dir")
            locks = [
                common / "packed-refs.lock",
                *(common / "refs").glob("*/kaiku*.lock"),
                *(common / "refs/kaiku").glob("*.lock"),
            ]
            for lock in locks:
                with suppress(OSError):  # gone meanwhile, or not ours to remove
                    if _age(lock) > LONGEST_LOCK:
                        lock.unlink()
            patterns = (f"refs/heads/{SCRATCH}-*", "refs/notes/kaiku-*")
            for name in self._repository.line("for-each-ref", "--format=%(refname)", *patterns).splitlines():
                self._repository.knows("update-ref", "-d", name)

    def _committed(self, sending: Sending, scratch: str) -> str:
        reference = f"refs/heads/{scratch}"
        with self._failing_as("no-commit"):
            if self._commit:
                self._repository.read("update-ref", reference, self._commit)
            self._import(sending, scratch)
            commit = self._repository.line("rev-parse", "--verify", reference)
            if BranchHistory(self._repository, commit).tree().files != self.files(sending.site):
                raise PublishingError("no-commit", said="")
            return commit

    def _import(self, sending: Sending, scratch: str) -> None:
        """Let ghp-import make the commit: in a process of its own, as it works in the current folder."""
        options = ["--no-jekyll", f"--branch={scratch}", f"--message={message_of(sending.release)}"]
        if self._settings.cname:
            options.append(f"--cname={self._settings.cname}")
        command = [sys.executable, "-P", "-m", "ghp_import", *options, str(sending.site)]
        code, _, errors = run(command, self._repository.folder, LOCAL_SECONDS, self._committer)
        if code:
            raise GitError("failed", errors)

    @cached_property
    def _committer(self) -> dict[str, str]:
        """Name a committer where git knows none: ghp-import would leave the name empty."""
        if self._repository.knows("var", "GIT_COMMITTER_IDENT") and self._repository.knows("config", "user.email"):
            return {}
        return {
            f"GIT_{role}_{part}": text
            for role in ("AUTHOR", "COMMITTER")
            for part, text in (("NAME", "Kaiku"), ("EMAIL", "kaiku@localhost"))
        }

    def _push(self, commit: str) -> None:
        target = f"{commit}:{self._reference}"
        try:
            self._repository.read("push", "--porcelain", "--", self._settings.remote, target, seconds=PUSH_SECONDS)
        except GitError as error:
            report = f"{error.said}\n{error.out}"
            if error.reason == "slow":
                key = "slow"
            elif "[remote rejected]" in report:
                key = "refused"
            else:
                key = "overtaken" if "[rejected]" in report else "no-push"
            raise PublishingError(key, name=self.name, said=_indented(error.said)) from error

    def _keep_receipt(self, commit: str, receipt: bytes, notes: str) -> bool:
        """Keep the receipt as a note; tell whether the remote took it. The release stands whether it does or not."""
        remote, identity = self._settings.remote, self._committer
        try:
            if self._notes:
                self._repository.read("update-ref", notes, self._notes)
            self._repository.read(
                "notes", f"--ref={notes}", "add", "-f", "-F", "-", commit, environment=identity, given=receipt
            )
            self._repository.read("push", "--porcelain", "--", remote, f"{notes}:{NOTES}", seconds=NETWORK_SECONDS)
        except GitError:
            return False
        return True

    @contextmanager
    def _failing_as(self, key: str, code: int = 1) -> Iterator[None]:
        """Turn a failure of git into a message."""
        try:
            yield
        except GitError as error:
            if error.reason == "missing":
                raise PublishingError("no-git", MISUSED) from error
            key = "slow" if error.reason == "slow" else key
            folder = self._repository.folder
            raise PublishingError(key, code, name=self.name, folder=folder, said=_indented(error.said)) from error


def _age(path: Path) -> float:
    """Return the seconds since a file was written, by the clock of the disk where it lies."""
    with tempfile.TemporaryFile(dir=path.parent) as fresh:
        return os.fstat(fresh.fileno()).st_mtime - path.stat().st_mtime


def _blob(data: bytes, algorithm: str) -> str:
    """Return the name that git has for a file's bytes."""
    return hashlib.new(algorithm, b"blob %d\0" % len(data) + data).hexdigest()


def _indented(text: str) -> str:
    return "".join(f"\n    {line}" for line in text.splitlines()[-8:])
