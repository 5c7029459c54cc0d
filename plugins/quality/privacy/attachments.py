"""Looking into attachments for personal data: their text, their properties, and where a picture was taken."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from plugins.core.content_paths import located
from plugins.core.documents import Trace
from plugins.disk.code_version import code_version
from plugins.quality.privacy.file_texts import FileText, UnreadableError, file_text
from plugins.quality.privacy.personal_data import personal_data
from plugins.quality.privacy.picture_location import PICTURES, tells_location

LIBRARIES = ("python-stdnum", "pypdf")
"""Those that know the numbers, and read the texts."""

_EMAIL = re.compile(
    r"(?<![\w.%+@-])[a-z0-9][\w.%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?![\w@])", re.IGNORECASE
)


class AttachmentSurvey:
    """Looks into each attachment once; published pictures are made anew, without what cameras wrote in them."""

    @cached_property
    def version(self) -> str:
        """What the traces depend on beside the file."""
        return code_version(Path(__file__).parent, libraries=LIBRARIES)

    def look(self, content: Path, path: str) -> tuple[Trace, ...]:
        """Return the traces of personal data in a file under `files/`; none for what holds no text."""
        if not path.startswith("files/"):
            return ()
        file = located(content, path)
        place = (Trace("location", "properties"),) if tells_location(file) else ()
        if path.casefold().endswith(PICTURES):
            return place
        try:
            texts = file_text(file)
        except UnreadableError:
            return (Trace("unread"), *place)
        return tuple(dict.fromkeys((*_traces(texts), *place)))


def _traces(texts: FileText) -> Iterator[Trace]:
    for part, text in (("text", texts.text), ("properties", texts.properties)):
        for span in personal_data(text):
            yield Trace(span.kind, part)
        for found in _EMAIL.finditer(text):
            yield Trace("email", part, found[0].casefold())
