"""Jinja for pages: what need not be asked for every value is not asked.

A component is a macro that was imported without context: what it writes follows from its arguments and from its
environment, which is of one language.
"""

from collections.abc import Callable, MutableMapping
from functools import cache
from types import CodeType
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup, escape

from plugins.theming.page_code import PageCode


class PageTemplate(Template):
    """A template whose output is escaped without a detour."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> "Template":
        """Make a template of compiled code, whose `escape` becomes ours."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=escaped)
        return template


class PageEnvironment(Environment):
    """An environment whose globals are settled before the first template is loaded."""

    template_class = PageTemplate
    code_generator_class = PageCode

    def __init__(self, **options: Any) -> None:
        """Begin with no template loaded."""
        super().__init__(**options)
        self.component = cache(self._component)

    def _component(self, template: str, name: str) -> Any:
        """Return a component of a template for another one to use."""
        return getattr(self.get_template(template).module, name)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Copy the globals: looking a name up in Jinja's own chain of maps costs a tenth of a page."""
        return {**self.globals, **(d or {})}


def escaped(value: Any) -> str:
    """Escape a value as markupsafe does, for a place where nobody asks the result whether it is safe."""
    kind = type(value)
    if kind is Markup:
        safe: Markup = value
        return safe
    if kind is str:
        text: str = value
        # Most texts hold nothing to escape, and five looks cost less than one rewriting.
        if not ("&" in text or "<" in text or ">" in text or '"' in text or "'" in text):
            return text
    return escape(value)
