"""The corpora by name: their posts, and what Kaiku's content needs beside them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.hard import hard_posts
from bench.made_up_site import write_made_up_site
from bench.mixed import mixed_posts
from bench.posts import Post
from bench.real import copy_site, real_posts

CONTENT = Path(__file__).parents[1] / "content"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts to measure with. `lengths` are those of one text, where the corpus has several."""

    name: str
    posts: Callable[[int, int], Iterator[Post]]
    """Makes so many posts in each language, so many times as long as the shortest."""
    write_site: Callable[[Path], None]
    """Writes into an empty content folder what Kaiku needs beside the posts."""
    lengths: tuple[int, ...] = (1,)
    most: int | None = None
    """The most posts that are made: a corpus of long texts asks for no number of them."""


CORPORA = {
    corpus.name: corpus
    for corpus in (
        Corpus("mixed", lambda count, _: mixed_posts(count), write_made_up_site),
        Corpus("real", lambda count, _: real_posts(CONTENT, count), partial(copy_site, CONTENT)),
        Corpus("hard", hard_posts, write_made_up_site, lengths=(1, 2, 4), most=6),
    )
}
