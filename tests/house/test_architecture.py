"""The arrows of the house: core <- a room's pure modules <- its plugin and edges <- settings and tasks."""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import pelicanconf

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "plugins"
MODULES = sorted(PLUGINS.rglob("*.py"))
ROOMS = sorted(path.name for path in PLUGINS.iterdir() if path.is_dir() and (path / "__init__.py").exists())
ARROWS: dict[str, set[str]] = {
    "core": set(),
    "disk": set(),
    "console": {"core"},
    "cms": {"core", "console"},
    "theming": {"core", "console", "disk"},
    "engine": {"core", "console", "disk"},
    "preview": {"core", "console", "engine"},
    "incremental": {"core", "disk"},
    "authoring": {"core", "disk"},
    "drafts": {"core", "console"},
    "editor": {"authoring", "console", "core", "disk", "drafts", "engine", "preview"},
    "founding": {"console", "core", "drafts", "theming"},
    "images": {"core", "disk"},
    "cards": {"core", "disk", "images", "theming"},
    "bilingual": {"core", "authoring", "blocks", "console", "disk", "publishing"},
    "feeds": {"core"},
    "calendar": {"core"},
    "search": {"core", "theming"},
    "digest": {"core", "console"},
    "listings": {"calendar", "cards", "core", "feeds", "search"},
    "blocks": {"core", "cms"},
    "workbench": {"core", "blocks", "listings"},
    "scanning": {"core", "console"},
    "publishing": {"core", "calendar", "console", "disk", "search"},
    "quality": {"core", "console", "disk", "images"},
}
"""Which rooms a room may import beside itself."""
LONGEST = 300


def imports(path: Path) -> Iterator[str]:
    """Name every module that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module: str) -> str | None:
    """Give the room that a module's dotted name lies in."""
    parts = module.split(".")
    return parts[1] if parts[0] == "plugins" and len(parts) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PLUGINS).as_posix())
def test_module(path: Path) -> None:
    """A module imports what its room may know, is short, and says what it is."""
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST, "look for the second noun in it"
    assert ast.get_docstring(ast.parse(source)), "a module begins with what it is"
    own = path.relative_to(PLUGINS).parts[0]
    imported = {room for name in imports(path) if (room := room_of(name)) in ROOMS} - {own}
    assert imported <= ARROWS.get(own, set()), f"{own} imports {sorted(imported - ARROWS[own])}"


def test_a_class_name_has_one_meaning() -> None:
    """Who meets a class by its name need not ask which."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in MODULES)
    names = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert not [name for name, count in names.items() if count > 1 and not name.startswith("_")]


def test_arrows_point_one_way() -> None:
    """Every room is in the table, and each can be put after those that it imports."""
    assert sorted(ARROWS) == ROOMS
    TopologicalSorter(ARROWS).prepare()


def test_arrows_are_used() -> None:
    """No arrow outlives its last import."""
    used: dict[str, set[str]] = {room: set() for room in ARROWS}
    for path in MODULES:
        own = path.relative_to(PLUGINS).parts[0]
        used.setdefault(own, set()).update(room for name in imports(path) if (room := room_of(name)) in ROOMS)
    assert {room: used[room] - {room} for room in ARROWS} == ARROWS


def test_core_is_pure() -> None:
    """The kernel knows no library of the edges, and neither clock nor environment."""
    forbidden = {"pelican", "jinja2", "PIL", "feedgen", "lxml", "bs4", "os", "time", "subprocess", "markdown", "nh3"}
    for path in (PLUGINS / "core").rglob("*.py"):
        roots = {name.split(".")[0] for name in imports(path)}
        assert not roots & forbidden, path
        assert ".now(" not in path.read_text(encoding="utf-8"), path


def test_clock_is_read_in_one_place() -> None:
    """Only the engine's clock asks what time it is."""
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        if path.relative_to(PLUGINS).as_posix() != "engine/clock.py":
            for call in ("datetime.now(", "date.today(", "time.time(", "utcnow("):
                assert call not in text, f"{path} calls {call}"


def test_no_import_cycles() -> None:
    """Modules can be put in an order in which each imports only earlier ones."""
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in MODULES}
    graph = {name: {one for one in imports(path) if one in names and one != name} for name, path in names.items()}
    while graph:
        free = {name for name, needed in graph.items() if not needed & graph.keys()}
        assert free, f"a cycle among {sorted(graph)}"
        for name in free:
            del graph[name]


@pytest.mark.parametrize("room", [name.removeprefix("plugins.") for name in pelicanconf.ROOMS])
def test_furniture(room: str) -> None:
    """Every room has the same furniture, and its glue is thin."""
    init = (PLUGINS / room / "__init__.py").read_text(encoding="utf-8")
    assert "register" in init
    glue = ast.parse((PLUGINS / room / "plugin.py").read_text(encoding="utf-8"))
    functions = [node for node in glue.body if isinstance(node, ast.FunctionDef)]
    assert any(node.name == "register" for node in functions)
    for node in functions:
        statements = node.body[1:] if ast.get_docstring(node) else node.body
        length = (statements[-1].end_lineno or 0) - statements[0].lineno + 1
        assert length <= 10, f"{room}: {node.name} has {length} lines"


def test_tasks_are_short() -> None:
    """The menu is a menu."""
    tree = ast.parse((ROOT / "tasks.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 10, node.name
