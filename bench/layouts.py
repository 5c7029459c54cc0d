"""Layouts: how each program wants its posts written. The words are the same for all."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.posts import Post, linked
from plugins.core.languages import LANGUAGES

CATEGORIES = {"news": "news", "meetings": "meeting", "pilots": "pilot"}
_ATTRIBUTES = re.compile(r"\{(?:lang=|[.#:])[^}\n]*\}")
"""What Kaiku's Markdown says of a word's language, which others would show as text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a program has a post's source, what is in it, and where its page is in the output."""

    source: Callable[[Post], str]
    text: Callable[[Post], str]
    address: Callable[[Post], str]

    def write(self, folder: Path, post: Post) -> Path:
        """Write a post below the program's folder; give its source."""
        path = folder / self.source(post)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text(post), encoding="utf-8")
        return path


def _kaiku(post: Post) -> str:
    front = (f"title: {_quoted(post.title)}", f"slug: {post.slug}", f"date: {post.date:%Y-%m-%dT%H:%M}", *post.fields)
    body = linked(post.body, lambda _, kind, key: f"../{kind}/{key}.{post.language}.md")
    return _with_front(front, body)


def _pelican(post: Post) -> str:
    front = (
        f"Title: {post.title}\nDate: {post.date:%Y-%m-%d %H:%M}\nCategory: {CATEGORIES[post.kind]}\n"
        f"Project: {post.project}\nTags: {', '.join(post.tags)}\nLang: {post.language}\nSlug: {post.key}\n"
        f"Summary: {post.summary}\n\n"
    )
    return front + _for_peers(post, lambda key: f"{{filename}}/posts/{key}.{post.language}.md")


def _hugo(post: Post) -> str:
    front = (
        *_yaml(post),
        f"categories: [{CATEGORIES[post.kind]}]",
        f"translationKey: {post.key}",
    )
    return _with_front(front, _for_peers(post, lambda key: f"/{post.language}/posts/{key}/"))


def _eleventy(post: Post) -> str:
    front = (
        *_yaml(post),
        f"category: {CATEGORIES[post.kind]}",
        f"lang: {post.language}",
        f"slug: {post.key}",
    )
    return _with_front(front, _for_peers(post, lambda key: f"/{post.language}/posts/{key}/"))


def _yaml(post: Post) -> tuple[str, ...]:
    return (
        f"title: {_quoted(post.title)}",
        f"date: {post.date:%Y-%m-%dT%H:%M:%SZ}",
        f"summary: {_quoted(post.summary)}",
        f"project: {post.project}",
        f"tags: {json.dumps(post.tags, ensure_ascii=False)}",
    )


def _for_peers(post: Post, address: Callable[[str], str]) -> str:
    def target(scheme: str, kind: str, key: str) -> str:
        return address(key) if scheme == "post" else f"https://example.org/{kind}/{key}"

    return _ATTRIBUTES.sub("", linked(post.body, target))


def _with_front(lines: tuple[str, ...], body: str) -> str:
    return "\n".join(("---", *lines, "---", "", body))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _in_section(post: Post) -> str:
    section = f"{LANGUAGES[post.language].words[post.kind]}/{post.slug}/"
    return section if post.language == "fi" else f"{post.language}/{section}"


def _in_posts(post: Post) -> str:
    return f"{post.language}/posts/{post.key}/"


LAYOUTS = {
    "kaiku": Layout(
        lambda post: f"content/{post.kind}/{post.key}.{post.language}.md",
        _kaiku,
        _in_section,
    ),
    "hugo": Layout(lambda post: f"content/{post.language}/posts/{post.key}.md", _hugo, _in_posts),
    "eleventy": Layout(lambda post: f"src/{post.language}/posts/{post.key}.md", _eleventy, _in_posts),
    "pelican": Layout(lambda post: f"content/posts/{post.key}.{post.language}.md", _pelican, _in_posts),
}
