"""Whatever bytes a source holds: diagnostics or a version, never a traceback, and never a script in what is shown."""

import pickle
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.authoring.version_reading import SourceName, read_version
from plugins.core.documents import DocumentType
from plugins.core.markup.serialiser import to_html
from plugins.quality.rules import WRITING_RULES

QUIET = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
TAG = re.compile(r"<[^>]*>")
PIECES = (
    "<script>alert(1)</script>|<img src=x onerror=alert(1)>|<svg onload=alert(1)>|[a](javascript:alert(1))|"
    "![a](javascript:alert(1))|<a href='jav&#x09;ascript:alert(1)'>a</a>|<iframe srcdoc='<script>'>|"
    "[a](data:text/html,<script>)|<style>@import 'x'</style>|{onclick=alert(1)}|# Otsikko {: onload=x }|"
    "<details open ontoggle=alert(1)>|[a]: javascript:alert(1)|[a]|<!--|-->|<![CDATA[|]]>|<?php|```html|`|**|__|"
    "|a|b|\n|---|---|\n|[^1]|[^1]: a|*[a]: <script>|> |- |1. |\t|    |\n|\n\n|&lt;script&gt;|&#60;script&#62;|"
    "\x00|\x0b|\u2028|\u202e|\ufeff|ä|a\u0308|😀|<div markdown=1>|</div>|<b|<math><mtext>|<template>|"
    '<a href="javascript:alert(1)">|<form action=javascript:alert(1)>|131052-308T|040 123 4567|a@b.fi'
).split("|")
BODIES = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14).map("".join)
VALUES = st.sampled_from(
    ["a", "1", "[a, b]", "{a: b}", "&x [*x]", "!!python/object:os.system a", "2031-05-14", "null", "~", "'", '"', "|",
     "<script>", "javascript:alert(1)", "- a", "? a", "*a", "%", "2031-13-45", "1e999", "0x", ".nan", "on"]
)  # fmt: skip
KEYS = st.sampled_from(
    "title date project slug summary tags image meeting aliases id status expires privacy_ok differs x".split()
)
FRONTS = st.lists(st.tuples(KEYS, VALUES | st.text(max_size=10)), max_size=8).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
)
NAME = SourceName("news/a.fi.md", DocumentType.NEWS, "a", "fi")


def is_harmless(html: str) -> bool:
    """Tell whether no tag holds a script, a handler or an address that runs one; text may speak of them."""
    tags = "".join(TAG.findall(html)).casefold()
    return not re.search(r"<script|<iframe|<svg|<style|<form|\son\w+\s*=|(?:href|src)=\"\s*(?:javascript|data):", tags)


@QUIET
@given(BODIES)
def test_no_body_brings_a_script(body: str) -> None:
    head = "---\ntitle: Otsikko\ndate: 2031-05-14\nproject: hanke\n---\n\n"
    read = read_version(NAME, (head + body).encode("utf-8", "replace"), WRITING_RULES)
    if read.reading.version is not None:
        assert is_harmless(to_html(pickle.loads(read.tree)))
    else:
        assert read.reading.diagnostics


@QUIET
@given(FRONTS, BODIES)
def test_no_front_matter_breaks_reading(front: str, body: str) -> None:
    read = read_version(NAME, f"---\n{front}---\n{body}".encode("utf-8", "replace"), WRITING_RULES)
    assert read.reading.version is not None or any(one.is_error for one in read.reading.diagnostics)


@QUIET
@given(st.binary(max_size=200))
def test_no_bytes_break_reading(data: bytes) -> None:
    read_version(NAME, data, WRITING_RULES)
    read_version(NAME, b"---\n" + data + b"\n---\n" + data, WRITING_RULES)
