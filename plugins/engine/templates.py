"""Pages from views: one Jinja environment a language, templates compiled once a process.

A page is its template and its view, nothing else: what a template may ask for is the view, `prose`, the interface
texts of its language and the stylesheet's address. Macros are imported without context, so what every macro needs
(gettext above all) belongs to the environment.
"""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from plugins.core.languages import LANGUAGES
from plugins.engine.catalogues import TYPESETTING, catalogue_path, template_files, translations
from plugins.engine.theme_assets import static_files, stylesheet
from plugins.engine.typesetting import Words, words


class PageShell(Protocol):
    """What surrounds a page's content, as far as rendering needs to know."""

    @property
    def language(self) -> str:
        """The language of the page."""


class PageView(Protocol):
    """A view of a page; the name of its class chooses the template."""

    @property
    def shell(self) -> PageShell:
        """What surrounds the content."""


Prose = Callable[[Any], Markup]
"""Turns a view's `Prose` (digest and resolved links) into HTML that has been through the sanitiser."""


class PageTemplates:
    """The theme's templates for some languages; `options` are further arguments of the Jinja environments."""

    def __init__(self, theme: Path, languages: tuple[str, ...], options: Mapping[str, Any]) -> None:
        """Look at nothing yet: files are read when first needed."""
        self.theme = theme
        self.languages = languages
        self._options = dict(options)
        self._environments: dict[str, Environment] = {}
        self._words: dict[str, Words] = {}
        self._templates: dict[tuple[str, str], Template] = {}

    @cached_property
    def stylesheet(self) -> str:
        """The path of the stylesheet from the root of the site."""
        return stylesheet(self.theme).path

    @cached_property
    def digest(self) -> str:
        """Everything of the theme that a page's bytes depend on: templates, catalogues, names of assets. Hex."""
        state = blake2b(digest_size=16)
        for module in (Path(__file__), TYPESETTING):
            state.update(module.read_bytes() + b"\0")
        paths = [*template_files(self.theme), *(catalogue_path(self.theme, one) for one in sorted(self.languages))]
        for path in paths:
            state.update(path.relative_to(self.theme).as_posix().encode() + b"\0")
            state.update(path.read_bytes() + b"\0")
        for name in (self.stylesheet, *(asset.path for asset in static_files(self.theme))):
            state.update(name.encode() + b"\0")
        state.update(repr(sorted((key, str(value)) for key, value in self._options.items())).encode())
        return state.hexdigest()

    def render(self, view: PageView, prose: Prose) -> str:
        """Render a page."""
        key = (view.shell.language, type(view).__name__)
        template = self._templates.get(key)
        if template is None:
            template = self._templates[key] = self.environment(key[0]).get_template(template_name(key[1]))
        return template.render(view=view, prose=prose)

    def words(self, language: str) -> Words:
        """Give the words that typesetting adds to bodies in a language."""
        if language not in self._words:
            self._words[language] = words(translations(self.theme, language).gettext)
        return self._words[language]

    def environment(self, language: str) -> Environment:
        """Give the Jinja environment of a language, made when first asked for."""
        if language not in self._environments:
            self._environments[language] = self._made(language)
        return self._environments[language]

    def _made(self, language: str) -> Environment:
        # What keeps pages safe and templates readable is not open to options.
        fixed: dict[str, Any] = {
            "loader": FileSystemLoader(self.theme),
            "autoescape": True,
            "undefined": StrictUndefined,
            "extensions": [*self._options.get("extensions", ()), "jinja2.ext.i18n"],
            "trim_blocks": True,
            "lstrip_blocks": True,
            "auto_reload": False,
            "cache_size": -1,
        }
        environment = Environment(**{**self._options, **fixed})  # noqa: S701 - autoescape is on, in `fixed`
        catalogues = {code: translations(self.theme, code) for code in self.languages}
        environment.install_gettext_translations(catalogues[language], newstyle=True)  # type: ignore[attr-defined]

        def gettext_in(code: str, message: str) -> str:
            """Give a text in another of the site's languages: the page speaks to that language's readers."""
            return catalogues[code].gettext(message)

        environment.globals.update(
            gettext_in=gettext_in,
            stylesheet=self.stylesheet,
            locales={code: LANGUAGES[code].locale for code in self.languages},
        )
        environment.filters["data_block"] = data_block
        return environment


def template_name(view_name: str) -> str:
    """Name the template of a view's class: `NotFoundPage` is shown by `pages/not_found.html`."""
    words = re.findall(r"[A-Z][a-z0-9]*", view_name.removesuffix("Page"))
    return f"pages/{'_'.join(word.lower() for word in words)}.html"


def data_block(json: str) -> Markup:
    """Write JSON into a `<script>` that holds data: no character is left that could end the element."""
    return Markup(json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704
