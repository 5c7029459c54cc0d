"""Whether a program's output has all that it should: only then is its time one for the same work."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bench.posts import LANGUAGES, Expected
from bench.programs import Program

_TAGS = {
    "table": re.compile(r"<table\b"),
    "blockquote": re.compile(r"<blockquote\b"),
    "pre": re.compile(r"<pre\b"),
    "note": re.compile(r"<li\b[^>]*\bid=\"[^\"]*fn[^\"]*\""),
}
LISTS = {"kaiku": ("uutiset/", "sv/nyheter/"), "pelican": ("", "sv/")}
FEEDS = {
    "kaiku": ("feed.rss", "sv/feed.rss"),
    "hugo": ("fi/index.xml", "sv/index.xml"),
    "eleventy": ("fi/feed.xml", "sv/feed.xml"),
    "pelican": ("feeds/all-fi.atom.xml", "feeds/all-sv.atom.xml"),
}


def lacks(program: Program, posts: Sequence[Expected]) -> Iterator[str]:
    """Name everything that the output lacks: a page, words or elements of its text, a list, a feed, the sitemap."""
    output = program.folder / program.output
    for wanted in posts:
        post = wanted.post
        page = output / program.layout.address(post) / "index.html"
        if not page.exists():
            yield f"{program.name}: no page of {post.key} in {post.language}"
            continue
        html = page.read_text(encoding="utf-8")
        if post.mark not in html:
            yield f"{program.name}: the page of {post.key} in {post.language} lacks its last words"
        missing = wanted.elements - shown(html)
        if missing:
            yield f"{program.name}: the page of {post.key} in {post.language} lacks {dict(missing)}"
    addresses = LISTS.get(program.name, tuple(f"{language}/" for language in LANGUAGES))
    lists = [f"{address}index.html" for address in addresses]
    for path in (*lists, *FEEDS[program.name], "sitemap.xml"):
        if not (output / path).exists():
            yield f"{program.name}: no {path}"


def shown(html: str) -> Counter[str]:
    """Count the elements of a page that the texts of a corpus are checked for."""
    return Counter({name: len(pattern.findall(html)) for name, pattern in _TAGS.items()})
