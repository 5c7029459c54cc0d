"""Every recipe is followed, step by step, in a copy of the project; what it makes is what it says.

Steps are fenced blocks: a `diff` of a file (its lines without their indentation, once in the file), a new file, a
command. `content/…` is a file to build, `output/…` an excerpt of the result, `messages` one of what a build says.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent, indent
from typing import NamedTuple

import pytest

from tests.docs.guides import DOCS
from tests.sites import NOW, plain_site, warm

ROOT = DOCS.parent
PROGRAM = ("plugins", "theme", "docs/editors", "pelicanconf.py", "publishconf.py", "tasks.py")
MESSAGES = "messages"
RECIPES = sorted((DOCS / "recipes").glob("*.md"))
FENCE = re.compile(r"^( *)```(\w+)(?: (\S+))?\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """One fenced block of a recipe: its kind, the path that it names, its text."""

    kind: str
    path: str
    text: str


def steps(recipe: Path) -> Iterator[Step]:
    """Read the steps of a recipe; blocks of a list are indented."""
    for margin, kind, path, text in FENCE.findall(recipe.read_text(encoding="utf-8")):
        yield Step(kind, path, re.sub(f"^{margin}", "", text, flags=re.MULTILINE))


def is_result(step: Step) -> bool:
    """Tell whether a block shows what comes of the steps."""
    return step.path == MESSAGES or step.path.startswith("output/")


def apply(diff: str, file: Path) -> None:
    """Put a diff's new lines in the place of its old ones, at the indentation that these have in the file."""
    lines = [(line[:1], line[1:]) for line in diff.splitlines()]
    old = [text for mark, text in lines if mark in " -"]
    new = "".join(f"{text}\n" for mark, text in lines if mark in " +")
    found = list(
        re.finditer(r"\n".join(r" *" + re.escape(line.strip()) for line in old) + r"\n", file.read_text("utf-8"))
    )
    assert len(found) == 1, f"{file}: {len(found)} × {old}"
    before = found[0][0]
    margin = " " * (len(before) - len(before.lstrip(" ")))
    text = file.read_text(encoding="utf-8")
    placed = indent(dedent(new), margin)
    file.write_text(text[: found[0].start()] + placed + text[found[0].end() :], encoding="utf-8")


def run(project: Path, *words: str) -> str:
    """Run a task; give what it says."""
    done = subprocess.run(
        [sys.executable, "tasks.py", *words], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.stem)
def test_recipe(recipe: Path, tmp_path: Path) -> None:
    """Follow a recipe, build what it shows, and compare."""
    copy_program(tmp_path)
    warm(tmp_path / ".cache")
    plain_site(tmp_path / "content")
    taken = list(steps(recipe))
    for step in taken:
        take(step, tmp_path)
    if any(step.path == "content/site.yaml" for step in taken):
        (tmp_path / "content/projects/hanke.sv.md").unlink()
    messages = run(tmp_path, "build", "--now", NOW)
    excerpts = [step for step in taken if is_result(step)]
    assert excerpts
    for _, path, text in excerpts:
        said, start = messages if path == MESSAGES else (tmp_path / path).read_text(encoding="utf-8"), 0
        for line in (one for one in text.splitlines() if one != "…"):
            assert line in said[start:], f"{path}: {line}"
            start = said.index(line, start) + len(line)


def test_a_field_takes_eight_edits() -> None:
    """What is declared of a field stands in one place; what more there is to do is its words."""
    assert len([step for step in steps(DOCS / "recipes/field.md") if step.kind == "diff"]) == 8


def copy_program(project: Path) -> None:
    """Copy what a build needs, and what is compiled of it."""
    for name in PROGRAM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, project / name)
        else:
            shutil.copyfile(ROOT / name, project / name)


def take(step: Step, project: Path) -> None:
    """Take a step: follow commands, apply a diff, or write a file."""
    target = project / step.path
    if step.kind == "sh":
        follow(step.text.splitlines(), project)
    elif step.kind == "diff":
        apply(step.text, target)
    elif not is_result(step):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(step.text, encoding="utf-8")


def follow(commands: list[str], project: Path) -> None:
    """Run a recipe's commands; `cp` copies, everything else is a task."""
    for command in commands:
        words = command.split()
        if words[0] == "cp":
            shutil.copyfile(project / words[1], project / words[2])
        else:
            assert words[0] == "./kaiku", command
            run(project, *words[1:])
