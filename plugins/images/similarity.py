"""How alike two pictures look: the index of structural similarity (Wang and others, 2004), over squares of 8 pixels."""

from typing import Any

from PIL import Image, ImageMath

SQUARE = 8
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""What keeps flat and dark squares from counting for too much: the paper's own constants for 8 bits."""


def similarity(one: Image.Image, other: Image.Image) -> float:
    """Give the mean similarity in brightness of two pictures of one size: 1 when they are the same, else less."""
    x, y = (image.convert("L").convert("F") for image in (one, other))
    mean = {"x": x.reduce(SQUARE), "y": y.reduce(SQUARE)}
    product = ImageMath.lambda_eval(lambda a: a["x"] * a["y"], x=x, y=y).reduce(SQUARE)
    squares = [ImageMath.lambda_eval(lambda a: a["v"] * a["v"], v=image).reduce(SQUARE) for image in (x, y)]

    def index(a: dict[str, Any]) -> Any:
        covariance = a["xy"] - a["x"] * a["y"]
        variances = a["xx"] - a["x"] * a["x"] + a["yy"] - a["y"] * a["y"]
        light = (2 * a["x"] * a["y"] + _C1) / (a["x"] * a["x"] + a["y"] * a["y"] + _C1)
        return light * (2 * covariance + _C2) / (variances + _C2)

    found = ImageMath.lambda_eval(index, **mean, xy=product, xx=squares[0], yy=squares[1])
    mean_of_all = found.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean_of_all, float)
    return mean_of_all
