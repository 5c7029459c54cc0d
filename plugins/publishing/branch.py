"""A branch of a remote repository as a destination: ghp-import makes the commit, its history is kept.

The user's own branches are never touched. The commit is made on a scratch branch that begins where the remote's
branch is now, so that nothing that somebody else has published meanwhile is lost: the remote then refuses it.
"""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plugins.core.site import PublishSettings
from plugins.publishing.destination import MISUSED, PublishingError, Standing, files_of, is_foreign
from plugins.publishing.git import LOCAL_SECONDS, NETWORK_SECONDS, PUSH_SECONDS, GitError, Repository, run

SCRATCH = "kaiku-publishing"
PUBLISHED = "refs/kaiku/published"
"""Where the remote's branch is kept as last seen."""

PATIENCE = 5.0
"""Seconds for a question of somebody who only looks."""

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

    @property
    def name(self) -> str:
        """The remote and the branch."""
        return f"{self._settings.remote}/{self._settings.branch}"

    def standing(self) -> Standing:
        """Fetch the branch."""
        self._check_settings()
        self._commit = self._remote_commit()
        if not self._commit:
            return Standing()
        spec = f"+refs/heads/{self._settings.branch}:{PUBLISHED}"
        with self._failing_as("no-fetch"):
            self._repository.read("fetch", "--no-tags", "--", self._settings.remote, spec, seconds=NETWORK_SECONDS)
            self._commit = self._repository.line("rev-parse", PUBLISHED)
        files = self._files_at(self._commit)
        if is_foreign(files, HARMLESS):
            raise PublishingError("foreign-branch", MISUSED, name=self.name)
        if "ledger.json" not in files:
            return Standing(files)
        return Standing(files, self._repository.read("cat-file", "blob", f"{self._commit}:ledger.json"))

    def last_seen(self) -> bytes | None:
        """Give the ledger of the branch as this machine saw it last, without asking the remote; None if it never did.

        Whoever fetches or pushes moves the first of the two places; the second is publishing's own.
        """
        for place in (f"refs/remotes/{self._settings.remote}/{self._settings.branch}", PUBLISHED):
            try:
                return self._repository.read("cat-file", "blob", f"{place}:ledger.json", seconds=PATIENCE)
            except GitError:
                continue
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

    def _remote_commit(self) -> str:
        reference = f"refs/heads/{self._settings.branch}"
        with self._failing_as("no-remote"):
            found = self._repository.line("ls-remote", "--", self._settings.remote, reference, seconds=NETWORK_SECONDS)
        lines = (line.split() for line in found.splitlines())
        return next((commit for commit, name in lines if name == reference), "")

    def _files_at(self, commit: str) -> dict[str, str]:
        listing = self._repository.read("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "surrogateescape")
        entries = (entry.split("\t", 1) for entry in listing.split("\0") if entry)
        return {path: facts.split()[2] for facts, path in entries}

    def files(self, site: Path) -> Mapping[str, str]:
        """Give the site's files, and those that make a web host of it."""
        name = self._repository.line("rev-parse", "--show-object-format")
        files = {path: _blob(file.read_bytes(), name) for path, file in files_of(site)}
        files[".nojekyll"] = _blob(b"", name)
        if self._settings.cname:
            files["CNAME"] = _blob(self._settings.cname.encode(), name)
        return files

    def send(self, site: Path, message: str) -> str:
        """Commit the site upon what was fetched, push it, and look whether it is there; say which commit."""
        try:
            commit = self._committed(site, message)
            self._push(commit)
        finally:
            self._repository.knows("update-ref", "-d", f"refs/heads/{SCRATCH}")
        if self._remote_commit() != commit:
            raise PublishingError("not-there", name=self.name)
        self._repository.knows("update-ref", PUBLISHED, commit)
        return f"{self.name} ({commit[:7]})"

    def _committed(self, site: Path, message: str) -> str:
        scratch = f"refs/heads/{SCRATCH}"
        with self._failing_as("no-commit"):
            if self._commit:
                self._repository.read("update-ref", scratch, self._commit)
            else:
                self._repository.knows("update-ref", "-d", scratch)
            self._import(site, message)
            commit = self._repository.line("rev-parse", "--verify", scratch)
        if self._files_at(commit) != self.files(site):
            raise PublishingError("no-commit", said="")
        return commit

    def _import(self, site: Path, message: str) -> None:
        """Let ghp-import make the commit: in a process of its own, as it works in the current folder."""
        options = ["--no-jekyll", f"--branch={SCRATCH}", f"--message={message}"]
        if self._settings.cname:
            options.append(f"--cname={self._settings.cname}")
        command = [sys.executable, "-P", "-m", "ghp_import", *options, str(site)]
        code, _, said = run(command, self._repository.folder, LOCAL_SECONDS, self._committer())
        if code:
            raise GitError("failed", said)

    def _committer(self) -> dict[str, str]:
        """Name a committer where git knows none: ghp-import would leave the name empty."""
        if self._repository.knows("var", "GIT_COMMITTER_IDENT") and self._repository.knows("config", "user.email"):
            return {}
        return {"GIT_COMMITTER_NAME": "Kaiku", "GIT_COMMITTER_EMAIL": "kaiku@localhost"}

    def _push(self, commit: str) -> None:
        target = f"{commit}:refs/heads/{self._settings.branch}"
        try:
            self._repository.read("push", "--porcelain", "--", self._settings.remote, target, seconds=PUSH_SECONDS)
        except GitError as error:
            said = f"{error.said}\n{error.out}"
            if error.reason == "slow":
                key = "slow"
            elif "[remote rejected]" in said:
                key = "refused"
            else:
                key = "overtaken" if "[rejected]" in said else "no-push"
            raise PublishingError(key, name=self.name, said=_indented(error.said)) from error

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


def _blob(data: bytes, algorithm: str) -> str:
    """Give the name that git has for a file's bytes."""
    return hashlib.new(algorithm, b"blob %d\0" % len(data) + data).hexdigest()


def _indented(said: str) -> str:
    return "".join(f"\n    {line}" for line in said.splitlines()[-8:])
