"""The guide for staff: both languages say the same, every example builds, every field and state is told."""

import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import IsInstanceSchema

from plugins import scanning
from plugins.authoring.schemas import SCHEMAS
from plugins.authoring.version_reading import parse_source
from plugins.bilingual import words
from plugins.blocks.kinds import KINDS
from plugins.core.markup.serialiser import to_html
from tests.docs.examples import ExampleSite
from tests.docs.guides import DOCS

PAIRS = {
    "README": "README",
    "selaimessa": "i-webblasaren",
    "ensimmainen-juttu": "forsta-inlagget",
    "perustiedot": "grunduppgifter",
    "teksti": "texten",
    "tuominen": "hamta-in",
    "kieliversiot": "sprakversioner",
    "julkaiseminen": "publicering",
    "lohkot": "block",
    "kirjastot-fi": "biblioteken-fi",
    "yllapito": "administration",
    "oma-sivusto": "egen-webbplats",
    "viestit": "meddelanden",
}
"""The pages of the guide in Finnish and in Swedish."""

EXAMPLE = re.compile(r"^```text\n(\S+\.(?:md|yaml))\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
TABLE_LINE = re.compile(r"^\| .*\|$", re.MULTILINE)
PAGES = [
    DOCS / "editors" / language / f"{name}.md"
    for names in PAIRS.items()
    for language, name in zip(("fi", "sv"), names, strict=True)
]


def shape(page: Path) -> dict[str, list[str]]:
    """Give what must be alike in both languages: levels of headings, commands, options, and numbers of parts."""
    text = page.read_text(encoding="utf-8")
    prose = FENCE.sub("", text)
    return {
        "headings": re.findall(r"^#+ ", prose, re.MULTILINE),
        "commands": [line.replace(".sv.md", ".fi.md") for line in re.findall(r"^\./kaiku.*$", text, re.MULTILINE)],
        "fences": re.findall(r"^```(\w+)$", text, re.MULTILINE),
        "rows": ["row"] * len(TABLE_LINE.findall(prose)),
        "points": re.findall(r"^(?:-|\d\.) ", prose, re.MULTILINE),
    }


def test_every_page_has_its_pair() -> None:
    """No page stands in one language only."""
    assert sorted(PAGES) == sorted((DOCS / "editors").rglob("*.md"))


@pytest.mark.parametrize(("finnish", "swedish"), PAIRS.items())
def test_both_languages_say_the_same(finnish: str, swedish: str) -> None:
    """Headings, commands, examples, rows and points agree in number and kind."""
    assert shape(DOCS / f"editors/fi/{finnish}.md") == shape(DOCS / f"editors/sv/{swedish}.md")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem not in {"viestit", "meddelanden"}], ids=lambda page: page.stem
)
def test_examples_build(page: Path, tmp_path: Path) -> None:
    """The examples of a page make one site without a fault of its own."""
    site = ExampleSite(tmp_path)
    files = dict(EXAMPLE.findall(page.read_text(encoding="utf-8")))
    site.hold("", {**files, "files/esitys.pdf": ""}, wrong=False)
    found = site.diagnostics(release=False, rendered=True)
    assert not [one for one in found if one.code not in {"SIT002", "FIL001"}], found


@pytest.mark.parametrize("page", ["fi/teksti.md", "sv/texten.md"])
def test_text_is_read_as_the_guide_says(page: str) -> None:
    """Lists, breaks, speech, dates, notes and comments come out as the chapter on text tells."""
    language = page[:2]
    files = dict(EXAMPLE.findall((DOCS / "editors" / page).read_text(encoding="utf-8")))

    def shown(name: str) -> str:
        read = parse_source(
            f"news/2031-05-14-{name}.{language}.md", files[f"news/2031-05-14-{name}.{language}.md"].encode()
        )
        assert read is not None
        return to_html(read[1])

    lines = shown("rivit")
    assert lines.count("<ul>") == 2
    assert lines.count("<ol>") == 1
    assert "<p>– " in lines
    assert "<p>24." in lines
    assert "<br>" in lines
    assert "<del>" in lines
    assert '<section class="note">' in lines
    assert "*" in lines
    assert "<!--" not in lines
    assert lines.count("<p>") >= 8
    notes = shown("viitteet")
    assert notes.index("_fn-1") < notes.index("_fn-2")
    assert re.search(r'id="_fn-1"><?.*?(Hankkeen oma|Projektets egen)', notes)
    assert shown("liitetty").count("<li>") == 2


@pytest.mark.parametrize("page", ["fi/perustiedot.md", "sv/grunduppgifter.md"])
def test_every_field_is_told(page: str) -> None:
    """Each field of each type stands in the text or in an example."""
    text = (DOCS / "editors" / page).read_text(encoding="utf-8")
    for name, schema in SCHEMAS.items():
        assert f"`{name.value}`" in text
        for field in fields(schema.model_json_schema(schema_generator=Names)):
            assert re.search(rf"`{field}`|\b{field}:", text), field


class Names(GenerateJsonSchema):
    """Takes a field's name alone of what only our own code reads, such as a date."""

    def is_instance_schema(self, schema: IsInstanceSchema) -> JsonSchemaValue:  # noqa: ARG002 - so it is called
        return {}


def fields(schema: dict[str, object]) -> set[str]:
    """Name the fields of a schema and of the schemas that it is made of."""
    inner = schema.get("$defs", {})
    assert isinstance(inner, dict)
    parts = [schema, *(part for name, part in inner.items() if name.endswith("Schema"))]
    return {name for part in parts for name in part.get("properties", {})}


@pytest.mark.parametrize(("language", "page"), [("fi", "kieliversiot.md"), ("sv", "sprakversioner.md")])
def test_states_have_the_words_of_the_board(language: str, page: str) -> None:
    """The guide calls the states of translations what the board calls them."""
    texts = texts_beside(words, language)
    for state in ("ok", "stale", "touched", "missing", "unmarked"):
        assert f"| {texts[state]} |" in (DOCS / "editors" / language / page).read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "page"), [("fi", "lohkot.md"), ("sv", "block.md")])
def test_blocks_are_told_completely(language: str, page: str) -> None:
    """The guide calls the states of blocks what a scan calls them, and has every kind."""
    text, texts = (DOCS / "editors" / language / page).read_text(encoding="utf-8"), texts_beside(scanning, language)
    for state in ("current", "stale", "edited", "damaged", "missing", "unknown"):
        assert f"| {texts[state]} |" in text
    for kind in KINDS:
        assert f"| `{kind}` |" in text


def texts_beside(module: ModuleType, language: str) -> dict[str, str]:
    """Read the table of texts that stands beside a module."""
    file = Path(str(module.__file__)).parent / "texts" / f"{language}.toml"
    texts: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return texts
