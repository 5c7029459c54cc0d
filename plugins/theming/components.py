"""The theme's components by themselves: what each YAML file says of one, and its examples rendered.

A component is a folder: `NAME.html` with one macro of the same name, `NAME.css` when it has a look of its own, and
`NAME.yaml` with its description, its parameters and named examples in Finnish and Swedish.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

LANGUAGES = ("fi", "sv")
"""The languages of examples; an example that says `both` serves each."""


class Example(NamedTuple):
    """A named example: the arguments that a component's macro gets in a language."""

    name: str
    language: str
    arguments: Mapping[str, Any]


class Component(NamedTuple):
    """What a component's YAML file says."""

    name: str
    description: str
    parameters: Mapping[str, str]
    examples: tuple[Example, ...]


def components(theme: Path) -> Iterator[Component]:
    """Read the theme's components, by name."""
    import yaml

    reader = _reader()
    for folder in sorted(path for path in (theme / "components").iterdir() if path.is_dir()):
        data = yaml.load((folder / f"{folder.name}.yaml").read_text(encoding="utf-8"), reader)  # noqa: S506 - a safe one
        examples = tuple(
            Example(example["name"], language, example["both"] if "both" in example else example[language])
            for example in data["examples"]
            for language in LANGUAGES
        )
        yield Component(folder.name, data["description"], data["parameters"] or {}, examples)


def template_path(component: str) -> str:
    """Name the template that holds a component's macro."""
    return f"components/{component}/{component}.html"


def render_example(environment: Environment, component: str, example: Example) -> str:
    """Render an example in the environment of its language."""
    macro = getattr(environment.get_template(template_path(component)).module, component)
    arguments = {name: _shown(value) for name, value in example.arguments.items()}
    if "caller" in arguments:
        inside = arguments.pop("caller")
        return str(macro(**arguments, caller=lambda: inside))
    return str(macro(**arguments))


def _shown(value: Any) -> Any:
    """Return a value of an example as views would hold it: a mapping's keys become attributes."""
    if isinstance(value, Mapping):
        return SimpleNamespace(**{name: _shown(item) for name, item in value.items()})
    return [_shown(item) for item in value] if isinstance(value, list) else value


def _reader() -> Any:
    import yaml

    class Reader(yaml.CSafeLoader):
        """Reads the theme's own files alone: `!html` marks text that is HTML already, as bodies are."""

    Reader.add_constructor("!html", lambda _, node: Markup(node.value))  # noqa: S704
    return Reader
