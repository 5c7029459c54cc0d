"""What makes pages quick changes none of them: Jinja as it comes writes the same."""

from types import SimpleNamespace
from typing import Any

import jinja2
import msgspec.structs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from plugins.theming import page_environment
from plugins.theming.page_environment import PageEnvironment, escaped
from plugins.theming.templates import PageTemplates
from tests.theme.bodies import prose
from tests.theme.examples import pages
from tests.theme.site import LANGUAGES, NAMES, THEME, templates

SHOWN = "{% macro shown(thing, level=1) %}<b>{{ level }} {{ thing.name }}</b>{% endmacro %}"


def component(source: str = SHOWN) -> Any:
    module: Any = PageEnvironment(autoescape=True).from_string(source).module
    return module.shown


@pytest.fixture(scope="module")
def plain() -> PageTemplates:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_environment, "PageEnvironment", jinja2.Environment)
        as_it_comes = PageTemplates(THEME, LANGUAGES, {})
        for language in LANGUAGES:
            as_it_comes.environment(language)
    return as_it_comes


@pytest.mark.parametrize(("language", "name"), NAMES)
def test_jinja_as_it_comes_writes_the_same_page(language: str, name: str, plain: PageTemplates) -> None:
    view = pages(language)[name]
    expected = plain.render(view, prose)
    for _ in range(2):
        assert templates().render(view, prose) == expected


def test_arguments_go_to_their_parameters() -> None:
    shown = component("{% macro shown(a=0, b=0) %}{{ a }} {{ b }}{% endmacro %}")
    written = [shown(), shown(5), shown(a=5), shown(b=5), shown(5, 6), shown(b=7, a=5), shown(5, b=7)]
    assert written == ["0 0", "5 0", "5 0", "0 5", "5 6", "5 7", "5 7"]
    assert all(isinstance(one, Markup) for one in written)


def test_a_wrapper_shows_what_it_wraps() -> None:
    source = (
        "{% macro band(title) %}<p>{{ title }}: {{ caller() }}</p>{% endmacro %}"
        "{% for one in ('a', '<') %}{% call band('x') %}{{ one }}{% endcall %}{% endfor %}"
    )
    assert PageEnvironment(autoescape=True).from_string(source).render() == "<p>x: a</p><p>x: &lt;</p>"


def test_templates_share_a_component() -> None:
    sources = {
        "part": "{% macro part(thing, level=1) %}<b>{{ level }} {{ thing.name }}</b>{% endmacro %}",
        "whole": "{% from 'part' import part %}{% macro whole(thing) %}{{ part(thing) }}{% endmacro %}",
        "page": (
            "{% from 'part' import part %}{% from 'whole' import whole %}{% for one in things %}"
            "{{ whole(one) }}{{ part(one, level=loop.index) }}{{ one.name.upper() }}{% endfor %}"
        ),
    }
    things = [SimpleNamespace(name="a & b"), SimpleNamespace(name="c")]
    pages = [
        made(loader=jinja2.DictLoader(sources), autoescape=True).get_template("page").render(things=things)
        for made in (PageEnvironment, jinja2.Environment)
    ]
    assert pages[0] == pages[1]
    assert pages[0].startswith("<b>1 a &amp; b</b><b>1 a &amp; b</b>A &amp; B<b>1 c</b><b>2 c</b>")


@pytest.mark.parametrize(
    "source",
    [
        "{{ shown(*things) }}",
        "{{ shown(**things) }}",
        "{% from name import shown %}",
        "{% from 'part' import shown as part %}",
        "{% from 'part' import shown with context %}",
    ],
)
def test_what_templates_have_no_need_of_is_a_fault(source: str) -> None:
    with pytest.raises(jinja2.TemplateAssertionError):
        PageEnvironment(autoescape=True).from_string(source)


def test_a_component_that_is_not_there_is_a_fault() -> None:
    environment = PageEnvironment(loader=jinja2.DictLoader({"part": ""}), autoescape=True)
    with pytest.raises(AttributeError, match="shown"):
        environment.from_string("{% from 'part' import shown %}").render()


@pytest.mark.parametrize("arguments", [((1, 2, 3), {}), ((1,), {"other": 2}), ((1,), {"thing": 2})])
def test_a_component_takes_its_parameters_only(arguments: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    with pytest.raises(TypeError, match="argument"):
        component()(*arguments[0], **arguments[1])


def test_a_missing_argument_is_a_fault() -> None:
    with pytest.raises(jinja2.UndefinedError):
        component()()


def test_a_page_in_another_language_is_not_what_was_remembered() -> None:
    view = pages("fi")["news"]
    moved = msgspec.structs.replace(view, shell=msgspec.structs.replace(view.shell, language="sv"))
    assert "Huvudmeny" in templates().render(moved, prose)
    assert "Huvudmeny" not in templates().render(view, prose)


@given(
    st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none(), st.sampled_from(["<a href='x'>", 'a & "b"']))
)
def test_escaping_is_that_of_markupsafe(value: Any) -> None:
    assert escaped(value) == str(escape(value))


def test_an_undefined_value_is_a_fault() -> None:
    environment = PageEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError):
        environment.from_string("{{ nothing }}").render()
