"""Jinja for pages: what a call need not ask is not asked, and what many pages share is written once.

A component is a macro that was imported without context: what it writes follows from its arguments and from its
environment, which is of one language.
"""

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any, TypeAlias

from jinja2 import Environment, Template
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from plugins.theming.page_code import PageCode

REMEMBERED = 4_000_000
"""How many characters `Once` remembers before it begins anew: enough for the entries of some thousand texts."""

Component: TypeAlias = Callable[..., Markup]


def component(
    environment: Environment, write: Callable[..., str], name: str, parameters: tuple[str, ...], *others: bool
) -> Component | Macro:
    """Make a component of a compiled macro; `others` say whether it catches further arguments or wraps something."""
    if any(others[:3]):
        return Macro(environment, write, name, list(parameters), *others)
    # Python puts arguments in their places in a fifth of the time that Jinja takes, when it knows the signature.
    # The names come from the theme's own templates, and Jinja has found them to be names.
    signature = ", ".join(f"{one}=_missing" for one in parameters)
    code = f"lambda {signature}: _safe(_markup, _write({', '.join(parameters)}))"
    made: Any = eval(code, {"_missing": missing, "_safe": str.__new__, "_markup": Markup, "_write": write})  # noqa: S307
    made.__name__, made.arguments, made.caller = str(name), parameters, False
    return made  # type: ignore[no-any-return]


class Once:
    """Writes a component once for the very same arguments: the menu, an entry of a list, whatever many pages share.

    Arguments are compared by identity, which costs the same for a word and for a list. They belong to views, which
    are frozen: the same object says the same.
    """

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._known: dict[tuple[int, ...], tuple[Markup, object]] = {}
        self._length = 0

    def __call__(self, *asked: Any) -> Markup:
        """Write what a component, the first of what is asked, makes of the arguments after it."""
        key = tuple(map(id, asked))
        known = self._known.get(key)
        if known is not None:
            return known[0]
        wanted: Component = asked[0]
        html = wanted(*asked[1:])
        self._length += len(html)
        if self._length > REMEMBERED:
            self._known.clear()
            self._length = len(html)
        # What was asked is kept: while it lives, no other object can have its identity.
        self._known[key] = (html, asked)
        return html


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
        template.root_render_func.__globals__.update(Macro=component, escape=escaped)
        return template


class PageEnvironment(Environment):
    """An environment whose globals are settled before the first template is loaded."""

    template_class = PageTemplate
    code_generator_class = PageCode

    def __init__(self, **options: Any) -> None:
        """Begin with no template loaded."""
        super().__init__(**options)
        self._components: dict[tuple[str, str], Any] = {}

    def component(self, template: str, name: str) -> Any:
        """Give a component of a template for another one to use."""
        key = (template, name)
        if key not in self._components:
            self._components[key] = getattr(self.get_template(template).module, name)
        return self._components[key]

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
