"""The tour is true: its names exist, its example is built, and every excerpt stands in the result."""

import importlib
import re
from pathlib import Path

import pytest

from plugins.authoring.version_reading import parse_source
from plugins.core.markup.serialiser import to_html
from plugins.engine import command
from tests.sites import options, plain_site, write

TOUR = (Path(__file__).parents[2] / "docs/tour.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`(plugins\.[\w.]+)`", TOUR)))
BLOCKS = re.findall(r"^```\w+ (\S+)\n(.*?)^```$", TOUR, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", NAMES)
def test_name_exists(name: str) -> None:
    """A dotted name is a module, or something in one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return
    pytest.fail(name)


def test_example(tmp_path: Path) -> None:
    """Every excerpt is found where the tour says, its pieces in order; `…` stands for what is left out."""
    plain_site(tmp_path / "content")
    sources = {path: text for path, text in BLOCKS if path.startswith("content/")}
    write(tmp_path, sources)
    assert command.build(options(tmp_path)) == 0
    for path, excerpt in BLOCKS:
        if path in sources:
            continue
        said = tree_of(sources) if path == "tree" else (tmp_path / path).read_text(encoding="utf-8")
        start = 0
        for line in (one.strip() for one in excerpt.splitlines() if one.strip() != "…"):
            assert line in said[start:], f"{path}: {line}"
            start = said.index(line, start) + len(line)
    assert len(BLOCKS) - len(sources) == 4


def tree_of(sources: dict[str, str]) -> str:
    """Give the tree of the one source as HTML."""
    ((path, text),) = sources.items()
    parsed = parse_source(path.removeprefix("content/"), text.encode())
    assert parsed is not None
    return to_html(parsed[1])
