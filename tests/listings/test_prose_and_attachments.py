import pytest
from msgspec.structs import replace

from plugins.core.diagnostics import Place
from plugins.core.documents import ContentFile, Heading
from plugins.core.facts import Attachment
from plugins.core.outputs import FileView
from plugins.listings.attachments import attachment_files
from tests.listings.builders import index, meeting, news, page, site, view, with_references

FILES = [ContentFile(f"files/{name}.pdf", 1_234_567, f"digest of {name}") for name in ("esitys", "ohje", "salainen")]


def links(*symbols: str, language: str = "fi") -> list[tuple[str, str, str | None, str]]:
    target = news("n1", title="Kysely")
    heading = Heading(2, "tulokset", "Tulokset", Place("news/n1.fi.md"))
    body = replace(target.body, headings=(heading,), ids=("tulokset",))
    of = index(
        replace(target, body=body),
        news("n1", "sv", title="Enkät"),
        news("n2", "sv", title="Bara på svenska"),
        news("n3", status="draft"),
        with_references(page("s1", "fi", title="X"), *symbols),
        with_references(page("s1", "sv", title="X"), *symbols),
        files=FILES,
    )
    shown = view(of, "x/" if language == "fi" else f"{language}/x/", language)
    return [(one.symbol, one.href, one.language, one.note) for one in shown.body.links]


def test_a_link_leads_to_the_version_in_the_readers_language() -> None:
    symbol = "doc:news/n1.fi.md#tulokset"
    assert links(symbol) == [(symbol, "../uutiset/kysely/#tulokset", None, "")]
    assert links(symbol, language="sv") == [(symbol, "../../sv/nyheter/enkat/", None, "")]


def test_a_link_to_another_language_says_so() -> None:
    symbol = "doc:news/n2.sv.md"
    assert links(symbol) == [(symbol, "../sv/nyheter/bara-pa-svenska/", "sv", "(ruotsiksi)")]
    assert links(symbol, language="sv") == [(symbol, "../../sv/nyheter/bara-pa-svenska/", None, "")]


def test_an_attachment_tells_its_kind_and_size() -> None:
    symbol = "file:files/esitys.pdf"
    assert links(symbol) == [(symbol, "../files/esitys.pdf", None, "(PDF, 1,2\xa0Mt)")]
    assert links(symbol, language="sv") == [(symbol, "../../files/esitys.pdf", None, "(PDF, 1,2\xa0MB)")]


@pytest.mark.parametrize(
    "symbol", ["doc:news/n3.fi.md", "doc:news/ei.fi.md", "file:files/ei.pdf", "image:images/x.jpg"]
)
def test_what_leads_nowhere_is_left_out(symbol: str) -> None:
    assert links(symbol) == []


def test_files_of_published_documents_are_published_once() -> None:
    of = index(
        with_references(news("n1"), "file:files/esitys.pdf", "doc:news/n1.fi.md"),
        with_references(news("n1", "sv"), "file:files/esitys.pdf"),
        meeting(
            "m1", attachments=(Attachment("Ohje", file="files/ohje.pdf"), Attachment("Muualla", url="https://e.org/"))
        ),
        with_references(news("n2", status="draft"), "file:files/salainen.pdf"),
        files=FILES,
        of=site("sv", "fi"),
    )
    made = [output for code in of.site.languages for output in attachment_files(of, code)]
    assert [(one.path, one.kind, one.view) for one in made] == [
        ("files/esitys.pdf", "file", FileView("files/esitys.pdf", "digest of esitys")),
        ("files/ohje.pdf", "file", FileView("files/ohje.pdf", "digest of ohje")),
    ]
