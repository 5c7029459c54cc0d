"""Looking at files: what is a picture, what only looks like one, and what would burst."""

import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from PIL import Image

from plugins.core.documents import PictureFacts
from plugins.images.survey import Survey
from tests.images import originals

DIGEST = "0123456789abcdef" * 2


def look(folder: Path, name: str, data: bytes) -> PictureFacts | None:
    originals.put(folder, name, data)
    return Survey().look(folder, name, DIGEST)


def seen(folder: Path, name: str, data: bytes) -> PictureFacts:
    facts = look(folder, name, data)
    assert facts is not None
    return facts


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(tmp_path: Path, orientation: int) -> None:
    facts = seen(tmp_path, "images/x.jpg", originals.photograph(800, 600, orientation))
    assert (facts.format, facts.problem) == ("JPEG", "")
    assert (facts.width, facts.height) == ((800, 600) if orientation < 5 else (600, 800))
    assert facts.variants[-1].width == facts.width


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_formats_are_known_by_their_bytes(tmp_path: Path, form: str) -> None:
    facts = seen(tmp_path, "images/anything.dat", originals.written(originals.scene(60, 40), form))
    assert (facts.format, facts.width, facts.height, facts.is_animated) == (form, 60, 40, False)


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_movement_is_noticed(tmp_path: Path, form: str) -> None:
    assert seen(tmp_path, "images/x", originals.moving(form)).is_animated


def test_a_preview_beside_a_photograph_is_no_movement(tmp_path: Path) -> None:
    both = originals.written(originals.scene(800, 600), "MPO", save_all=True, append_images=[originals.scene(80, 60)])
    facts = seen(tmp_path, "images/x.jpg", both)
    assert (facts.format, facts.width, facts.is_animated, facts.problem) == ("JPEG", 800, False, "")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.95])
def test_half_a_file_is_no_picture(tmp_path: Path, form: str, part: float) -> None:
    noise = Image.effect_noise((300, 200), 90).convert("RGB")
    whole = originals.written(noise, form)
    facts = seen(tmp_path, "images/x.jpg", whole[: int(len(whole) * part)])
    assert (facts.problem, facts.variants) == ("unreadable", ())


def test_telephones_pictures_are_pictures(tmp_path: Path) -> None:
    facts = seen(tmp_path, "images/x.heic", originals.heic(6))
    assert (facts.format, facts.width, facts.height, facts.problem) == ("HEIC", 240, 320, "")
    assert facts.variants[0].avif.endswith("-240.avif")


def test_drawings_are_told_from_photos(tmp_path: Path) -> None:
    noise = originals.written(Image.effect_noise((300, 200), 40).convert("RGB"), "PNG")
    assert not seen(tmp_path, "images/x.png", noise).is_drawing
    drawing = seen(tmp_path, "images/x.png", originals.screenshot())
    assert drawing.is_drawing
    assert [one.avif for one in drawing.variants] == ["", "", ""]
    assert not seen(tmp_path, "images/x.jpg", originals.photograph()).is_drawing


HALF_OF_A_TELEPHONES = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"


@pytest.mark.parametrize("data", [b"", b"Terve!\n", b"\xff\xd8\xff\xe0", b"GIF89a", bytes(5000), HALF_OF_A_TELEPHONES])
def test_what_is_no_picture(tmp_path: Path, data: bytes) -> None:
    assert seen(tmp_path, "images/x.jpg", data).problem == "unreadable"


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("SVG", b'<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("SVG", "\ufeff<svg onload='alert(1)'/>".encode("utf-16")),
        ("TIFF", originals.written(originals.scene(40, 30), "TIFF")),
        ("BMP", originals.written(originals.scene(40, 30), "BMP")),
        ("EPS", b"%!PS-Adobe-3.0 EPSF-3.0\n"),
        ("PDF", b"%PDF-1.7\n"),
    ],
)
def test_formats_that_are_not_opened_are_named(tmp_path: Path, form: str, data: bytes) -> None:
    facts = seen(tmp_path, "images/x.jpg", data)
    assert (facts.problem, facts.format, facts.variants) == ("unsupported", form, ())


@pytest.mark.parametrize(("width", "height"), [(30_000, 30_000), (2_000_000_000, 1), (14_143, 14_143)])
def test_a_vast_picture_is_not_decoded(tmp_path: Path, width: int, height: int) -> None:
    data = originals.vast_header(width, height)
    seen(tmp_path, "images/first.png", data)  # whatever is imported first is not counted
    tracemalloc.start()
    started = time.perf_counter()
    facts = seen(tmp_path, "images/x.png", data)
    assert time.perf_counter() - started < 1
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert (facts.problem, facts.width, facts.height) == ("too-large", width, height)


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    assert look(tmp_path, "files/x.pdf", b"%PDF-1.7") is None
    assert look(tmp_path, "files/x.jpg", originals.photograph(90, 60)) is not None


def test_damaged_metadata_does_not_spoil_a_picture(tmp_path: Path) -> None:
    data = originals.written(originals.scene(80, 60), "JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff\x00")
    facts = seen(tmp_path, "images/x.jpg", data)
    assert (facts.problem, facts.width, facts.height) == ("", 80, 60)


def test_the_room_itself_does_not_import_pillow() -> None:
    code = "import sys, plugins.images; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
