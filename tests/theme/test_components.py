"""Every component: its files, its documentation, and each of its examples."""

import html5lib
import pytest

from plugins.theming.components import Component, Example, components, render_example, template_path
from tests.theme.site import THEME, templates

COMPONENTS = tuple(components(THEME))
EXAMPLES = [
    pytest.param(component, example, id=f"{component.name}-{example.language}-{example.name.replace(' ', '_')}")
    for component in COMPONENTS
    for example in component.examples
]


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_a_component_is_documented_as_its_macro_is_written(component: Component) -> None:
    folder = THEME / "components" / component.name
    known = {f"{component.name}.{suffix}" for suffix in ("html", "css", "yaml")}
    assert {path.name for path in folder.iterdir()} <= known
    module = templates().environment("fi").get_template(template_path(component.name)).module
    macro = getattr(module, component.name)
    expected = [*macro.arguments, *(["caller"] if macro.caller else [])]
    assert list(component.parameters) == expected
    assert component.description.endswith(".")
    assert [name for name in vars(module) if name == component.name], "one macro, of the component's name"


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_an_example_is_valid_html(component: Component, example: Example) -> None:
    environment = templates().environment(example.language)
    markup = render_example(environment, component.name, example)
    parser = html5lib.HTMLParser(strict=True)
    parser.parseFragment(markup)
    if component.name != "document_margin":
        assert markup.strip(), "an example shows something"


def test_every_parameter_stands_in_an_example() -> None:
    for component in COMPONENTS:
        used = {name for example in component.examples for name in example.arguments}
        assert used <= set(component.parameters), component.name
        optional = {"sizes", "long", "note", "current"}
        assert set(component.parameters) - used <= optional, component.name
