"""Raised and lowered signs as plain text: Unicode's own where it has them, else a mark and brackets."""

_PLAIN = "0123456789+-−=()"
_RAISED = str.maketrans(_PLAIN + "ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def raised(text: str) -> str:
    """A superscript: `10⁶`, `x^(a)`."""
    return _written(text, text.translate(_RAISED), "^")


def lowered(text: str) -> str:
    """A subscript: `H₂O`, `x_(max)`."""
    return _written(text, text.translate(_LOWERED), "_")


def _written(text: str, translated: str, mark: str) -> str:
    kept = any(one == other and not one.isspace() for one, other in zip(text, translated, strict=True))
    return f"{mark}({text})" if kept else translated
