"""Pages from views: one Jinja environment a language, templates compiled once a process.

A page is its template and its view, nothing else: what a template may ask for is the view, `prose`, the interface
texts of its language, the words of the domain (`words`, `names`) and the stylesheet's address. Macros are imported
without context, so what every macro needs (gettext above all) belongs to the environment.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial
from gettext import GNUTranslations
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup

from plugins.core import vocabulary
from plugins.core.languages import LANGUAGES
from plugins.core.vocabulary import VOCABULARY
from plugins.theming import hyphenation, page_code, page_environment, typesetting
from plugins.theming.assets import Asset, assets
from plugins.theming.catalogues import catalogue_path, template_files, translations
from plugins.theming.hyphenation import Hyphenator


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
    """The theme's templates for some languages.

    `options` are further arguments of the Jinja environments: a `bytecode_cache` on disk spares a new process from
    compiling the templates again, `translate` may know compiled catalogues.
    """

    def __init__(
        self,
        theme: Path,
        languages: tuple[str, ...],
        options: Mapping[str, Any],
        translate: Callable[[Path, str], GNUTranslations] = translations,
    ) -> None:
        """Look at nothing yet: files are read when first needed."""
        self.theme = theme
        self.languages = languages
        self._options = dict(options)
        self._compiled = Compiled()
        self._catalogue = cache(partial(translate, theme))
        self.environment = cache(self._environment)
        self._template = cache(self._loaded)
        self.hyphenators = cache(self._hyphenators)

    @cached_property
    def assets(self) -> tuple[Asset, ...]:
        """What the theme sends beside pages, the stylesheet first."""
        return assets(self.theme)

    @property
    def stylesheet(self) -> str:
        """The path of the stylesheet from the root of the site."""
        return self.assets[0].path

    @cached_property
    def digest(self) -> str:
        """Everything of the theme that a page's bytes depend on: templates, catalogues, names of assets. Hex."""
        state = blake2b(digest_size=16)
        for module in (
            Path(__file__),
            Path(page_code.__file__),
            Path(page_environment.__file__),
            Path(typesetting.__file__),
            Path(vocabulary.__file__),
            Path(hyphenation.__file__),
            *sorted((self.theme / "hyphenation").glob("*.*")),
        ):
            state.update(module.read_bytes() + b"\0")
        paths = [
            *template_files(self.theme),
            *(catalogue_path(self.theme, language) for language in sorted(self.languages)),
        ]
        for path in paths:
            state.update(path.relative_to(self.theme).as_posix().encode() + b"\0")
            state.update(path.read_bytes() + b"\0")
        for asset in self.assets:
            state.update(asset.path.encode() + b"\0")
        options = {key: value for key, value in self._options.items() if key != "bytecode_cache"}
        state.update(repr(sorted((key, str(value)) for key, value in options.items())).encode())
        return state.hexdigest()

    def render(self, view: PageView, prose: Prose) -> str:
        """Render a page."""
        return self._template(view.shell.language, type(view).__name__).render(view=view, prose=prose)

    def _loaded(self, language: str, view_name: str) -> Template:
        return self.environment(language).get_template(template_name(view_name))

    def _hyphenators(self, own: tuple[str, ...] = ()) -> Mapping[str, Hyphenator]:
        """Return the hyphenators of the languages; `own` are an author's words with their soft hyphens."""
        return {code: Hyphenator(self.theme / "hyphenation", code, own) for code in LANGUAGES}

    def _environment(self, language: str) -> Environment:
        """Make the Jinja environment of a language."""
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
        environment = page_environment.PageEnvironment(**{"bytecode_cache": self._compiled, **self._options, **fixed})
        environment.globals.update(
            **text_functions(self._catalogue(language)),
            gettext_in=self._gettext_in,
            stylesheet=self.stylesheet,
            words=VOCABULARY[language],
            names=LANGUAGES[language].names,
            locales={code: LANGUAGES[code].locale for code in self.languages},
        )
        environment.filters["data_block"] = data_block
        environment.filters["soft"] = self._soft(language)
        return environment

    def _soft(self, page: str) -> Callable[..., str]:
        """Return the filter that puts soft hyphens into a text, of the page's language unless it is told another."""

        def soft(text: str, language: str | None = None, own: Iterable[str] = ()) -> str:
            hyphenator = self.hyphenators(tuple(own)).get(language or page)
            return hyphenator.hyphenated(text) if hyphenator else text

        return soft

    def _gettext_in(self, code: str, message: str) -> str:
        """Return a text in another of the site's languages: the page speaks to that language's readers."""
        return self._catalogue(code).gettext(message)


class Compiled(BytecodeCache):
    """Keeps compiled templates for the process: environments differ by language, compiled code does not."""

    def __init__(self) -> None:
        """Begin empty."""
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket of a template that another environment compiled."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


def text_functions(catalogue: GNUTranslations) -> dict[str, Callable[..., str]]:
    """Return the functions by which templates ask for interface texts.

    They do what Jinja's "newstyle" ones do, plain strings that autoescape treats like any other, without asking the
    context: a page has some thirty texts, and each would cost as much as a macro. They are those of the theme, so all
    that have been asked for are kept.
    """
    translated = cache(catalogue.gettext)

    def gettext(message: str, /, **values: Any) -> str:
        text = translated(message)
        return text % values if values else text

    def ngettext(singular: str, plural: str, number: int, /, **values: Any) -> str:
        return _filled(catalogue.ngettext(singular, plural, number), {"num": number, **values})

    def pgettext(context: str, message: str, /, **values: Any) -> str:
        return _filled(catalogue.pgettext(context, message), values)

    def npgettext(context: str, singular: str, plural: str, number: int, /, **values: Any) -> str:
        return _filled(catalogue.npgettext(context, singular, plural, number), {"num": number, **values})

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext, "npgettext": npgettext}


def _filled(text: str, values: Mapping[str, Any]) -> str:
    return text % values if values else text


def template_name(view_name: str) -> str:
    """Name the template of a view's class: `NotFoundPage` is shown by `pages/not_found.html`."""
    words = re.findall(r"[A-Z][a-z0-9]*", view_name.removesuffix("Page"))
    return f"pages/{'_'.join(word.lower() for word in words)}.html"


def data_block(json: str) -> Markup:
    """Write JSON into a `<script>` that holds data: no character is left that could end the element."""
    return Markup(json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704
