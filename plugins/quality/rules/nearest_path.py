"""The nearest known path to one that leads nowhere."""

from collections.abc import Iterable
from posixpath import basename

from plugins.core.suggestions import nearest


def nearest_path(wrong: str, known: Iterable[str]) -> str | None:
    """Give the known path most like the wrong one: first one with the right name in another folder or case."""
    paths = list(known)
    name = basename(wrong).casefold()
    same_name = (path for path in paths if basename(path).casefold() == name)
    return next(same_name, None) or nearest(wrong, paths)
