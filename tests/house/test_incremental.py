"""The law of incremental builds: after any history of edits the tree is, byte for byte, that of a first build."""

import gc
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.console.arguments import ROOT
from plugins.engine import command
from tests.house.edits import Editor, copy_of
from tests.sites import files_of, options, warm

STUCK = 4
"""Edits in a row that a site may have errors; then the last content without any is taken back, as staff would."""


def test_incremental_equals_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A history of eight edits, each of another kind."""
    hold_over(46, 8, tmp_path, capsys)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 116))
def test_incremental_equals_clean_long(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sixteen histories of 125 edits: two thousand."""
    hold_over(seed, 125, tmp_path, capsys)


def hold_over(seed: int, count: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Edit a site so many times; after each edit compare the tree and the messages with those of a first build."""
    editor = Editor(folder / "content", seed)
    good, errors, sound = copy_of(editor.content, folder / "good"), 0, 0
    for number in range(count):
        done = editor.edit()
        if errors >= STUCK:
            done, errors = "take back", 0
            copy_of(good, editor.content)
        now = f"{editor.now:%Y-%m-%dT%H:%M}"
        given = options(folder, now=now, format="json")
        code = build_in_new_process(given) if number % 20 == 19 else command.build(given)
        told = capsys.readouterr().out
        for leftover in ("clean", ".clean.kaiku", "clean-cache"):
            shutil.rmtree(folder / leftover, ignore_errors=True)
        clean = options(folder, output=folder / "clean", cache=warm(folder / "clean-cache"), now=now, format="json")
        assert command.build(clean) == code, (seed, number, done)
        told_anew = capsys.readouterr().out
        if number % 20 != 19:  # what a process of its own tells goes elsewhere
            assert told_anew == told, (seed, number, done)
        gc.collect()  # builds leave it to others, and every fork copies what is there
        if code:
            errors += 1
            continue
        errors, sound = 0, sound + 1
        copy_of(editor.content, good)
        ours, theirs = files_of(folder / "output"), files_of(folder / "clean")
        differing = {path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)}
        assert not differing, (seed, number, done)
    assert sound > count / 3, "most edits are ones that can be built"


def build_in_new_process(given: command.Options) -> int:
    """Build as a command does, with nothing in memory."""
    places = ("--content", given.content, "--output", given.output, "--cache", given.cache)
    how = ("--now", given.now, "--format", given.format, "--lang", given.language)
    words = [sys.executable, "-X", "utf8", "tasks.py", "build", *map(str, (*places, *how))]
    return subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode
