"""Templates ask of a view what its class documents, and nothing else."""

import inspect
import types
import typing
from typing import Any

import pytest
from jinja2 import nodes
from msgspec import Struct

from plugins.listings import views
from plugins.theming.templates import template_name
from plugins.workbench.views import BlockPage, BlocksPage
from tests.theme.site import THEME, templates

PAGES = [one for name, one in inspect.getmembers(views, inspect.isclass) if name.endswith("Page")] + [
    BlocksPage,
    BlockPage,
]
GIVEN = {"view", "prose", "stylesheet", "gettext", "ngettext", "pgettext", "npgettext", "_", "gettext_in", "once"}


def inside(kind: Any) -> Any:
    """Give the type of a tuple's items, or of an optional value."""
    if typing.get_origin(kind) is tuple:
        return typing.get_args(kind)[0]
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        return next(one for one in typing.get_args(kind) if one is not type(None))
    return kind


class Asked:
    """Follows `view.a.b` through a template, aliases and loops included, by the types of the view's fields."""

    def __init__(self, view: type) -> None:
        self.types: dict[str, Any] = {"view": view}
        self.faults: list[str] = []
        self.fields: set[str] = set()

    def of(self, node: nodes.Node) -> Any:
        match node:
            case nodes.Name():
                return self.types.get(node.name)
            case nodes.Getattr():
                return self.field(self.of(node.node), node.attr)
            case nodes.Getitem():
                return inside(self.of(node.node))
        for child in node.iter_child_nodes():
            self.of(child)
        return None

    def field(self, kind: Any, name: str) -> Any:
        kind = inside(kind) if typing.get_origin(kind) is not tuple else kind
        if not (isinstance(kind, type) and issubclass(kind, Struct)):
            return None
        hints = typing.get_type_hints(kind)
        if name not in hints:
            self.faults.append(f"{kind}.{name}")
            return None
        self.fields.add(f"{getattr(kind, '__name__', kind)}.{name}")
        return hints[name]

    def walk(self, node: nodes.Node) -> None:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Assign) and isinstance(child.target, nodes.Name):
                self.types[child.target.name] = self.of(child.node)
            elif isinstance(child, nodes.For) and isinstance(child.target, nodes.Name):
                self.types[child.target.name] = inside(self.of(child.iter))
            if isinstance(child, nodes.Getattr | nodes.Getitem):
                self.of(child)
            else:
                self.walk(child)


@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.__name__)
def test_a_page_asks_only_for_fields_of_its_view(view: type) -> None:
    environment = templates().environment("fi")
    for name in (template_name(view.__name__), "pages/layout.html"):
        asked = Asked(view)
        asked.walk(environment.parse((THEME / name).read_text(encoding="utf-8")))
        assert not asked.faults
        assert asked.fields, "a page shows something of its view"


@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.__name__)
def test_a_page_gets_nothing_but_its_view_and_what_belongs_to_every_page(view: type) -> None:
    from jinja2 import meta

    tree = templates().environment("fi").parse((THEME / template_name(view.__name__)).read_text(encoding="utf-8"))
    own = {name for one in tree.find_all(nodes.FromImport) for name in one.names}
    own |= {one.target.name for one in tree.find_all(nodes.Assign) if isinstance(one.target, nodes.Name)}
    assert meta.find_undeclared_variables(tree) - own <= GIVEN
