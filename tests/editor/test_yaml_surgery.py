"""Changing YAML in place: it means what was wanted, and lines of what did not change stay."""

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.authoring.yaml_document import parse_yaml
from plugins.editor.yaml_surgery import rewritten
from plugins.editor.yaml_writing import pairs
from tests.laws import law

KEYS = st.sampled_from(["a", "b", "c", "title", "otsikko"])
LOOKALIKES = ["no", "12:30", "2031-05-14", "3.10", "# x", "a: b", "- x", "[x", "true", "~", "rivi\ntoinen", ""]
SIGNS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"])
TEXTS = st.text(SIGNS, max_size=12) | st.sampled_from(LOOKALIKES)
VALUES = st.recursive(
    TEXTS | st.integers(-999, 9999) | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)


def value(text: str) -> Any:
    document = parse_yaml("", text, 1)
    assert not document.diagnostics, text
    return document.value


@law(200, 20_000)
@given(RECORDS, RECORDS)
def test_it_means_what_was_wanted(old: dict[str, Any], new: dict[str, Any]) -> None:
    text = "\n".join(pairs(old, "")) + "\n"
    assert value(text) == old
    made = rewritten(text, old, new)
    assert value(made) == new
    assert rewritten(made, new, new) == made


@law(200, 20_000)
@given(RECORDS, KEYS, VALUES)
def test_lines_of_other_keys_stay(old: dict[str, Any], key: str, changed: Any) -> None:
    assume(old.get(key) != changed)
    parts = {name: "\n".join(pairs({name: one}, "")) + "\n" for name, one in old.items()}
    text = "".join(f"# {name}: a word\n{part}" for name, part in parts.items())
    made = rewritten(text, old, {**old, key: changed})
    for name, part in parts.items():
        assert f"# {name}: a word\n" in made
        assert name == key or part in made
