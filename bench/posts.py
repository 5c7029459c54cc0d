"""A post: one text of a corpus in one language, which every program gets in its own format."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

LANGUAGES = ("fi", "sv")
MARKS = {"fi": "Merkki", "sv": "Märke"}

KINDS = ("news", "meetings", "pilots")
"""The types of documents that are posts, as Kaiku's folders call them."""

_LINK = re.compile(r"\]\((post|site):(\w+)/([^)\s]+)\)")
_COUNTED = {
    "table": re.compile(r"^\|[-:| ]+\|$", re.MULTILINE),
    "blockquote": re.compile(r"(?:^> .*\n+)+", re.MULTILINE),
    "pre": re.compile(r"^```\w+$", re.MULTILINE),
    "note": re.compile(r"^\[\^[^\]]+\]: ", re.MULTILINE),
}


@dataclass(frozen=True, slots=True)
class Post:
    """A text with what its front matter says.

    Links in its body are written `](post:KIND/KEY)` where they lead to another post, `](site:KIND/KEY)` where they lead
    to what only Kaiku's content has, such as a project.
    """

    number: int
    language: str
    kind: str
    key: str
    slug: str
    title: str
    date: datetime
    project: str
    tags: tuple[str, ...]
    summary: str
    body: str
    fields: tuple[str, ...]
    """Lines of Kaiku's front matter beside title, slug and date."""

    @property
    def mark(self) -> str:
        """The words at the end of the body by which the text is known in a page."""
        return mark(self.language, self.number)


def mark(language: str, number: int) -> str:
    """Write the words by which a post is known in a page."""
    return f"{MARKS[language]} M{number:05d}."


def linked(body: str, target: Callable[[str, str, str], str]) -> str:
    """Write a body with its links as a program has them: made of scheme (`post` or `site`), kind and key."""
    return _LINK.sub(lambda found: f"]({target(found[1], found[2], found[3])})", body)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the page of a post must show: the post, without its body, and how many elements of HTML of which kind."""

    post: Post
    elements: Counter[str]


def expected(post: Post) -> Expected:
    """Return what the page of a post must show: tables, quotations, code, notes."""
    counts = Counter({name: len(pattern.findall(post.body)) for name, pattern in _COUNTED.items()})
    return Expected(replace(post, body="", fields=()), counts)
