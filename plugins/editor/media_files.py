"""Pictures and attachments, as the editor lists, shows and stores them; a file that is there is never replaced."""

import base64
import binascii
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.authoring.content_files import ASSET_FOLDERS
from plugins.drafts.new_files import NewFile, write
from plugins.editor.refusals import RefusedError

SUFFIXES = frozenset(
    ".jpg .jpeg .png .webp .avif .gif .svg .heic .heif .pdf .docx .xlsx .pptx .odt .ods .odp .txt .csv".split()
)
"""What texts show or offer; anything else is a mistake."""


def listed(content: Path, folder: str) -> Iterator[dict[str, Any]]:
    """Yield the files of a folder and its subfolders, with their bytes, as the CMS wants them."""
    if folder not in ASSET_FOLDERS:
        return
    for file in sorted((content / folder).rglob("*")):
        if file.is_file() and not file.name.startswith((".", "~")) and file.resolve().is_relative_to(content.resolve()):
            yield one(content, file.relative_to(content).as_posix())


def one(content: Path, path: str) -> dict[str, Any]:
    """Return one file with its bytes; raises RefusedError where there is none."""
    file = _place(content, path)
    if not file.is_file():
        raise RefusedError("not-found", 404, path=path)
    data = base64.b64encode(file.read_bytes()).decode("ascii")
    return {"id": path, "content": data, "encoding": "base64", "path": path, "name": file.name}


def new_file(content: Path, asset: Any) -> NewFile | None:
    """Read a file that a browser has sent; None for one that is there already, byte for byte. Raises RefusedError."""
    path = str(asset.get("path", "")) if isinstance(asset, dict) else ""
    path = path.removeprefix("/")
    file = _place(content, path)
    try:
        data = base64.b64decode(str(asset.get("content", "")), validate=True)
    except binascii.Error:
        raise RefusedError("refused", path=path) from None
    if not file.exists():
        return NewFile(path, data)
    if file.is_file() and file.read_bytes() == data:
        return None
    raise RefusedError("taken", 409, path=path)


def store(content: Path, files: list[NewFile]) -> None:
    """Write new files, all or none."""
    try:
        write(content, files)
    except OSError as error:
        raise RefusedError("disk", 500, what=str(error.strerror or error)) from None


def _place(content: Path, path: str) -> Path:
    """Return where a file lies; raises RefusedError for a path that leads out of the folders of files."""
    parts = path.split("/")
    is_plain = all(part and not part.startswith((".", "~")) and "\\" not in part and ":" not in part for part in parts)
    if len(parts) < 2 or parts[0] not in ASSET_FOLDERS or not is_plain or Path(path).suffix.casefold() not in SUFFIXES:
        raise RefusedError("refused", path=path)
    return content / path
