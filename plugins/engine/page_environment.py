"""Jinja for pages: components remember what they have shown, and what a call need not ask is not asked.

A component is a macro that was imported without context: what it writes follows from its arguments and from its
environment, which is of one language. Pages share most of what they show (the menu, the footer, an entry of a list),
and a view is frozen, so a component that gets the very same arguments again writes the same again.
"""

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

SHARED = 4_000
"""How many characters may be worth remembering: what is longer, a text above all, is shown on one page only."""

REMEMBERED = 3_000_000
"""How many characters a component remembers before it begins anew: enough for the entries of some thousand texts."""


class Component(Macro):
    """A macro that remembers: arguments are compared by identity, which costs the same for a word and for a page."""

    def __init__(self, *settings: Any) -> None:
        """Begin with nothing remembered."""
        super().__init__(*settings)
        self._known: dict[tuple[Any, ...], tuple[Markup, object]] = {}
        self._length = 0

    def __call__(self, *given: Any, **named: Any) -> Markup:
        """Write what the arguments show, as safe HTML."""
        key = (*map(id, given), *named, *map(id, named.values()))
        known = self._known.get(key)
        if known is not None:
            return known[0]
        html = Markup(self._func(*self._arranged(given, named)))  # noqa: S704 - the template has escaped it
        # What somebody wraps in a component is made for that one call.
        if len(html) <= SHARED and not self.caller:
            self._remember(key, html, (given, named))
        return html

    def _remember(self, key: tuple[Any, ...], html: Markup, arguments: object) -> None:
        self._length += len(html)
        if self._length > REMEMBERED:
            self._known.clear()
            self._length = len(html)
        # The arguments are kept: while they live, no other object can have their identities.
        self._known[key] = (html, arguments)

    def _arranged(self, given: tuple[Any, ...], named: dict[str, Any]) -> list[Any]:
        """Put the arguments in the order of the macro's parameters; raises TypeError for one that it does not have."""
        names = [*self.arguments, "caller"] if self.caller else self.arguments
        arranged = [*given, *[named.get(name, missing) for name in names[len(given) :]]]
        if len(arranged) > len(names) or not named.keys() <= set(names[len(given) :]):
            raise TypeError(f"the component {self.name} takes {', '.join(names)}")
        return arranged


class PageContext(Context):
    """The names of a page. Nothing that templates call asks for the context, so calls are plain calls."""

    def call(
        self,
        function: Callable[..., Any],
        /,
        *given: Any,
        _block_vars: object = None,
        _loop_vars: object = None,
        **named: Any,
    ) -> Any:
        """Call a component or a function of the environment."""
        return function(*given, **named)


class PageTemplate(Template):
    """A template whose macros are components and whose output is escaped without a detour."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> "Template":
        """Make a template of compiled code; the names that the code has imported from Jinja become ours."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(Macro=Component, escape=escaped)
        return template


class PageEnvironment(Environment):
    """An environment whose globals are settled before the first template is loaded."""

    template_class = PageTemplate
    context_class = PageContext

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
        text: str = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace('"', "&#34;").replace("'", "&#39;")
    return escape(value)
