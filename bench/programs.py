"""The programs that are measured: how each is laid out in a folder, built, served and cleaned."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.corpora import Corpus
from bench.installing import PEERS, installed
from bench.layouts import LAYOUTS, Layout
from bench.posts import Expected, Post, expected

ROOT = Path(__file__).parents[1]
NOW = "2027-01-01T12:00"
"""After the date of every text, so that all are published."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program in its folder, with a corpus. `serve` gets the port."""

    name: str
    folder: Path
    layout: Layout
    build: Sequence[str]
    serve: Callable[[int], Sequence[str]]
    output: str
    leavings: tuple[str, ...]
    """All that its builds leave in the folder: without them the next build is a first one."""
    environment: Mapping[str, str] = field(default_factory=dict)

    def surroundings(self) -> dict[str, str]:
        """Return the environment of its processes: as on anybody's machine, so compiled modules are kept."""
        variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**variables, **self.environment}


def program(name: str, folder: Path) -> Program:
    """Make the folder of a program, without posts; raises NotAvailableError when the program cannot be had."""
    new_program = {"kaiku": _kaiku, "hugo": _hugo, "eleventy": _eleventy, "pelican": _pelican}[name](folder)
    if name == "kaiku":
        folder.mkdir(parents=True)
    else:
        shutil.copytree(PEERS / name, folder)
    if name == "eleventy":
        (folder / "node_modules").symlink_to(installed(name) / "node_modules")
    return new_program


def write_posts(programs: Sequence[Program], corpus: Corpus, count: int, length: int) -> tuple[list[Expected], Post]:
    """Write a corpus for each program; give what the pages must show, and the post to edit.

    Bodies are forgotten as soon as they are written: a large corpus leaves no memory for what is measured.
    """
    for candidate in programs:
        if candidate.name == "kaiku":
            corpus.write_site(candidate.folder / "content")
    known: list[Expected] = []
    target: Post | None = None
    for post in corpus.posts(count, length):
        for candidate in programs:
            candidate.layout.write(candidate.folder, post)
        known.append(expected(post))
        if post.number == count // 2 and post.language == "fi":
            target = known[-1].post
    assert target is not None
    return known, target


def _kaiku(folder: Path) -> Program:
    launcher = [sys.executable, str(ROOT / "kaiku")]
    where = ("--content", "content", "--cache", "cache", "--now", NOW)
    build = [*launcher, "build", *where, "--output", "output", "--base-url", "https://example.org/"]
    return Program(
        "kaiku",
        folder,
        LAYOUTS["kaiku"],
        [*build, "--timings", "--format", "json"],
        lambda port: [*launcher, "serve", *where, "--port", str(port)],
        "output",
        ("output", ".output.kaiku", "cache"),
    )


def publishing(kaiku: Program) -> Program:
    """Kaiku as it publishes into a folder: that is a build too, and what stands beside its pages is made then."""
    where = ("--content", "content", "--cache", "cache", "--now", NOW)
    command = [sys.executable, str(ROOT / "kaiku"), "publish", *where, "--to", "www", "--yes"]
    return replace(kaiku, build=command, output="www", leavings=("www", ".www.kaiku-release", "cache"))


def _hugo(folder: Path) -> Program:
    binary = next((installed("hugo") / "hugo" / "binaries").glob("hugo*"))
    return Program(
        "hugo",
        folder,
        LAYOUTS["hugo"],
        [str(binary), "--quiet"],
        lambda port: [str(binary), "server", "--quiet", "--bind=127.0.0.1", f"--port={port}", "--disableLiveReload"],
        "public",
        ("public", "resources", ".hugo_cache", ".hugo_build.lock"),
        {"HUGO_CACHEDIR": str(folder / ".hugo_cache")},
    )


def _eleventy(folder: Path) -> Program:
    installed("eleventy")
    command = ["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]
    return Program(
        "eleventy",
        folder,
        LAYOUTS["eleventy"],
        command,
        lambda port: [*command, "--serve", "--incremental", f"--port={port}"],
        "_site",
        ("_site", ".cache"),
    )


def _pelican(folder: Path) -> Program:
    command = [sys.executable, "-m", "pelican", "--quiet", "--settings", "pelicanconf.py"]
    return Program(
        "pelican",
        folder,
        LAYOUTS["pelican"],
        command,
        lambda port: [*command, "--listen", "--autoreload", f"--port={port}"],
        "output",
        ("output", "cache"),
        # Its packages come first: what is measured is the Pelican of peers/, whatever Kaiku itself has.
        {"PYTHONPATH": str(installed("pelican"))},
    )
