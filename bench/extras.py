"""What Kaiku makes and its peers do not, each measured by itself: the same site with it and without it.

Cards, search, pictures, AVIF and compressed twins are kept by content. So each has two costs: that of the first time,
and that of a build with nothing changed, which must make none of them anew.
"""

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import CORPORA, Corpus
from bench.made_up_site import with_extras, write_made_up_site
from bench.photos import with_photos, write_photos
from bench.posts import Post
from bench.programs import Program, program, publishing, write_posts
from bench.results import ExtraCase
from bench.runs import FailedError, build, clear


@dataclass(frozen=True, slots=True)
class _Extra:
    """A site that has something which another one lacks, and all else as it is there."""

    name: str
    beside: str = ""
    """The name of the other one; empty where there is none."""
    settings: tuple[str, ...] = ()
    """What site.yaml says beside what all say."""
    wanted: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    """Where the pieces that it is made of are, below the folder of the program."""
    has_photos: bool = False
    is_published: bool = False

    @property
    def kept(self) -> tuple[str, ...]:
        """Files that stay as they are when nothing is made anew: what stores hold, and the records of what was built.

        A release is built without records; of it only the stores tell.
        """
        stores = ("cache/cards/**/*", "cache/pictures/**/*", "cache/compressed/*")
        return stores if self.is_published else (*stores, ".output.kaiku/records")


_INDEX = "pagefind/fragment/*"
EXTRAS = (
    _Extra("none"),
    _Extra("cards", "none", wanted=("cards",), pieces=("output/cards/*",)),
    _Extra("search", "none", wanted=("search",), pieces=(f"output/haku/{_INDEX}", f"output/sv/sok/{_INDEX}")),
    _Extra("webp", "none", pieces=("output/images/*.webp",), has_photos=True),
    _Extra("avif", "webp", wanted=("avif",), pieces=("output/images/*.avif",), has_photos=True),
    _Extra("release", is_published=True),
    _Extra(
        "compressed",
        "release",
        settings=("publish: {compress: [gz, br]}",),
        pieces=("www/**/*.gz", "www/**/*.br"),
        is_published=True,
    ),
)


def measure_extras(count: int, rounds: int) -> Iterator[tuple[ExtraCase, ...]]:
    """Measure all of them beside mixed texts, and give what is known after each round; raises FailedError."""
    place = Path(tempfile.mkdtemp(prefix="kaiku-bench-"))
    samples: dict[str, dict[str, list[float]]] = {extra.name: defaultdict(list) for extra in EXTRAS}
    pieces: dict[str, int] = {}
    try:
        sites = {extra.name: _site(extra, place / extra.name, count) for extra in EXTRAS}
        for number in range(rounds):
            print(f"extras, {count} × 2 posts: round {number + 1} of {rounds}", file=sys.stderr, flush=True)
            for extra in EXTRAS:
                site = sites[extra.name]
                clear(site)
                samples[extra.name]["cold"].append(build(site).seconds)
                pieces[extra.name] = len(_found(site, extra.pieces))
                before = _found(site, extra.kept)
                samples[extra.name]["unchanged"].append(build(site).seconds)
                if _found(site, extra.kept) != before:
                    raise FailedError(f"{extra.name}: something was made anew though nothing had changed")
                shown = " ".join(f"{operation} {found[-1]:.2f}" for operation, found in samples[extra.name].items())
                print(f"  {extra.name:10} {shown}, {pieces[extra.name]} pieces", file=sys.stderr, flush=True)
            known = {
                name: {operation: list(found) for operation, found in by_operation.items()}
                for name, by_operation in samples.items()
            }
            yield tuple(
                ExtraCase(extra.name, extra.beside, count, pieces[extra.name], known[extra.name]) for extra in EXTRAS
            )
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _site(extra: _Extra, folder: Path, count: int) -> Program:
    site = program("kaiku", folder)

    def write_site(content: Path) -> None:
        write_made_up_site(content)
        settings = content / "site.yaml"
        wanted = with_extras(settings.read_text(encoding="utf-8"), extra.wanted)
        settings.write_text(wanted + "".join(f"{line}\n" for line in extra.settings), encoding="utf-8")
        if extra.has_photos:
            write_photos(content / "images")

    def posts(number: int, length: int) -> Iterator[Post]:
        found = CORPORA["mixed"].posts(number, length)
        return with_photos(found) if extra.has_photos else found

    write_posts([site], Corpus(extra.name, posts, write_site), count, 1)
    return publishing(site) if extra.is_published else site


def _found(site: Program, patterns: Sequence[str]) -> dict[str, int]:
    """Find files by patterns, with the times at which they were written."""
    files = (file for pattern in patterns for file in site.folder.glob(pattern) if file.is_file())
    return {str(file): file.stat().st_mtime_ns for file in files}
