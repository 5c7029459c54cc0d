"""The plan of variants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.images.variants import HIGHEST, variants

DIGEST = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (4000, [480, 800, 1200]),
        (1200, [480, 800, 1200]),
        (1000, [480, 800, 1000]),
        (850, [480, 850]),
        (800, [480, 800]),
        (500, [500]),
        (480, [480]),
        (1, [1]),
    ],
)
def test_no_variant_is_larger_than_the_original(width: int, widths: list[int]) -> None:
    made = variants("images/x.jpg", DIGEST, width, 3 * width)
    assert [one.width for one in made] == widths
    assert [one.height for one in made] == [3 * one for one in widths]


def test_names_are_made_of_the_content() -> None:
    paths = [one.path for one in variants("images/vuosi 2031/Työpaja Ähtäri.JPG", DIGEST, 4000, 3000)]
    assert paths == [f"images/tyopaja-ahtari-01234567-{width}.webp" for width in (480, 800, 1200)]
    assert variants("images/写真.png", DIGEST, 10, 10)[0].path == "images/image-01234567-10.webp"


@given(st.integers(1, 70_000), st.integers(1, 70_000))
def test_any_size_can_be_written(width: int, height: int) -> None:
    made = variants("images/x.jpg", DIGEST, width, height)
    assert made
    assert len({one.path for one in made}) == len(made)
    assert all(1 <= one.width <= min(width, HIGHEST) and 1 <= one.height <= HIGHEST for one in made)
