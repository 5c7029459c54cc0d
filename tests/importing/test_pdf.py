"""PDFs that hold no text that can be read: with a password, and scanned."""

import io

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

from plugins.drafts.importing.refusals import RefusalError
from plugins.drafts.importing.source_reading import read_bytes
from tests.importing.acceptance import FILES


def written(writer: PdfWriter) -> bytes:
    """Write a PDF."""
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def locked(user: str) -> bytes:
    """Lock minutes that can be read, with RC4."""
    writer = PdfWriter(clone_from=PdfReader(next(FILES.glob("11*.pdf"))))
    writer.encrypt(user, "omistaja", algorithm="RC4-128")
    return written(writer)


def locked_with_aes() -> bytes:
    """Write a PDF that says it is locked as programs lock them today: AES of 256 bits."""
    lock = (
        f"<</Filter/Standard/V 5/R 6/Length 256/P -4/O<{'0a' * 48}>/U<{'0b' * 48}>/OE<{'0c' * 32}>/UE<{'0d' * 32}>"
        f"/Perms<{'0e' * 16}>/CF<</StdCF<</CFM/AESV3/Length 32/AuthEvent/DocOpen>>>>/StmF/StdCF/StrF/StdCF>>"
    )
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", lock]  # fmt: skip
    body, places = "%PDF-2.0\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{one}endobj\n"
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 5\n0000000000 65535 f \n{entries}{trailer}".encode()


def scanned(pages: int) -> bytes:
    """Make a PDF of pictures of text."""
    made = []
    for number in range(pages):
        image = Image.new("L", (620, 877), 255)
        ImageDraw.Draw(image).text((60, 60), f"Muistio, sivu {number + 1}", fill=0)
        made.append(image)
    stream = io.BytesIO()
    made[0].save(stream, "PDF", save_all=True, append_images=made[1:])
    return stream.getvalue()


@pytest.mark.parametrize("data", [locked("salasana"), locked_with_aes()], ids=["RC4", "AES"])
def test_a_password_is_told(data: bytes) -> None:
    with pytest.raises(RefusalError) as refusal:
        read_bytes(data, "muistio.pdf")
    assert refusal.value.code == "IMP003"


def test_a_lock_that_only_forbids_changes_is_none() -> None:
    read = read_bytes(locked(""), "protokoll.pdf")
    assert read.blocks == read_bytes(next(FILES.glob("11*.pdf")).read_bytes(), "protokoll.pdf").blocks


@pytest.mark.parametrize("pages", [1, 3])
def test_a_scanned_file_is_told(pages: int) -> None:
    with pytest.raises(RefusalError) as refusal:
        read_bytes(scanned(pages), "skannaus.pdf")
    assert refusal.value.code == "IMP004"


def test_a_file_without_pages_is_told() -> None:
    with pytest.raises(RefusalError) as refusal:
        read_bytes(written(PdfWriter()), "tyhja.pdf")
    assert refusal.value.code in {"IMP002", "IMP004"}
