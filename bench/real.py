"""The real-shaped corpus: the texts of `content/`, and after them varied copies until there are enough.

A copy has the shape of its original, its headings and its facts, and takes half of its paragraphs and lists from other
texts of the language, so that no two are alike.
"""

import random
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from bench.made_up_site import with_extras
from bench.posts import KINDS, LANGUAGES, Post, linked, mark

OWN = frozenset({"title", "slug", "date", "aliases", "expires", "translated_from"})
"""Fields of an original that are no copy's."""

HIDDEN = frozenset({"status", "draft", "expires"})
"""Fields of documents that readers may not see; they are no posts."""

_FIELD = re.compile(r"^(\w+):", re.MULTILINE)
_LINK = re.compile(r"\]\((?:\.\./(\w+)/)?([\w.-]+)\.(?:fi|sv)\.md(?:#[\w-]+)?\)")
_DEFINITION = re.compile(r"\[\^[^\]]+\]:")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-")


@dataclass(frozen=True, slots=True)
class _Original:
    """A document of content/ in one language: the lines of its front matter by field, and the parts of its body."""

    kind: str
    key: str
    fields: Mapping[str, str]
    parts: tuple[str, ...]

    def value(self, name: str) -> str:
        """Return what a field says when it is a single text."""
        text = self.fields.get(name, "").partition(":")[2].strip()
        return text[1:-1].replace('\\"', '"') if len(text) > 1 and text[0] == text[-1] == '"' else text


_Pair = Mapping[str, _Original]


def copy_site(content: Path, target: Path) -> None:
    """Copy the content folder: the site in which the copies stand.

    What was confirmed of its texts is left out, and what peers do not make is off.
    """
    shutil.copytree(content, target, ignore=shutil.ignore_patterns("translations.jsonl"), dirs_exist_ok=True)
    settings = target / "site.yaml"
    settings.write_text(with_extras(settings.read_text(encoding="utf-8")), encoding="utf-8")


def real_posts(content: Path, count: int) -> Iterator[Post]:
    """Yield the documents that are in both languages, then copies; `count` posts in each language together."""
    pairs = _pairs(content)
    posts = {(pair["fi"].kind, pair["fi"].key) for pair in pairs}
    spare = {
        language: [part for pair in pairs for part in pair[language].parts if _is_exchangeable(part)]
        for language in LANGUAGES
    }
    for number in range(count):
        for language in LANGUAGES:
            original = pairs[number % len(pairs)][language]
            chance = random.Random(f"real-{number}-{language}")
            parts = [
                chance.choice(spare[language])
                if number >= len(pairs) and _is_exchangeable(part) and chance.random() < 0.5
                else part
                for part in original.parts
            ]
            yield _post(number, language, original, parts, posts, is_copy=number >= len(pairs))


def _pairs(content: Path) -> list[_Pair]:
    found: list[_Pair] = []
    for kind in KINDS:
        for path in sorted((content / kind).glob("*.fi.md")):
            key = path.name.removesuffix(".fi.md")
            paths = {language: path.with_name(f"{key}.{language}.md") for language in LANGUAGES}
            if all(file.exists() for file in paths.values()):
                pair = {language: _original(kind, key, file) for language, file in paths.items()}
                if not any(HIDDEN & original.fields.keys() for original in pair.values()):
                    found.append(pair)
    return found


def _original(kind: str, key: str, path: Path) -> _Original:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    starts = [*(found.start() for found in _FIELD.finditer(front)), len(front)]
    entries = [front[start:end].rstrip("\n") for start, end in pairwise(starts)]
    fields = {entry.partition(":")[0]: entry for entry in entries}
    # A part that goes to another text takes its links along: they say from here on where they lead, whoever has them.
    body = _LINK.sub(lambda found: f"](post:{found[1] or kind}/{found[2]})", body)
    return _Original(kind, key, fields, tuple(part for part in body.strip("\n").split("\n\n") if "![" not in part))


def _post(
    number: int, language: str, original: _Original, parts: Sequence[str], posts: set[tuple[str, str]], *, is_copy: bool
) -> Post:
    notes = [part for part in parts if _DEFINITION.match(part)]
    texts = [part for part in parts if not _DEFINITION.match(part)]
    body = "\n\n".join((*texts, mark(language, number), *notes)) + "\n"
    date = datetime.fromisoformat(original.value("date")).replace(tzinfo=None)
    name = _DATED.sub("", original.key)
    title, slug, key = original.value("title"), original.value("slug") or name, original.key
    if is_copy:
        date -= timedelta(hours=number)
        title, slug = f"{title} {number}", f"{name}-{number:05d}"
        key = f"{date:%Y-%m-%d}-{slug}"
    fields = tuple(entry for field, entry in original.fields.items() if field not in OWN)
    tags = tuple(tag for tag in re.split(r",\s*", original.value("tags").strip("[]")) if tag)
    named = (number, language, original.kind, key, slug, title, date)
    facts = (original.value("project"), tags, original.value("summary"))
    return Post(*named, *facts, _with_links_to(posts, body), fields)


def _with_links_to(posts: set[tuple[str, str]], body: str) -> str:
    def target(_: str, kind: str, key: str) -> str:
        return f"{'post' if (kind, key) in posts else 'site'}:{kind}/{key}"

    return linked(body, target)


def _is_exchangeable(part: str) -> bool:
    """Whether a part may stand in another text: no heading, no note, nothing that goes on after an empty line."""
    return not part.startswith(("#", "[^", "```", " ", "|", "<", ">")) and "[^" not in part
