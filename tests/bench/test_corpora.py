"""The corpora: the same texts every time, in a form that every program shows whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.completeness import lacks
from bench.corpora import CONTENT, CORPORA
from bench.layouts import LAYOUTS
from bench.mixed import mixed_posts
from bench.posts import LANGUAGES, expected, linked
from bench.programs import NOW, Program, write_posts
from bench.real import real_posts
from bench.runs import edit, is_shown
from plugins.engine import command
from tests.sites import options

COUNTS = {"mixed": 6, "real": 24, "hard": 3}


@pytest.mark.parametrize("name", CORPORA)
def test_posts_are_the_same_every_time(name: str) -> None:
    made = list(CORPORA[name].posts(COUNTS[name], 1))
    assert made == list(CORPORA[name].posts(COUNTS[name], 1))
    assert [(post.number, post.language) for post in made] == [
        (number, language) for number in range(COUNTS[name]) for language in LANGUAGES
    ]
    assert len({(post.key, post.language) for post in made}) == len(made)
    assert all(post.body.count(post.mark) == 1 for post in made)


def test_mixed_posts_have_everything_that_staff_write() -> None:
    bodies = [post.body for post in mixed_posts(60)]
    for sign in (
        "\n## ",
        "\n### ",
        "\n- ",
        "\n1. ",
        "|---|",
        "\n> ",
        "```python",
        "[^1]: ",
        "](mailto:",
        "](post:",
        "**",
    ):
        assert sum(sign in body for body in bodies) > 5, sign
    assert all(250 <= len(body.split()) <= 1100 for body in bodies)
    kinds = [post.kind for post in mixed_posts(600)]
    assert [round(kinds.count(kind) / len(kinds), 1) for kind in ("news", "meetings", "pilots")] == [0.5, 0.3, 0.2]


def test_real_posts_begin_with_the_originals_and_go_on_with_others() -> None:
    posts = [post for post in real_posts(CONTENT, 40) if post.language == "fi"]
    originals = [post for post in posts if (CONTENT / post.kind / f"{post.key}.fi.md").exists()]
    assert originals == posts[: len(originals)]
    assert 0 < len(originals) < 40
    copies = posts[len(originals) :]
    assert copies[0].body != originals[0].body
    headings = [[line for line in post.body.splitlines() if line.startswith("#")] for post in (copies[0], originals[0])]
    assert headings[0] == headings[1]


def test_hard_posts_grow_with_their_length() -> None:
    sizes = [[len(post.body) for post in CORPORA["hard"].posts(3, length)] for length in (1, 2, 4)]
    assert all(1.8 < b / a < 2.2 and 1.8 < c / b < 2.2 for a, b, c in zip(*sizes, strict=True))
    assert sizes[0][0] > 90_000


def test_link_is_each_programs_own() -> None:
    post = next(iter(mixed_posts(1)))
    post = replace(post, body="[a](post:news/k) [b](site:projects/p) *c*{lang=sv}\n")
    texts = {name: layout.text(post).splitlines()[-1] for name, layout in LAYOUTS.items()}
    assert texts == {
        "kaiku": "[a](../news/k.fi.md) [b](../projects/p.fi.md) *c*{lang=sv}",
        "hugo": "[a](/fi/posts/k/) [b](https://example.org/projects/p) *c*",
        "eleventy": "[a](/fi/posts/k/) [b](https://example.org/projects/p) *c*",
        "pelican": "[a]({filename}/posts/k.fi.md) [b](https://example.org/projects/p) *c*",
    }
    assert linked("](post:a/b)", lambda *parts: "+".join(parts)) == "](post+a+b)"


@pytest.mark.parametrize("name", CORPORA)
def test_kaiku_shows_a_corpus_whole(name: str, tmp_path: Path) -> None:
    """A build of the corpus has no errors, and what completeness asks for is in it until it is taken away."""
    (tmp_path / "content").mkdir()
    program = Program("kaiku", tmp_path, LAYOUTS["kaiku"], (), lambda _: (), "output", ())
    posts, target = write_posts([program], CORPORA[name], COUNTS[name], 1)
    given = options(tmp_path, now=NOW, base_url="https://example.org/", format="json")
    assert command.build(given) == 0
    assert list(lacks(program, posts)) == []
    words = edit(program, target, 7)
    assert not is_shown(program, target, words)
    assert command.build(given) == 0
    assert is_shown(program, target, words)
    page = tmp_path / "output" / program.layout.address(target) / "index.html"
    page.write_text("<table></table>", encoding="utf-8")
    (tmp_path / "output/sitemap.xml").unlink()
    assert {line.partition(": ")[2].rpartition(" ")[0] for line in lacks(program, posts)} >= {
        f"the page of {target.key} in fi lacks its last",
        "no",
    }


def test_expected_elements_are_counted_in_the_source() -> None:
    body = "> a\n\n> b\n\nc[^1]\n\n> d\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```python\nx\n```\n\n[^1]: e\n"
    post = replace(next(iter(mixed_posts(1))), body=body)
    wanted = expected(post)
    assert wanted.elements == {"blockquote": 2, "note": 1, "table": 1, "pre": 1}
    assert wanted.post.body == ""
