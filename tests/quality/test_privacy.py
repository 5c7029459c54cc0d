"""Personal data is found in every form in use, and nothing else is taken for it."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from plugins.core.diagnostics import Place
from plugins.core.documents import Trace
from plugins.quality.excerpts import SourceLines
from plugins.quality.privacy.attachments import AttachmentSurvey
from plugins.quality.privacy.personal_data import FINDERS, personal_data
from plugins.quality.privacy.spans import web_addresses
from tests.docs.examples import located_picture
from tests.images import originals
from tests.sites import write

HITS = {
    "identity": (
        "131052-308T|131052–308t|131052 - 308T|131052Y308T|131052+308T|030300A123A|x 131052-308T.|131052-9085|"
        "https://x.example/?h=131052-308T"
    ),
    "phone": (
        "040 123 4567|0401234567|050-123 4567|+358 40 123 4567|+358 (0)40 1234567|00358401234567|puh. 09 310 8511|"
        "(09) 310 8511|tel:+358401234567|+46 70 123 45 67|+358 9 310 8511|0457 123 4567|[soita](tel:0401234567)|"
        "puh. 040-1234567.|044\u00a0123\u00a04567|03-2345678|+358 40\n123 4567"
    ),
    "iban": "FI21 1234 5600 0007 85|FI2112345600000785 Nordea|tili FI21 1234 5600 0007 85 BANK|fi2112345600000785",
    "address": (
        "Koivukatu 5 B 12|Koivutie 5 as 3|Koivukatu 5, 00100 Helsinki|Björkvägen 12 A 4|Björkgatan 3, 65100 Vasa|"
        "Keskuskatu 1 A 00100 Helsinki|Norra Esplanadgatan 2, FI-00130 Helsingfors"
    ),
    "card": (
        "24801000123458|kirjastokortin numero on 123456789|lånekortsnummer: 2480 1000 1234 56|4111 1111 1111 1111"
    ),
}
NEAR_MISSES = (
    "2026-02-16|16.2.2026|16.2.2026 klo 09.00–16.30|09-20|05-06-2026|ISBN 978-952-12-3456-7|9789521234567|"
    "ISBN 0451524934|ISSN 0355-1234|0405-1234|1234567-8|0201256-6|Y-tunnus 0451234-5|klo 09 00 - 16 00|YKL 84.2|"
    "Dewey 025.431|vuosina 2020-2026|2020–2026|60.1699, 24.9384|lat 60.16952, lon 24.93545|"
    "diaarinumero 120324-1234|KUKA 12/2026, s. 05 12|https://x.example/0401234567|Koivukatu 5|020 123 4567|"
    "https://www.kirjastot.fi/2480100012345|Keskustakirjasto 5, 2026|0800 12345|029 533 0000|1 000 000 000|"
    "12 345 678 euroa|+12 345 678 euroa|131052-308X|330152-308T|vuodet 2024 2025 2026 2027|tie 5|"
    "Strategia 2026, 12345 Kirjaa|FI00 1234 5600 0007 85|40 123 4567|EAN 6410405060457|OKM/123/456/2026|"
    "VN/12345/2026|10.1000/182|ma–to 09–20, pe 09–18|urn:nbn:fi-fe2020012345678|versio 03.2 2026|03 2026|"
    "ti 05 06 07|www.example.fi/0401234567|kello 08 1234|numero 24801000123459"
)


@pytest.mark.parametrize(("kind", "text"), [(kind, one) for kind, all_ in HITS.items() for one in all_.split("|")])
def test_hits(kind: str, text: str) -> None:
    assert [span.kind for span in personal_data(text)] == [kind]


@pytest.mark.parametrize("text", NEAR_MISSES.split("|"))
def test_near_misses(text: str) -> None:
    assert not list(personal_data(text))


@given(st.text(alphabet="a/w. \n\u00a0", max_size=40))
def test_an_address_is_the_word_around_its_sign(text: str) -> None:
    expected = [one.span() for one in re.finditer(r"\S*?(?://|www\.)\S*", text)]
    assert [(one.start, one.end) for one in web_addresses(text)] == expected


@pytest.mark.parametrize("text", [one for all_ in HITS.values() for one in all_.split("|")])
def test_everything_found_has_two_digits(text: str) -> None:
    """What stands with one digit in its paragraph is not looked at closely."""
    first = re.search(r"[0-9]", text)
    assert first is not None
    for finder in FINDERS:
        assert not list(finder(text[: first.end()] + re.sub(r"[0-9]", "x", text[first.end() :])))


def test_excerpts_hide_what_was_found(tmp_path: Path) -> None:
    write(tmp_path, {"news/a.fi.md": "puh. 040 123 4567, maija.m@kirjasto.fi"})
    shown = SourceLines(tmp_path).excerpt(Place("news/a.fi.md", 1, 6), hides=True)
    assert shown is not None
    assert shown.text == "puh. *** *** ****, *******************"


def office(*parts: tuple[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts:
            package.writestr(name, text)
    return stream.getvalue()


def pdf(text: str, author: str = "", lock: str = "") -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    content = DecodedStreamObject()
    content.set_data(f"BT /F 12 Tf 20 200 Td ({text}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content)
    if author:
        writer.add_metadata({"/Author": author})
    if lock:
        writer.encrypt(lock, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def package(*members: tuple[str, bytes]) -> bytes:
    """Make a document that holds files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        for name, data in members:
            written.writestr(name, data)
    return stream.getvalue()


def damaged(data: bytes) -> bytes:
    """Overwrite what stands within the first packed file."""
    return data[:60] + b"\xff" * 15 + data[75:]


WORD = '<w:p><w:r><w:t>Tunnus 131052</w:t></w:r><w:r w:x="1"><w:t>-308T</w:t></w:r></w:p><w:p><w:t>Loppu</w:t></w:p>'


@pytest.mark.parametrize(
    ("name", "data", "traces"),
    [
        ("a.docx", office(("word/document.xml", WORD)), {Trace("identity")}),
        ("a.docx", office(("word/document.xml", "<w:t>Hei</w:t>")), set()),
        (
            "a.docx",
            office(("docProps/core.xml", "<dc:creator>maija@kirjasto.fi</dc:creator>")),
            {Trace("email", "properties", "maija@kirjasto.fi")},
        ),
        ("a.xlsx", office(("xl/worksheets/sheet1.xml", "<c><v>131052</v></c><c><v>308</v></c>")), set()),
        ("a.odt", office(("content.xml", "<text:p>puh. 040 123 4567</text:p>")), {Trace("phone")}),
        ("a.pdf", pdf("Tunnus 131052-308T"), {Trace("identity")}),
        ("a.pdf", pdf("Hei 16.2.2026"), set()),
        ("a.pdf", pdf("Hei", author="Maija, 040 123 4567"), {Trace("phone", "properties")}),
        ("a.pdf", pdf("Hei", lock="salasana"), {Trace("unread")}),
        ("a.pdf", b"%PDF-1.4 rikki", {Trace("unread")}),
        ("a.docx", b"PK ei paketti", {Trace("unread")}),
        ("a.docx", damaged(office(("word/document.xml", "<a>Kirjasto kokeilee.</a>" * 500))), {Trace("unread")}),
        ("a.docx", office(("word/document.xml", "<a>" * 25_000_000)), {Trace("unread")}),
        ("a.doc", b"vanha", {Trace("unread")}),
        ("a.csv", b"nimi;131052-308T\n", {Trace("identity")}),
        ("a.mp3", b"131052-308T", set()),
        ("a.jpg", located_picture(), {Trace("location", "properties")}),
        ("a.jpg", b"ei kuva", set()),
        ("a.heic", originals.heic(), {Trace("location", "properties")}),
        ("a.docx", package(("word/media/image1.jpeg", located_picture())), {Trace("location", "properties")}),
        ("a.pptx", package(("ppt/media/kuva.JPG", located_picture())), {Trace("location", "properties")}),
        ("a.odt", package(("Pictures/1.png", b"ei kuva")), set()),
        ("a.pdf", pdf("Hei") + located_picture(), {Trace("location", "properties")}),
        ("a.pdf", b"%PDF-1.4 rikki" + located_picture(), {Trace("unread"), Trace("location", "properties")}),
    ],
)
def test_attachments(tmp_path: Path, name: str, data: bytes, traces: set[Trace]) -> None:
    path = tmp_path / "files" / name
    path.parent.mkdir()
    path.write_bytes(data)
    assert set(AttachmentSurvey().look(tmp_path, f"files/{name}")) == traces


def test_a_picture_without_coordinates_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "files/a.jpg")
    assert AttachmentSurvey().look(tmp_path, "files/a.jpg") == ()


@pytest.mark.parametrize("text", ["0" * 10**6, "0 " * 10**5, "+358 " * 10**5, "A" * 10**6 + "katu", "FI21 " * 10**5])
def test_no_text_takes_long(text: str) -> None:
    list(personal_data(text))
