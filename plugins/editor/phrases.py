"""The phrases of the CMS itself: Finnish, which it lacks, and in every language the words that mean another thing here.

To the CMS a save is a publication; here it only writes files, and publishing is another button.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "phrases"


@cache
def phrases(language: str) -> dict[str, Any]:
    """Return what is laid over the phrases that the CMS has for a language."""
    read: dict[str, Any] = json.loads((_FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return read
