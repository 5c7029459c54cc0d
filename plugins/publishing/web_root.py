"""A folder that a web server sends as a destination: swapped as a whole, and until then the old site stands.

The new tree is made beside the folder, on the same file system, and then takes its name in one step. The folder may
be a symbolic link: what it points at is swapped, the link stays. Earlier releases are kept beside it too.
"""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from plugins.core.output_tree import companion
from plugins.core.site import PublishSettings
from plugins.publishing.destination import MISUSED, PublishedState, PublishingError, Sending, Sent, is_foreign
from plugins.publishing.exchange import exchange
from plugins.publishing.release_store import ReleaseRecord, ReleaseStore, digest_of
from plugins.publishing.releases import Release
from plugins.publishing.site_tree import files_of, tree_in


def named_folder(content: Path, settings: PublishSettings) -> Path | None:
    """Return the folder that site.yaml names, as seen from the content; None where the site goes to a branch."""
    return Path(os.path.normpath(content / settings.folder)) if settings.folder else None


class WebRoot:
    """A plain folder; `guarded` are folders that must neither be swapped nor lie in what is."""

    def __init__(self, folder: Path, guarded: tuple[Path, ...]) -> None:
        """Look at nothing yet."""
        self._shown = folder
        self._folder = folder.resolve()
        self._beside = self._folder.with_name(f".{self._folder.name}.kaiku-release")
        self._guarded = tuple(path.resolve() for path in guarded)
        self._store = ReleaseStore(self._beside)
        self._standing: Mapping[str, str] = {}

    @property
    def name(self) -> str:
        """The folder as the user wrote it."""
        return str(self._shown)

    def standing(self) -> PublishedState:
        """Look at the folder; one that is no published site, or that another task looks after, is refused."""
        self._refuse_unfit()
        if self._beside.exists():
            with self._alone():
                self._mend()
        records = list(self._store.records())
        releases = tuple(record.release for record in records)
        if not self._folder.exists():
            return PublishedState(releases=releases)
        files = self._files()
        if is_foreign(files, frozenset()) and not records:
            raise PublishingError("foreign-root", MISUSED, name=self.name)
        self._standing = files
        tree = tree_in(self._folder, files)
        return PublishedState(tree, releases, tree.read(["ledger.json"]).get("ledger.json"), _stranger(records, files))

    def ledgers(self, releases: tuple[Release, ...]) -> Iterator[tuple[Release, bytes]]:
        """Read the ledgers of releases that are kept."""
        for release in releases:
            record = self._store.record(release.number)
            data = self._store.bytes_of(record.files.get("ledger.json", "")) if record else None
            if data is not None:
                yield release, data

    def restored(self, release: Release, folder: Path) -> None:
        """Write the tree of a release into an empty folder; raises PublishingError when some of it is lost."""
        record = self._store.record(release.number)
        for path, digest in (record.files if record else {}).items():
            data = self._store.bytes_of(digest)
            if data is None:
                raise PublishingError("damaged-release", number=release.number, folder=self._beside)
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)

    def receipt(self, release: Release) -> bytes | None:
        """Return the receipt of a release."""
        record = self._store.record(release.number)
        return record.receipt if record else None

    def _refuse_unfit(self) -> None:
        folder = self._folder
        if not folder.parent.is_dir():
            raise PublishingError("no-parent", MISUSED, name=self.name, folder=folder.parent)
        if folder.exists() and not folder.is_dir():
            raise PublishingError("no-folder", MISUSED, name=self.name)
        for guarded in self._guarded:
            if folder.is_relative_to(guarded) or guarded.is_relative_to(folder):
                raise PublishingError("guarded-root", MISUSED, name=self.name, folder=guarded)
        # Builds and previews keep their records beside their folders: such a folder may hold drafts.
        if companion(folder).exists():
            raise PublishingError("build-root", MISUSED, name=self.name)

    def _mend(self) -> None:
        """Clear up after a swap that was cut off; one in two steps may have left no site between them."""
        old, new = self._beside / "old", self._beside / "new"
        if old.exists() and not self._folder.exists():
            os.rename(old, self._folder)
        for leftover in (old, new):
            shutil.rmtree(leftover, ignore_errors=True)
        self._store.settle(self._files())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let nobody else change the folder meanwhile, and turn what the file system says into a message."""
        try:
            self._beside.mkdir(mode=0o700, exist_ok=True)
            with FileLock(self._beside / "lock", timeout=0):
                yield
        except Timeout:
            raise PublishingError("busy") from None
        except OSError as error:
            raise PublishingError("no-writing", name=self.name, said=error) from error

    def files(self, site: Path) -> Mapping[str, str]:
        """Return a tree's files."""
        return {path: digest_of(file.read_bytes()) for path, file in files_of(site)}

    def _files(self) -> Mapping[str, str]:
        """Return the files of the folder. What begins with a dot in its root is the server's own, or a release's."""
        known = self._store.hidden()
        files = ((path, file) for path, file in files_of(self._folder) if not path.startswith(".") or path in known)
        return {path: digest_of(file.read_bytes()) for path, file in files if file.is_file()}

    def send(self, sending: Sending) -> Sent:
        """Make the new tree beside the folder and swap the two."""
        with self._alone():
            self._mend()
            if self._files() != self._standing:
                raise PublishingError("overtaken", name=self.name)
            record = ReleaseRecord(sending.release, self.files(sending.site), sending.receipt)
            self._swap(sending.site, record)
        return Sent(self.name)

    def _swap(self, site: Path, record: ReleaseRecord) -> None:
        new, old = self._beside / "new", self._beside / "old"
        self._make(site, new)
        self._store.prepare(record, site)
        if not self._folder.exists():
            os.rename(new, self._folder)
        elif not exchange(new, self._folder):
            os.rename(self._folder, old)
            os.rename(new, self._folder)
        with suppress(OSError):  # the site is there; what could not be cleared up now is cleared up next time
            self._mend()

    def _make(self, site: Path, new: Path) -> None:
        """Copy the site; a file that has not changed keeps its time, by which browsers know it."""
        new.mkdir()
        for path, digest in self.files(site).items():
            target = new / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if self._standing.get(path) == digest:
                shutil.copy2(self._folder / path, target)
            else:
                _write(target, (site / path).read_bytes())
        if self._folder.exists():
            shutil.copymode(self._folder, new)
            self._keep_servers_own(new)

    def _keep_servers_own(self, new: Path) -> None:
        known = self._store.hidden()
        for entry in self._folder.iterdir():
            if entry.name.startswith("."):
                is_folder = entry.is_dir() and not entry.is_symlink()
                for path, file in list(files_of(entry)) if is_folder else [("", entry)]:
                    name = f"{entry.name}/{path}" if is_folder else entry.name
                    if name not in known and not os.path.lexists(new / name):
                        (new / name).parent.mkdir(parents=True, exist_ok=True)
                        shutil.copy2(file, new / name, follow_symlinks=False)


def _stranger(records: Sequence[ReleaseRecord], files: Mapping[str, str]) -> str:
    """Name some of the files that are not what the last release has put there."""
    if not records:
        return ""
    last = records[0].files
    return ", ".join(sorted(path for path in last.keys() | files.keys() if last.get(path) != files.get(path))[:3])


def _write(target: Path, data: bytes) -> None:
    """Write a file so that a power failure after the swap finds it whole."""
    with target.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
