"""Where links lead: what is plainly elsewhere needs no reader of addresses, without a difference."""

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring import link_targets as module
from plugins.authoring.link_targets import LinkTarget, classify

NOTHING = re.compile(r"(?!)")
PIECES = (
    "http", "https", "HTTP", ":", "/", "//", "a.fi", "[", "]", "::1", "?b=1", "#c", "%7B", "{filename}", "\n", "\t",
    " ", "@", "ä", "℀", "x.md", "..", "\\", "\x1f",
)  # fmt: skip


@pytest.mark.parametrize("picture", [False, True])
@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_the_quick_look_changes_nothing(picture: bool, tail: str) -> None:
    for href in (tail, f"https://{tail}", f"http://a.fi{tail}", f" https://a-b.fi/{tail}"):
        quick = classify(href, "news/a.fi.md", picture=picture)
        with patch.object(module, "_PLAINLY_ELSEWHERE", NOTHING):
            assert quick == classify(href, "news/a.fi.md", picture=picture)


def test_elsewhere_and_here() -> None:
    assert classify("https://a.fi/x?y#z", "news/a.fi.md") == LinkTarget("outside", "https://a.fi/x?y#z")
    assert classify("../pages/b.fi.md#c", "news/a.fi.md") == LinkTarget("doc", "pages/b.fi.md", "c")
