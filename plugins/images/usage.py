"""Which pictures a text uses."""

from collections.abc import Iterator

from plugins.core.destinations import is_picture
from plugins.core.diagnostics import Place
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts


def pictures_of(version: Version) -> Iterator[tuple[str, Place]]:
    """List the pictures of a version by path, with the places that name them: those it shows and those it links to."""
    if version.image is not None:
        yield version.image.file, version.place("image.file")
    for reference in version.body.references:
        if reference.kind == "image" or (reference.kind == "file" and is_picture(reference.target)):
            yield reference.target, reference.place
    if isinstance(version.facts, MeetingFacts):
        for attachment in version.facts.attachments:
            if is_picture(attachment.file):
                yield attachment.file, version.place("meeting.attachments")
