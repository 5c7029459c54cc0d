"""Changing YAML in place: it means what was wanted, and lines of what did not change stay."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
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


@law(200, 20_000)
@given(RECORDS, st.data())
def test_pairs_come_in_the_order_that_is_wanted(old: dict[str, Any], data: st.DataObject) -> None:
    new = {name: old[name] for name in data.draw(st.permutations([*old]))}
    parts = {name: "\n".join(pairs({name: one}, "")) + "\n" for name, one in old.items()}
    made = rewritten("".join(parts.values()), old, new)
    assert made == "".join(parts[name] for name in new)


ROWS = """rows:
  # the first
  - label: A
    value: 1
  # the second
  - label: B
    value: 2  # counted
names:
  # leads
  Johto:
    - Aino
  # later
  Muut: []  # nobody yet
  Vieraat: [Bo]
end: x  # stays
"""


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (lambda new: new["rows"].pop(0), "  - label: A\n    value: 1\n", ""),
        (lambda new: new["rows"].pop(), "  - label: B\n    value: 2  # counted\n", ""),
        (lambda new: new["rows"].append({"label": "C"}), "# counted\n", "# counted\n  - {label: C}\n"),
        (lambda new: new["rows"].insert(1, {"label": "C"}), "value: 1\n", "value: 1\n  - {label: C}\n"),
        (
            lambda new: new.update(names={"Muut": [], "Vieraat": ["Bo"], "Johto": ["Aino"]}),
            "  Johto:\n    - Aino\n  # later\n  Muut: []  # nobody yet\n  Vieraat: [Bo]\n",
            "  # later\n  Muut: []  # nobody yet\n  Vieraat: [Bo]\n  Johto:\n    - Aino\n",
        ),
        (
            lambda new: new.update(names={"Kaikki: nyt": ["Aino"], "Muut": [], "Vieraat": ["Bo", "Cia"]}),
            "  Johto:\n    - Aino\n  # later\n  Muut: []  # nobody yet\n  Vieraat: [Bo]\n",
            '  "Kaikki: nyt":\n    - Aino\n  # later\n  Muut: []  # nobody yet\n  Vieraat: [Bo, Cia]\n',
        ),
    ],
)
def test_neighbours_of_what_changes_stay(change: Callable[[Any], Any], before: str, after: str) -> None:
    old = value(ROWS)
    new = deepcopy(old)
    change(new)
    expected = ROWS.replace(before, after)
    assert rewritten(ROWS, old, new) == expected
    assert repr(value(expected)) == repr(new)
