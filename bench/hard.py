"""The hard corpus: long minutes, long tables and texts full of notes, each as long as one is told.

Its question is not how many texts a program manages, but whether time grows with the length of a text or faster.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bench.posts import LANGUAGES, Post, mark
from bench.words import PROJECTS
from bench.writer import Writer

MINUTES = 100_000
"""Bytes of the minutes of a meeting."""
ROWS = 300
NOTES = 200
SHAPES = ("minutes", "table", "notes")


def hard_posts(count: int, length: int) -> Iterator[Post]:
    """Make `count` posts in each language, `length` times as long as the shortest ones."""
    for number in range(count):
        shape = SHAPES[number % len(SHAPES)]
        date = datetime(2024, 1, 1, 9) + timedelta(days=number)
        slug = f"{shape}-{number:05d}"
        for language in LANGUAGES:
            writer = Writer(language, f"hard-{number}-{language}")
            title, summary = f"{writer.nouns(3, 5).capitalize()} {number}", writer.plain_sentence()
            body = _BODIES[shape](writer, length, mark(language, number))
            project = PROJECTS[number % len(PROJECTS)]
            fields = (f"project: {project}", f'summary: "{summary}"', f"tags: [{shape}]")
            named = (number, language, "news", f"{date:%Y-%m-%d}-{slug}", slug, title, date)
            yield Post(*named, project, (shape,), summary, body, fields)


def _minutes(writer: Writer, length: int, ending: str) -> str:
    parts, size, item = [writer.paragraph()], 0, 0
    while size < MINUTES * length:
        item += 1
        parts += [f"## {item}. {writer.nouns(2, 4)}", writer.paragraph(), writer.bullets(4), writer.paragraph()]
        size += sum(len(part.encode()) + 2 for part in parts[-4:])
    return "\n\n".join((*parts, ending)) + "\n"


def _table(writer: Writer, length: int, ending: str) -> str:
    return "\n\n".join((writer.paragraph(), writer.table(ROWS * length), ending)) + "\n"


def _notes(writer: Writer, length: int, ending: str) -> str:
    numbers = range(1, NOTES * length + 1)
    parts = [f"{writer.sentence()[:-1]}[^{number}]. {writer.sentence()}" for number in numbers]
    return "\n\n".join((*parts, ending, *(f"[^{number}]: {writer.sentence()}" for number in numbers))) + "\n"


_BODIES = {"minutes": _minutes, "table": _table, "notes": _notes}
