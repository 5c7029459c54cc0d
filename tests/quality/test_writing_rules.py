"""The rules of writing: each finds its fault at its place, and leaves alone what only resembles it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.version_reading import SourceName, read_version
from plugins.core.diagnostics import Diagnostic
from plugins.core.documents import DocumentType
from plugins.quality.rules import WRITING_RULES
from plugins.quality.rules.sentences import long_parts, sentences

BODY_LINE = 7
LONG = " ".join(["sana"] * 40)


def judged(body: str, front: str = "", language: str = "fi") -> tuple[Diagnostic, ...]:
    name = SourceName(f"news/a.{language}.md", DocumentType.NEWS, "a", language)
    head = f"---\ntitle: Otsikko\ndate: 2031-05-14\nproject: hanke\n{front}---\n\n"
    reading = read_version(name, (head + body).encode(), WRITING_RULES).reading
    return reading.diagnostics


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("TXT006", "Lue [tästä](https://x.example/)."),
        ("TXT006", "Lue [Lue lisää »](https://x.example/)."),
        ("TXT006", "Läs [**här**](https://x.example/)."),
        ("TXT006", "[Klicka här!](https://x.example/)"),
        ("TXT007", "| | |\n|---|---|\n| a | b |"),
        ("TXT007", "<table><tr><td>a</td></tr></table>"),
        ("TXT008", f"Kun {LONG}."),
        ("TXT008", f"- kohta\n\nAlku. Kun {LONG}, niin."),
        ("IMG007", "![IMG_2031.jpg](../images/a.jpg)"),
        ("IMG007", "![IMG_2031](../images/a.jpg)"),
        ("IMG007", "![kirjasto-ulkoa](../images/kirjasto-ulkoa.jpg)"),
        ("IMG007", "![Kuva 3](../images/a.jpg)"),
        ("IMG008", '![Sali avattiin.](../images/a.jpg "Sali avattiin")'),
        ("PRV001", "Tunnus 131052-308T"),
        ("PRV001", "Tunnus 131052\\-308T"),
        ("PRV001", "Tunnus **131052**-308T"),
        ("PRV001", "Tunnus 131052&#45;308T"),
        ("PRV001", "![Tunnus 131052-308T](../images/a.jpg)"),
        ("PRV002", "puh. 040 123 4567"),
        ("PRV005", "Koivukatu 5 B 12"),
    ],
)
def test_hit(code: str, body: str) -> None:
    found = judged(body)
    assert [one.code for one in found] == [code]
    assert not any(word in str(found[0].values) for word in ("131052", "4567", "Koivukatu"))


@pytest.mark.parametrize(
    "body",
    [
        "Lue [kyselyn tulokset tästä](https://x.example/).",
        "Siirry [Linkki-lehden sivulle](https://x.example/).",
        "Viite.[^1]\n\n[^1]: Lue lisää.",
        "| Kunta | |\n|---|---|\n| a | b |",
        "<table><tr><th>a</th><td>b</td></tr></table>",
        f"Kun {LONG[:120]}. Sitten {LONG[:120]}.",
        "\n".join(f"- {LONG[:100]}" for _ in range(9)),
        "![Kuva 3 Laukaan kirjastosta](../images/a.jpg)",
        "![Kirjasto](../images/kirjasto.jpg)",
        '![Kymmenen lukijaa salissa](../images/a.jpg "Sali avattiin")',
        "Avoinna ma–to 09–20, ISBN 978-952-12-3456-7, 16.2.2026, 1234567-8.",
    ],
)
def test_near_miss(body: str) -> None:
    assert judged(body) == ()


@given(
    st.lists(st.sampled_from((". A", ". a", ".", "” ", "Ä", "! 1", ". \n", " ", "sana", "3.5", "…")), max_size=30).map(
        "".join
    )
)
def test_long_sentences_lie_between_plain_ends(text: str) -> None:
    """Looking only at what is long between the plainest ends finds the same sentences."""
    found = [
        (start + begin, one) for start, part in long_parts(text, 9) for begin, one in sentences(part) if len(one) > 9
    ]
    assert found == [(begin, one) for begin, one in sentences(text) if len(one) > 9]


def test_a_swedish_sentence_may_be_longer() -> None:
    assert judged(f"När {LONG}.", language="sv") == ()


def test_places() -> None:
    assert judged("Alku.\n\nLue [tästä](https://x.example/).")[0].place.line == BODY_LINE + 2
    assert judged("Alku.\n\npuh. 040 123 4567")[0].place.line == BODY_LINE + 2
    front = judged("Alku.", 'summary: "puh. 040 123 4567"\n')
    assert [(one.code, one.place.line, one.place.column) for one in front] == [("PRV002", 5, 16)]
    escaped = judged("Alku.", 'summary: "puh. 040 12\\x33 4567"\n')
    assert [(one.code, one.place.line) for one in escaped] == [("PRV002", 5)]


def test_an_author_answers_for_everything_but_identity_codes() -> None:
    body = "puh. 040 123 4567, Koivukatu 5 B 12, FI21 1234 5600 0007 85, 131052-308T"
    assert [one.code for one in judged(body, "privacy_ok: [phone, address, iban]\n")] == ["PRV001"]
    refused = [one.code for one in judged(body, "privacy_ok: [identity]\n")]
    assert sorted(refused) == ["FRM012", "PRV001", "PRV002", "PRV004", "PRV005"]


def test_a_note_that_nothing_refers_to_leads_nowhere() -> None:
    head = "---\ntitle: Otsikko\ndate: 2031-05-14\nproject: hanke\n---\n\n"
    name = SourceName("news/a.fi.md", DocumentType.NEWS, "a", "fi")
    lonely = read_version(name, (head + "Alku.\n\n[^1]: Viite.").encode())
    used = read_version(name, (head + "Alku.[^1]\n\n[^1]: Viite.").encode())
    assert b"_fn-1" not in lonely.tree
    assert [one.code for one in lonely.reading.diagnostics] == ["TXT012"]
    assert b"#_fn-1" in used.tree
