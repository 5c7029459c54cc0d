"""Making variants: upright, in sRGB, with nothing but pixels."""

import io

import pytest
from PIL import Image

from plugins.images.decoding import opened
from plugins.images.encoding import ENOUGH, Encoder, similarity
from plugins.images.flatness import is_flat
from plugins.images.survey import MAY_BE_DRAWN
from tests.images import originals

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
UPRIGHT = {
    1: (RED, GREEN, BLUE, WHITE),
    2: (GREEN, RED, WHITE, BLUE),
    3: (WHITE, BLUE, GREEN, RED),
    4: (BLUE, WHITE, RED, GREEN),
    5: (RED, BLUE, GREEN, WHITE),
    6: (BLUE, RED, WHITE, GREEN),
    7: (WHITE, GREEN, BLUE, RED),
    8: (GREEN, WHITE, RED, BLUE),
}
"""The quarters of a scene (upper left and right, lower left and right) by the orientation that it claims to have."""


def encoded(original: bytes, width: int, height: int, form: str = "WEBP") -> bytes:
    with opened(original) as image:
        is_drawing = image.format in MAY_BE_DRAWN and is_flat(image)
    return Encoder(original, (width, height), is_drawing=is_drawing).encoded((width, height), form)


def read(data: bytes, form: str = "WEBP") -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    assert image.format == form
    return image


def photo(size: tuple[int, int] = (736, 490)) -> Image.Image:
    """Give what is uneven as a photo is: clouds of several sizes, with shapes before them."""
    clouds = [Image.effect_noise((2**fine * 3, 2**fine * 2), 90).resize(size, Image.Resampling.BICUBIC) for fine in
              (2, 4, 6)]  # fmt: skip
    image = Image.merge("RGB", clouds)
    image.paste(originals.scene(200, 120), (60, 40))
    return image


def quarters(image: Image.Image) -> list[tuple[int, ...]]:
    across, down = image.width // 4, image.height // 4
    found = [image.getpixel((x * across, y * down)) for y in (1, 3) for x in (1, 3)]
    return [one for one in found if isinstance(one, tuple)]


def assert_near(found: list[tuple[int, ...]], wanted: tuple[tuple[int, ...], ...], most: int = 14) -> None:
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        assert all(abs(a - b) <= most for a, b in zip(one, other, strict=True)), (found, wanted)


def assert_bare(data: bytes) -> None:
    """Nothing is in the file but pixels: no marker of metadata, and no chunk of the container for any."""
    for marker in originals.MARKERS:
        assert marker not in data
    chunks, place = [], 12
    while place < len(data):
        chunks.append(data[place : place + 4])
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        place += 8 + size + size % 2
    assert set(chunks) <= {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
    assert not {"exif", "icc_profile", "xmp", "comment"} & read(data).info.keys()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(orientation: int) -> None:
    size = (480, 360) if orientation < 5 else (360, 480)
    image = read(encoded(originals.photograph(1600, 1200, orientation), *size))
    assert image.size == size
    assert_near(quarters(image), UPRIGHT[orientation])


@pytest.mark.parametrize(
    "original",
    [
        originals.photograph(),
        originals.screenshot(),
        originals.written(originals.scene(900, 600), "WEBP", exif=originals.exif(), xmp=originals.xmp(),
                          icc_profile=originals.profile()),
        originals.written(originals.scene(900, 600), "AVIF", exif=originals.exif(), xmp=originals.xmp(),
                          icc_profile=originals.profile()),
        originals.written(originals.scene(900, 600), "GIF", comment=originals.HIDDEN.encode()),
    ],
    ids=["JPEG", "PNG", "WEBP", "AVIF", "GIF"],
)  # fmt: skip
def test_no_metadata_is_left(original: bytes) -> None:
    assert any(marker in original for marker in originals.MARKERS)
    data = encoded(original, 480, 320)
    assert_bare(data)
    assert_near(quarters(read(data)), UPRIGHT[1])


def test_what_lies_behind_see_through_parts_is_gone() -> None:
    hidden = originals.scene(400, 400, "RGBA")
    hidden.putalpha(Image.new("L", (400, 400), 0))
    image = read(encoded(originals.written(hidden, "PNG"), 200, 200))
    assert image.mode == "RGBA"
    assert image.getchannel("A").getextrema() == (0, 0)
    assert len(image.convert("RGB").getcolors() or []) == 1


def test_print_colours_become_those_of_screens() -> None:
    original = originals.written(originals.scene(600, 400, "CMYK"), "JPEG", quality=95)
    image = read(encoded(original, 480, 320))
    assert image.mode == "RGB"
    assert_near(quarters(image), UPRIGHT[1])


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_profiles_are_followed(form: str) -> None:
    original = originals.written(originals.scene(400, 300), form, icc_profile=originals.swapped_profile())
    assert_near(quarters(read(encoded(original, 400, 300))), (BLUE, GREEN, RED, WHITE))


def test_profiles_are_followed_beside_see_through_parts() -> None:
    scene = originals.scene(400, 300, "RGBA")
    scene.putpixel((0, 0), (0, 0, 0, 0))
    original = originals.written(scene, "PNG", icc_profile=originals.swapped_profile())
    found = quarters(read(encoded(original, 400, 300)))
    assert_near(found, tuple((*colour, 255) for colour in (BLUE, GREEN, RED, WHITE)))


@pytest.mark.parametrize("profile", [b"no profile at all", originals.profile()[:300]])
def test_damaged_profiles_are_ignored(profile: bytes) -> None:
    original = originals.written(originals.scene(400, 300), "JPEG", icc_profile=profile)
    assert_near(quarters(read(encoded(original, 400, 300))), UPRIGHT[1])


def test_a_profile_for_other_colours_is_ignored() -> None:
    original = originals.written(originals.scene(400, 300, "CMYK"), "JPEG", icc_profile=originals.profile())
    assert_near(quarters(read(encoded(original, 400, 300))), UPRIGHT[1])


@pytest.mark.parametrize("form", ["PNG", "GIF"])
def test_see_through_palettes_stay_see_through(form: str) -> None:
    image = read(encoded(originals.see_through(form), 300, 200))
    assert image.mode == "RGBA"
    alphas = [one[3] for one in quarters(image)]
    assert alphas == [0, 255, 255, 255]


def test_a_picture_without_holes_needs_no_alpha() -> None:
    assert read(encoded(originals.written(originals.scene(400, 300, "RGBA"), "PNG"), 300, 225)).mode == "RGB"


def test_sixteen_bits_become_eight() -> None:
    image = read(encoded(originals.deep_grey(), 256, 256)).convert("L")
    row = [image.crop((x, 128, x + 1, 129)).tobytes()[0] for x in (0, 64, 128, 192, 255)]
    assert all(abs(a - b) <= 8 for a, b in zip(row, (0, 64, 128, 192, 255), strict=True)), row


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_every_kind_of_pixels_can_be_read(mode: str) -> None:
    image = originals.scene(200, 100, "I" if mode == "I;16" else mode).convert(mode)
    data = encoded(originals.written(image, "PNG"), 100, 50)
    assert read(data).size == (100, 50)


def test_a_grey_that_cannot_be_seen() -> None:
    image = read(encoded(originals.written(originals.scene(200, 100, "L"), "PNG", transparency=255), 100, 50))
    assert [one[3] for one in quarters(image)] == [255, 255, 255, 0]


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_of_movement_the_first_frame_is_shown(form: str) -> None:
    image = read(encoded(originals.moving(form), 300, 200))
    assert not getattr(image, "is_animated", False)
    assert_near(quarters(image), UPRIGHT[1])


@pytest.mark.parametrize("form", ["WEBP", "AVIF"])
def test_the_same_gives_the_same_bytes(form: str) -> None:
    original = originals.photograph()
    assert encoded(original, 480, 360, form) == encoded(original, 480, 360, form)


def test_drawings_lose_nothing() -> None:
    data = encoded(originals.screenshot(960, 640), 480, 320)
    assert b"VP8L" in data[:40]
    assert quarters(read(data)) == list(UPRIGHT[1])


@pytest.mark.parametrize("form", ["WEBP", "AVIF"])
def test_a_photo_stays_as_similar_as_it_must_and_no_heavier_than_that_takes(form: str) -> None:
    original = photo()
    data = encoded(originals.written(original, "PNG"), 736, 490, form)
    found = similarity(original, read(data, form))
    assert ENOUGH <= found < ENOUGH + 0.03
    assert len(data) < 490 * 736 / 3


def test_quality_follows_the_picture() -> None:
    soft = photo().resize((92, 61)).resize((736, 490), Image.Resampling.BICUBIC)
    sizes = [len(encoded(originals.written(one, "JPEG", quality=95), 736, 490)) for one in (soft, photo())]
    assert sizes[0] * 1.5 < sizes[1]


def test_all_sizes_are_of_one_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = Encoder(originals.photograph(), (1200, 900), is_drawing=False)
    first = encoder.encoded((1200, 900), "WEBP")
    monkeypatch.setattr("plugins.images.encoding.resized", None)
    assert read(encoder.encoded((368, 276), "AVIF"), "AVIF").size == (368, 276)
    assert read(first).size == (1200, 900)


@pytest.mark.parametrize(("form", "orientation"), [*(("WEBP", one) for one in range(1, 9)), ("AVIF", 6)])
def test_telephones_pictures_stand_upright_and_bare(form: str, orientation: int) -> None:
    original = originals.heic(orientation)
    assert originals.HIDDEN.encode() in original
    size = (160, 120) if orientation < 5 else (120, 160)
    data = encoded(original, *size, form)
    assert_near(quarters(read(data, form)), UPRIGHT[orientation])
    assert not any(marker in data for marker in originals.MARKERS)
    assert originals.HIDDEN.encode() not in data


def test_similarity_is_one_for_the_same_and_less_for_others() -> None:
    one = photo()
    assert similarity(one, one) == pytest.approx(1, abs=1e-4)
    blurred = one.resize((184, 122)).resize(one.size)
    assert similarity(one, blurred) < 0.95
    assert similarity(one, Image.new("RGB", one.size)) < 0.3
