"""Source files: front matter and body as a writer would save them."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

NOW = "2031-06-01T12:00"
TODAY = date(2031, 6, 1)
LANGUAGES = ("fi", "sv")

Sources = dict[str, str]
"""Texts by their path below the content folder."""


def source(front: Mapping[str, Any], body: str) -> str:
    """Write a source file: JSON is YAML too, so each value is written as JSON."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items()]
    return f"---\n{''.join(lines)}---\n\n{body.strip()}\n"


def days_ago(days: int) -> str:
    """Give a day before the day on which the site is built; a negative number gives one to come."""
    return (TODAY - timedelta(days=days)).isoformat()
