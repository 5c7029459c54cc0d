"""The plan of variants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.images.variants import HIGHEST, variants

DIGEST = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (4000, [368, 736, 1104, 1472]),
        (1472, [368, 736, 1104, 1472]),
        (1300, [368, 736, 1104, 1300]),
        (1200, [368, 736, 1200]),
        (800, [368, 800]),
        (736, [368, 736]),
        (400, [400]),
        (368, [368]),
        (1, [1]),
    ],
)
def test_no_variant_is_larger_than_the_original(width: int, widths: list[int]) -> None:
    made = variants("images/x.jpg", DIGEST, width, 3 * width, is_drawing=False)
    assert [one.width for one in made] == widths
    assert [one.height for one in made] == [3 * one for one in widths]


def test_names_are_made_of_the_content() -> None:
    paths = [one.path for one in variants("images/vuosi 2031/Työpaja Ähtäri.JPG", DIGEST, 4000, 3000, is_drawing=False)]
    assert paths == [f"images/tyopaja-ahtari-01234567-{width}.webp" for width in (368, 736, 1104, 1472)]
    assert variants("images/写真.png", DIGEST, 10, 10, is_drawing=True)[0].path == "images/image-01234567-10.webp"


@given(st.integers(1, 70_000), st.integers(1, 70_000))
def test_any_size_can_be_written(width: int, height: int) -> None:
    made = variants("images/x.jpg", DIGEST, width, height, is_drawing=False)
    assert made
    assert len({one.path for one in made}) == len(made)
    assert all(1 <= one.width <= min(width, HIGHEST) and 1 <= one.height <= HIGHEST for one in made)
