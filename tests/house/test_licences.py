"""The licence of every locked package is listed in docs/licences.md, is what the package says, and fits to ours."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LISTED = dict(
    re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \|", (ROOT / "docs/licences.md").read_text(encoding="utf-8"), re.MULTILINE)
)
LOCKED = sorted(
    {
        name
        for lock in ("requirements.lock", "requirements-test.lock", "requirements-build.lock")
        for name in re.findall(r"^([a-z0-9._-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    }
)
FITTING = frozenset(
    "MIT MIT-0 MIT-CMU BSD-2-Clause BSD-3-Clause Apache-2.0 PSF-2.0 MPL-2.0 MPL-1.1 "
    "LGPL-2.1-or-later LGPL-3.0-or-later GPL-2.0-or-later AGPL-3.0-or-later".split()
)
"""SPDX names of licences whose programs may be part of one under AGPL-3.0-or-later (MPL-1.1 only beside another)."""
WORDS = (
    ("MIT", r"\bMIT\b"),
    ("BSD", r"\bBSD|Django Software Foundation"),
    ("Apache", r"Apache"),
    ("PSF", r"PSF|Python Software Foundation"),
    ("MPL", r"MPL|Mozilla"),
    ("GPL", r"GPL|GNU"),
)
"""How packages say it themselves."""


def test_list_is_of_what_is_locked() -> None:
    assert sorted(LISTED) == LOCKED


@pytest.mark.parametrize("name", LOCKED)
def test_licence_fits(name: str) -> None:
    choices = [set(one.strip(" ()").split(" AND ")) for one in LISTED[name].split(" OR ")]
    assert any(some <= FITTING - {"MPL-1.1"} for some in choices), LISTED[name]


@pytest.mark.parametrize("name", LOCKED)
def test_package_says_the_same(name: str) -> None:
    """As far as it says anything, and is installed here: some are for one system only."""
    try:
        said: Any = metadata(name)  # a message; the protocol that types it lacks get()
    except PackageNotFoundError:
        assert name in {"colorama", "setuptools", "tzdata"}
        return
    texts = [said.get("License-Expression") or "", (said.get("License") or "")[:200]]
    texts += [one for one in said.get_all("Classifier") or [] if one.startswith("License")]
    families = {family for family, pattern in WORDS if re.search(pattern, " ".join(texts))}
    listed = {family for family, pattern in WORDS if re.search(pattern, LISTED[name].replace("LGPL", "GPL"))}
    assert not families or families & listed, (name, texts)
