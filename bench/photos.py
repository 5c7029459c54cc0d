"""Photos made up by chance, and posts that show them: large, soft in some places and rough in others, never flat."""

import io
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from bench.posts import Post

PHOTOS = 12
"""How many there are; each is in both languages' version of one post."""
SIZE = (1600, 1200)
GRAINS = (3, 12, 48, 192, 768)
"""Spots across a photo, from skies to leaves: each kind shows half as much as the one before."""


def write_photos(folder: Path) -> None:
    """Write the photos into a folder, always the same ones."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(PHOTOS):
        (folder / f"kuva-{number:02d}.jpg").write_bytes(_photo(random.Random(f"photo-{number}")))


def with_photos(posts: Iterator[Post]) -> Iterator[Post]:
    """Yield each of the first posts a photo at its head."""
    for post in posts:
        image = f"image: {{file: images/kuva-{post.number:02d}.jpg, alt: Kuva {post.number}}}"
        yield replace(post, fields=(*post.fields, image)) if post.number < PHOTOS else post


def _photo(chance: random.Random) -> bytes:
    picture = Image.new("RGB", SIZE)
    for number, grain in enumerate(GRAINS):
        size = grain, grain * SIZE[1] // SIZE[0]
        spots = Image.frombytes("RGB", size, chance.randbytes(3 * size[0] * size[1]))
        picture = Image.blend(picture, spots.resize(SIZE, Image.Resampling.BICUBIC), 1 / 2**number)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=90)
    return stream.getvalue()
