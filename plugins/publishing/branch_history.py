"""The history of a published branch: its releases, their trees, and the receipts that are kept as notes."""

import io
import tarfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from plugins.publishing.git import GitError, Repository
from plugins.publishing.releases import Release, release_in
from plugins.publishing.site_tree import SiteTree

LEDGER = "ledger.json"
_OWN = frozenset({".nojekyll", "CNAME"})
"""Files that the branch adds to a site for its host's sake."""


class BranchHistory:
    """The history that ends in a commit of a repository."""

    def __init__(self, repository: Repository, commit: str) -> None:
        """Look at nothing yet."""
        self._repository = repository
        self._commit = commit

    def releases(self) -> tuple[Release, ...]:
        """List the releases, newest first; commits that somebody else has made are left out."""
        log = self._repository.read("log", "--first-parent", "--format=%H%n%B%x00", self._commit)
        entries = (entry.strip("\n").partition("\n") for entry in log.decode("utf-8", "replace").split("\0"))
        found = (release_in(message, commit) for commit, _, message in entries if commit)
        return tuple(release for release in found if release is not None)

    def stranger(self, last: Release | None) -> str:
        """Name who has committed after the last release, and when; empty when nobody has."""
        if last is None or last.name == self._commit:
            return ""
        return self._repository.line("log", "-1", "--format=%an, %as", self._commit)

    def tree(self) -> SiteTree:
        """Look at the tree of the newest commit."""
        listing = self._repository.read("ls-tree", "-r", "-l", "-z", "--full-tree", self._commit)
        entries = [entry.split("\t", 1) for entry in listing.decode("utf-8", "surrogateescape").split("\0") if entry]
        facts = {path: details.split() for details, path in entries}
        files = {path: columns[2] for path, columns in facts.items()}
        sizes = {path: int(columns[3]) if columns[3].isdecimal() else 0 for path, columns in facts.items()}
        return SiteTree(files, sizes, lambda paths: self._blobs({path: files[path] for path in paths if path in files}))

    def _blobs(self, wanted: Mapping[str, str]) -> Mapping[str, bytes]:
        """Read files by the names of their blobs, with one process for all."""
        names = "".join(f"{blob}\n" for blob in wanted.values()).encode()
        stream = io.BytesIO(self._repository.read("cat-file", "--batch", given=names))
        found = {}
        for path in wanted:
            size = int(stream.readline().split()[2])
            found[path] = stream.read(size)
            stream.read(1)
        return found

    def ledgers(self, releases: Collection[Release]) -> Iterator[tuple[Release, bytes]]:
        """Read the ledgers of releases."""
        for release in releases:
            try:
                yield release, self._repository.read("cat-file", "blob", f"{release.name}:{LEDGER}")
            except GitError as error:
                if error.reason != "failed":
                    raise

    def restored(self, release: Release, folder: Path) -> None:
        """Write the tree of a release into a folder, without what is there for the host's sake."""
        # Named, the repository is asked as a whole: `archive` alone would want the part below the content folder.
        place = {"GIT_DIR": self._repository.line("rev-parse", "--absolute-git-dir")}
        archive = io.BytesIO(self._repository.read("archive", "--format=tar", release.name, environment=place))
        with tarfile.open(fileobj=archive) as files:
            wanted = [member for member in files.getmembers() if member.name not in _OWN]
            files.extractall(folder, wanted, filter="data")
