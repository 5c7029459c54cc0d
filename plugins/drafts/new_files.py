"""New files: all that belong together are written, or none; nothing that is there is ever replaced."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class NewFile(NamedTuple):
    """A file to be: its path below a folder, with `/`, and its bytes."""

    path: str
    data: bytes

    @classmethod
    def of(cls, path: str, text: str) -> "NewFile":
        """Make one of text."""
        return cls(path, text.encode())

    @property
    def text(self) -> str:
        """What a text file will say."""
        return self.data.decode()


def write(folder: Path, files: Iterable[NewFile]) -> None:
    """Write files into a folder, which is made if it is missing.

    Raises FileExistsError for one that is there, OSError for what the system refuses: then nothing new is left.
    """
    new_paths: list[Path] = []
    try:
        for file in files:
            path = folder / file.path
            missing = [parent for parent in reversed(path.parents) if not parent.exists()]
            path.parent.mkdir(parents=True, exist_ok=True)
            new_paths += missing
            with path.open("xb") as stream:
                new_paths.append(path)
                stream.write(file.data)
    except BaseException:
        for path in reversed(new_paths):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        raise
