"""Bodies are read as CommonMark and GitHub read them, block by block, but for what the content format excepts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.oracle import ours, shape, theirs
from tests.laws import law

_LICENCE, *EXAMPLES = (
    (Path(__file__).parent / "commonmark_examples.txt").read_text(encoding="utf-8").replace("→", "\t").split("%%%%\n")
)

MEANT = {
    177: "what follows a comment on its line is read as Markdown: only the comment is hidden",
    353: "a no-break space after a list's mark is a space",
    488: "an address with spaces, as a browser's bar gives it, is a link",
    609: "Word's tags (`<o:p>`) are tags, and told",
}
"""Examples that we read otherwise, by their numbers, and why."""


@pytest.mark.parametrize("number", range(1, len(EXAMPLES) + 1))
def test_examples_of_the_specification(number: int) -> None:
    text = EXAMPLES[number - 1]
    assert (ours(text) == theirs(text)) is (number not in MEANT)


LINES = st.sampled_from(
    (
        "Mukana ovat:", "Vastauksia tuli paljon", "jatkuu tässä", "- Esimerkkilä", "- Mallila", "* Museot", "+ Muut",
        "  - sisempi", "    - vielä sisempi", "   - kolme", "1. Kysely", "2. Raportti", "1) Yksi", "2) Kaksi",
        "7. Seitsemän", "   1. Sisempi", "      kappale kohdassa", "  kappale kohdassa", "    neljä välilyöntiä",
        "> Lainaus", "> - kohta", ">", "## Otsikko", "### Alempi", "---", "***", "===", "```", "```python", "~~~",
        "    koodia", "| A | B |", "|---|---|", "| 1 | 2 |", "A | B", "---|:-:", "yksi | kaksi", "`koodi`",
        "**lihava** ja *korostus*", "[linkki](a.fi.md)", "![kuva](b.jpg)", "- [ ] tehtävä", "- ## otsikko",
        "- > lainaus", "- 1. a", "* * *", "rivi  ", "rivi\\", "Viite[^1].", "    jatkuu", "#ei otsikkoa",
        "1.ei luetteloa", "-ei luetteloa", "\ttabi", "-\ttabi", "", "", "", "", "",
    )
)  # fmt: skip
"""What staff write, and what stands near it; texts are made of any of these lines in any order."""


@law(300, 10_000)
@given(st.lists(LINES, max_size=14).map("\n".join))
def test_lines_in_any_order(text: str) -> None:
    assert shape(ours(text)) == shape(theirs(text))


CONTENT = sorted((Path(__file__).parents[2] / "content").rglob("*.md"))


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_the_content_of_the_site(path: Path) -> None:
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    assert shape(ours(body)) == shape(theirs(body))


MARKS = st.sampled_from(
    (
        "*",
        "**",
        "_",
        "__",
        " ~~c~~ ",
        "`",
        "a",
        "b",
        " ",
        "ä",
        ".",
        "(",
        ")",
        "[",
        "!",
        "\\",
        "&amp;",
        "<",
        ">",
        '"',
    )
)


@law(300, 10_000)
@given(st.lists(MARKS, max_size=16).map("".join))
def test_marks_in_any_order(text: str) -> None:
    """The words are those of the oracle, in its order: no mark is taken for another."""
    assert ours(f"x{text}") == theirs(f"x{text}")
