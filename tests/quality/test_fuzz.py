"""Whatever bytes a source holds: diagnostics or a version, never a traceback, and never a script in what is shown."""

import html
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.version_reading import SourceName, read_version
from plugins.core.documents import DocumentType
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import decoded
from plugins.engine import command
from plugins.quality.rules import WRITING_RULES
from tests.laws import law
from tests.sites import files_of, news, options, plain_site, write

QUIET = law(150, 3_000)
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


def is_harmless(page: str) -> bool:
    """Tell whether no tag holds a script, a handler or an address that runs one; text may speak of them."""
    tags = "".join(TAG.findall(page)).casefold()
    return not re.search(r"<script|<iframe|<svg|<style|<form|\son\w+\s*=|(?:href|src)=\"\s*(?:javascript|data):", tags)


@QUIET
@given(BODIES)
def test_no_body_brings_a_script(body: str) -> None:
    head = "---\ntitle: Otsikko\ndate: 2031-05-14\nproject: hanke\n---\n\n"
    read = read_version(NAME, (head + body).encode("utf-8", "replace"), WRITING_RULES)
    if read.reading.version is not None:
        assert is_harmless(to_html(decoded(read.tree)))
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


def test_no_output_of_a_build_runs_what_authors_wrote(tmp_path: Path) -> None:
    """Every piece that an attacker would try goes through a whole build: pages, feeds, blocks, search records."""
    plain_site(tmp_path / "content")
    sound = 0
    for number, piece in enumerate(PIECES):
        text = news(f"Uutinen {number}", f"Alku.\n\n{piece}\n\nLoppu.")
        read = read_version(SourceName(f"news/{number}.fi.md", DocumentType.NEWS, str(number), "fi"), text.encode())
        faulty = any(one.is_error for one in read.reading.diagnostics)
        if not faulty and not piece.startswith(("131052", "![", "<img", "[^1]:")):
            write(tmp_path / "content", {f"news/{number}.fi.md": text})
            sound += 1
    assert sound > 20
    assert command.build(options(tmp_path)) == 0
    for path, data in files_of(tmp_path / "output").items():
        if path.endswith((".html", ".xml", ".rss", ".atom", ".json", ".txt")):
            shown = html.unescape(data.decode()) if path.endswith((".rss", ".atom", ".json")) else data.decode()
            tags = "".join(TAG.findall(shown.replace("&lt;", "")))
            assert "javascript:" not in tags, path
            assert not re.search(r"on(?:error|load|toggle|click)\s*=", tags), path
            assert path.endswith((".rss", ".atom", ".json")) or "<script>alert" not in shown, path
