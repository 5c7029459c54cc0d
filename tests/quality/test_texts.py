"""Every code has its texts in every language, and they name the same values."""

import ast
from pathlib import Path
from string import Formatter

import pytest

import plugins
from plugins.core.arrangement import Visibility
from plugins.core.codes import CODES, OPTIONAL, ROWS
from plugins.core.diagnostics import Diagnostic, Place
from plugins.core.languages import LANGUAGES
from plugins.quality.messages import message
from plugins.quality.texts import PARTS, texts

EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@EACH_LANGUAGE
def test_every_code_and_no_other_has_texts(language: str) -> None:
    assert set(texts(language).codes) == set(CODES)


@EACH_LANGUAGE
@pytest.mark.parametrize("code", CODES)
def test_a_code_has_all_its_parts_and_names_only_its_values(language: str, code: str) -> None:
    table = texts(language).codes[code]
    wanted = set(PARTS) if OPTIONAL in CODES[code].values else set(PARTS) - {OPTIONAL}
    assert set(table) == wanted
    known = {*CODES[code].values, *(["setting"] if "key" in CODES[code].values else [])} - {OPTIONAL}
    for part in ("what", "why", "mend"):
        assert table[part].strip().endswith((".", "?", ")", ":", "---", "…"))
        assert named(table[part]) <= known
    assert named(table.get(OPTIONAL, "")) <= {OPTIONAL}


@pytest.mark.parametrize("code", CODES)
def test_all_languages_name_the_same_values(code: str) -> None:
    in_each = [{part: named(text) for part, text in texts(one).codes[code].items()} for one in LANGUAGES]
    together = [set().union(*parts.values()) for parts in in_each]
    assert all(one == together[0] for one in together)


def test_a_diagnostic_is_one_row() -> None:
    """No code has a second row, and whoever makes a diagnostic gives it no value that its row does not name."""
    assert len(ROWS) == len(CODES)
    for module in Path(plugins.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "diagnostic":
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    given = {one.arg for one in node.keywords} - {None}
                    assert given <= set(CODES[str(code.value)].values), f"{module}:{node.lineno}"


@pytest.mark.parametrize("code", CODES)
def test_every_value_is_told(code: str) -> None:
    table = texts("fi").codes[code]
    assert set(CODES[code].values) <= {name for text in table.values() for name in named(text)}


def test_all_languages_have_the_same_words() -> None:
    first, *others = [texts(language) for language in LANGUAGES]
    for other in others:
        assert {table: set(words) for table, words in other.words.items()} == {
            table: set(words) for table, words in first.words.items()
        }
        assert set(other.count) == set(first.count) == {"error", "warning", "hint"}
    assert set(Visibility) - {"published"} == set(first.words["state"])


@EACH_LANGUAGE
@pytest.mark.parametrize("code", CODES)
def test_a_message_has_no_gap(language: str, code: str) -> None:
    values = tuple((name, f"value-of-{name}") for name in CODES[code].values)
    said = " ".join(message(Diagnostic(code, Place("news/x.fi.md"), values), texts(language)))
    assert "{" not in said.replace("{decorative}", "")
    for name in set(CODES[code].values) - {"expected", "state"}:
        assert f"value-of-{name}" in said


@EACH_LANGUAGE
def test_every_token_is_put_into_words(language: str) -> None:
    words = texts(language).words
    for table, name in (("expected", "FRM011"), ("state", "LNK002"), ("problem", "OUT003"), ("marker", "OUT002")):
        for token in words[table]:
            said = message(Diagnostic(name, Place("x"), ((table, f"{token}:a|b"),)), texts(language))
            assert f"{token}:a|b" not in " ".join(said)
