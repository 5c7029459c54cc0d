"""The ways in: Pelican's own command, any working directory, sources of any make, rooms that do not load."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.engine import command
from tests.sites import files_of, news, options, plain_site, write
from tests.systems import links

ROOT = Path(__file__).parents[2]


def test_pelican_alone_builds_the_same_site(tmp_path: Path) -> None:
    """`pelican -s pelicanconf.py` from another folder makes the same tree as the command."""
    content = write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Teksti.")})
    elsewhere = tmp_path / "muualla"
    elsewhere.mkdir()
    pelican = [
        sys.executable, "-m", "pelican", "-q", "-s", str(ROOT / "pelicanconf.py"), str(content),
        "-o", str(tmp_path / "output"), "--cache-path", str(tmp_path / "cache"), "-e", 'KAIKU_NOW="2031-06-01T12:00"',
    ]  # fmt: skip
    done = subprocess.run(pelican, cwd=elsewhere, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    command.build(options(tmp_path, output=tmp_path / "ours", cache=tmp_path / "other"))
    assert files_of(tmp_path / "output") == files_of(tmp_path / "ours")
    assert list(elsewhere.iterdir()) == []


def test_pelican_alone_fails_on_faults(tmp_path: Path) -> None:
    """A fault in the content is an exit code of Pelican's own command too."""
    content = write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": "ei mitään"})
    pelican = [
        sys.executable,
        "-m",
        "pelican",
        "-s",
        str(ROOT / "pelicanconf.py"),
        str(content),
        "-o",
        str(tmp_path / "o"),
    ]
    done = subprocess.run(pelican, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "FRM005" in done.stdout
    assert not (tmp_path / "o").exists()


def test_room_that_does_not_load_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing room stops the build, with exit code 1 and its name."""
    plain_site(tmp_path / "content")
    settings = command.settings_for(options(tmp_path), tmp_path / "output", "commit")
    settings["PLUGINS"] = [*settings["PLUGINS"], "plugins.olematon"]
    settings["ROOMS"] = list(settings["PLUGINS"])
    assert command.run_pelican(settings) == 1
    captured = capsys.readouterr()
    assert "PLG001" in captured.err
    assert "plugins.olematon" in captured.out
    assert not (tmp_path / "output").exists()


GOOD = news("Hyvä", "Ääkköset.")
FAULTY: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "content/news/juttu.fi.md:1:1: error FRM004 [empty-file]"),
    "white": (b" \n\n", "content/news/juttu.fi.md:1:1: error FRM004 [empty-file]"),
    "utf-16": (GOOD.encode("utf-16"), "content/news/juttu.fi.md:1:1: error FRM001 [unknown-encoding]"),
    "latin-1": (GOOD.encode("latin-1"), "content/news/juttu.fi.md:2:11: error FRM001 [unknown-encoding]"),
    "nul": (GOOD.replace("Ä", "\0").encode(), "content/news/juttu.fi.md:7:1: error FRM002 [binary-file]"),
    "large": (GOOD.encode() + b"x" * 10_000_000, "content/news/juttu.fi.md:1:1: error FRM003 [too-large]"),
    "front matter of a megabyte": (
        f"---\ntitle: {'x' * 900_000}\n---\n".encode(),
        "content/news/juttu.fi.md:1:1: error FRM003 [too-large]",
    ),
    "tab": (b"---\ntitle: a\n\tdate: b\n---\n", "content/news/juttu.fi.md:3:1: error FRM007 [yaml-syntax]"),
    "aliases": (
        ("---\n" + "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
         + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)) + "---\n").encode(),
        "content/news/juttu.fi.md:6:14: error FRM013 [yaml-alias]",
    ),
    "deep": (b"---\ntitle: " + b"[" * 3000 + b"\n---\n", "content/news/juttu.fi.md:2:8: error FRM013 [yaml-alias]"),
    "nested quotation": (
        GOOD.encode() + b">" * 5000 + b" x\n",
        "content/news/juttu.fi.md:8:41: error TXT004 [too-deep]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_source(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A source that cannot be read is told with file and line; nothing is written."""
    data, expected = FAULTY[name]
    plain_site(tmp_path / "content")
    (tmp_path / "content" / "news").mkdir()
    (tmp_path / "content" / "news" / "juttu.fi.md").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    assert command.build(options(tmp_path)) == 1
    assert expected in capsys.readouterr().out
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()], ids=["bom", "crlf"]
)
def test_windows_files_are_accepted(data: bytes, tmp_path: Path) -> None:
    """A byte order mark and CRLF line ends change nothing."""
    plain_site(tmp_path / "content")
    (tmp_path / "content" / "news").mkdir()
    (tmp_path / "content" / "news" / "juttu.fi.md").write_bytes(data)
    assert command.build(options(tmp_path)) == 0
    assert "<p>Ääkköset.</p>" in (tmp_path / "output" / "uutiset" / "hyva" / "index.html").read_text(encoding="utf-8")


@links
def test_links_out_of_the_content_are_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A symbolic link to a file elsewhere is a fault, not a way to publish it."""
    plain_site(tmp_path / "content")
    write(tmp_path, {"salainen.md": news("Salainen")})
    (tmp_path / "content" / "news").mkdir()
    (tmp_path / "content" / "news" / "juttu.fi.md").symlink_to(tmp_path / "salainen.md")
    monkeypatch.chdir(tmp_path)
    assert command.build(options(tmp_path)) == 1
    assert "content/news/juttu.fi.md:1:1: error FRM014" in capsys.readouterr().out
