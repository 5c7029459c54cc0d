"""Bad input: a clear diagnostic or the right result, in bounded time and memory, and nothing written by halves."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from plugins.engine import command
from tests.sites import files_of, news, options, plain_site, write
from tests.systems import limits, links

SECONDS = 30
"""Of a core's own time, so that nobody else's work counts. Generous: each takes a fraction of it."""
MEMORY = 2_000_000_000
ROOT = Path(__file__).parents[2]

BOMBS = {
    "emphasis": ("*a **a " * 10_000, None),
    "emphasis within": ("**a *a" * 10_000, None),
    "brackets": ("[" * 100_000, None),
    "picture brackets": ("![" * 50_000, None),
    "open targets": ("[a](" * 20_000, "TXT010"),
    "nested brackets": ("[" * 5_000 + "]" * 5_000, None),
    "backticks": ("`" * 100_000, None),
    "quotations": (">" * 5_000 + "a", "TXT004"),
    "lists": ("\n".join("    " * depth + "- a" for depth in range(300)), "TXT004"),
    "elements": ("<div>" * 10_000, "TXT017"),
    "a huge table": ("| a | b |\n|---|---|\n" + "| c | d |\n" * 40_000, None),
    "entities": ("&" * 100_000, None),
    "open tags": ("<a " * 30_000, None),
    "same headings": ("## Sama\n\n" * 10_000, None),
    "one long line": ("a " * 400_000, "TXT008"),
    "many lines": ("a\n" * 400_000, "TXT008"),
    "tabs and spaces": ("- a\n\t- b\n  \t- c\n\n\tkoodi\n" * 1_000, None),
    "digits": ("0 " * 200_000, None),
}


READER = """
import sys
from pathlib import Path
from resource import RLIMIT_AS, RLIMIT_CPU, RUSAGE_SELF, getrusage, setrlimit
from plugins.authoring.version_reading import DocumentType, SourceName, read_version
from plugins.quality.rules import WRITING_RULES

seconds, memory = map(int, sys.argv[1:3])
name = SourceName("news/a.fi.md", DocumentType.NEWS, "a", "fi")
setrlimit(RLIMIT_AS, (memory, memory))
for path in map(Path, sys.argv[3:]):
    used = getrusage(RUSAGE_SELF)
    setrlimit(RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, -1))
    read = read_version(name, path.read_bytes(), WRITING_RULES).reading
    print(path.name, read.version is not None, *sorted({one.code for one in read.diagnostics}), sep=";", flush=True)
"""
"""Reads files, each in its seconds, and tells what has become of them; the one that it did not survive is not told."""


@limits
def test_bombs(tmp_path: Path) -> None:
    write(tmp_path, {name: news("Pommi", body) for name, (body, _) in BOMBS.items()})
    line = [sys.executable, "-c", READER, str(SECONDS), str(MEMORY), *(str(tmp_path / name) for name in BOMBS)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    told = [row.split(";") for row in done.stdout.splitlines()]
    assert [name for name, *_ in told] == list(BOMBS), done.stderr[-1000:]
    for name, made, *codes in told:
        code = BOMBS[name][1]
        assert code is None or code in codes, name
        assert made == str(code != "TXT004"), name


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems fold names by themselves")
def test_names_from_macos_are_the_same_names(tmp_path: Path) -> None:
    """A picture whose name came decomposed from macOS is found by a link typed composed, and the other way round."""
    plain_site(tmp_path / "content")
    composed, decomposed = (unicodedata.normalize(form, "pöytä") for form in ("NFC", "NFD"))
    write(
        tmp_path / "content",
        {
            f"files/{decomposed}.txt": "Liite.",
            f"files/{composed}2.txt": "Toinen.",
            "news/a.fi.md": news("Uutinen", f"[Ohje](../files/{composed}.txt) [Toinen](../files/{decomposed}2.txt)"),
        },
    )
    assert command.build(options(tmp_path)) == 0


@links
@pytest.mark.parametrize("path", ["files/salainen.txt", "news/salainen.fi.md", "files/kansio"])
def test_links_out_of_the_content_are_not_followed(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain_site(tmp_path / "content")
    outside = write(tmp_path / "outside", {"salainen.txt": news("Salainen", "Kenenkään silmille.")})
    target = tmp_path / "content" / path
    target.parent.mkdir(exist_ok=True)
    target.symlink_to(outside if path == "files/kansio" else outside / "salainen.txt")
    linked = f"{path}/salainen.txt" if path == "files/kansio" else path
    write(tmp_path / "content", {"news/a.fi.md": news("Uutinen", f"[Liite](../{linked})")})
    assert command.build(options(tmp_path, format="json")) == 1
    codes = {one["code"] for one in json.loads(capsys.readouterr().out) if one["severity"] == "error"}
    assert codes & {"FRM014", "LNK004"}
    assert not (tmp_path / "output").exists()


def test_a_fault_leaves_the_last_good_output(tmp_path: Path) -> None:
    plain_site(tmp_path / "content")
    assert command.build(options(tmp_path)) == 0
    before = files_of(tmp_path / "output")
    write(tmp_path / "content", {"news/a.fi.md": news("Pommi", ">" * 5_000 + "a")})
    assert command.build(options(tmp_path)) == 1
    assert files_of(tmp_path / "output") == before
    assert os.listdir(tmp_path / "output")
