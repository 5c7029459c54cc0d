"""Interface texts: complete in every language, none unused, none written into a template."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import nodes

from plugins.theming.catalogues import (
    CatalogueMessage,
    KeptCatalogues,
    catalogue_path,
    messages,
    template_files,
    translations,
)
from tests.theme.site import THEME, templates

LANGUAGES = ("fi", "sv", "en")
VARIABLE = re.compile(r"%\((\w+)\)s")
TEXT_ATTRIBUTE = re.compile(r"""\b(?:alt|title|aria-label|placeholder|content)="([^"{]*[^\W\d_]{2,}[^"{]*)\"""")


def entries(language: str) -> dict[CatalogueMessage, tuple[str, ...]]:
    with catalogue_path(THEME, language).open("rb") as source:
        catalogue = read_po(source, abort_invalid=True)
    found = {}
    for message in catalogue:
        if message.id:
            singular, plural = message.id if isinstance(message.id, tuple) else (str(message.id), "")
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            assert not message.fuzzy, message.id
            found[CatalogueMessage(message.context or "", singular, plural)] = tuple(str(text) for text in texts)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_what_is_asked_for_and_nothing_else(language: str) -> None:
    asked, there = messages(THEME), entries(language)
    assert set(there) - set(asked) == set(), "unused"
    assert set(asked) - set(there) == set(), "missing"
    for message, texts in there.items():
        assert all(texts), message
        assert len(texts) == (2 if message.plural else 1), message
        for text in texts:
            assert sorted(VARIABLE.findall(text)) == sorted(VARIABLE.findall(message.singular)), message
            assert text == text.strip(), message


def test_english_texts_are_the_messages_themselves() -> None:
    for message, texts in entries("en").items():
        assert texts == ((message.singular, message.plural) if message.plural else (message.singular,))


def test_catalogues_speak_their_language() -> None:
    assert translations(THEME, "fi").gettext("Skip to content") == "Siirry sisältöön"
    assert translations(THEME, "sv").gettext("Skip to content") == "Gå till innehållet"
    assert translations(THEME, "fi").ngettext("%(num)s fact", "%(num)s facts", 2) == "%(num)s tietoa"


@pytest.mark.parametrize("path", template_files(THEME), ids=lambda path: path.stem)
def test_a_template_holds_no_text_of_its_own(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = templates().environment("fi").parse(source)
    written = "".join(
        data.data for output in tree.find_all(nodes.Output) for data in output.find_all(nodes.TemplateData)
    )
    words = re.sub(r"<[^>]*>|&\w+;", " ", re.sub(r'="[^"]*"', "", written))
    assert not re.search(r"[^\W\d_]{2,}", re.sub(r"<[^>]*|[\w:-]+>|[\w:-]+=\"", " ", words)) or path.stem == "metadata"
    if path.stem != "metadata":
        assert not TEXT_ATTRIBUTE.search(source)


@pytest.mark.parametrize("path", template_files(THEME), ids=lambda path: path.stem)
def test_a_template_never_switches_escaping_off(path: Path) -> None:
    tree = templates().environment("fi").parse(path.read_text(encoding="utf-8"))
    assert not [one for one in tree.find_all(nodes.Filter) if one.name in {"safe", "xmlattr"}]
    assert not list(tree.find_all(nodes.ScopedEvalContextModifier))


def test_what_is_kept_of_a_catalogue_is_the_catalogue(tmp_path: Path) -> None:
    theme, kept = Path(shutil.copytree(THEME, tmp_path / "theme")), tmp_path / "kept"
    kept.mkdir()
    path = catalogue_path(theme, "sv")
    states = [path.read_text(encoding="utf-8")]
    states.append(states[0].replace('msgstr "Gå till innehållet"', 'msgstr "Till innehållet"'))
    for state in (*states, *states):
        path.write_text(state, encoding="utf-8")
        plain = translations(theme, "sv")
        for _ in range(2):
            found = KeptCatalogues(kept).translations(theme, "sv")
            assert vars(found)["_catalog"] == vars(plain)["_catalog"]
            assert found.ngettext("%(num)s fact", "%(num)s facts", 2) == plain.ngettext(
                "%(num)s fact", "%(num)s facts", 2
            )
    assert [one.name for one in kept.iterdir()] == ["sv.mo"]
