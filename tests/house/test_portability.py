"""What systems do differently: names, line ends, forks, consoles, time zones, drives and long paths."""

import multiprocessing
import ntpath
import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from plugins.console.menu import is_too_long
from plugins.core.content_paths import shown_from
from plugins.core.portable_names import folded, is_portable, unportable_part
from plugins.disk import replacement
from plugins.engine import command
from plugins.incremental import parallel
from tests.sites import files_of, news, options, plain_site, write

ROOT = Path(__file__).parents[2]
NAMES = (
    *("con", "CON.txt", "aux.fi.md", "nul .x", "com1", "LPT9.jpg", "com¹", "a.", "a ", "a:b", "a?", "a|b", "a\x1f"),
    *("a", "con-1", "common", "com", "com10", ".con", "kysely.fi.md", "a b.c", "ääni.mp3", "lpt", "auxiliary.md"),
)


@pytest.mark.parametrize("name", NAMES)
def test_windows_says_the_same_of_a_name(name: str) -> None:
    """Python knows which names Windows keeps for itself: all of it from 3.13 on, before that the devices."""
    if hasattr(ntpath, "isreserved"):
        assert is_portable(name) is not ntpath.isreserved(name)
    elif PureWindowsPath(name).is_reserved():
        assert not is_portable(name)


def test_the_part_is_named_that_windows_cannot_hold() -> None:
    assert unportable_part("uutiset/aux/index.html") == "aux"
    assert unportable_part("uutiset/kysely/index.html") is None
    assert folded("files/A\u0308änI.txt") == folded("files/ÄÄNI.txt")


@pytest.mark.parametrize(
    ("slug", "tags", "address"),
    [("nul", "[]", "/uutiset/nul/"), ("a", "[Con]", "/aiheet/con/"), ("a", "[]", "/vanha/aux/")],
)
def test_an_address_that_windows_cannot_hold_stops_the_build(
    slug: str, tags: str, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    aliases = f"[{address}]" if "vanha" in address else "[]"
    text = news("Uutinen", "Teksti.", slug=slug, tags=tags, aliases=aliases)
    write(plain_site(tmp_path / "content"), {"news/a.fi.md": text})
    assert command.check(options(tmp_path)) == 1
    said = capsys.readouterr().out
    assert "ADR002" in said
    assert address in said


def many(folder: Path) -> Path:
    """Write a site with enough texts that they are shared among processes."""
    names = [f"n{number}" for number in range(parallel.WORTHWHILE)]
    return write(plain_site(folder), {f"news/{name}.fi.md": news("Juttu", "*Teksti.*", slug=name) for name in names})


def test_a_site_without_fork_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no fork: nothing that a build makes may depend on it."""
    many(tmp_path / "content")
    shares: list[int] = []
    share: Any = parallel._share

    def counted(*given: Any) -> None:
        shares.append(1)
        share(*given)

    monkeypatch.setattr(parallel, "_share", counted)
    monkeypatch.setenv("PYTHON_CPU_COUNT", "2")
    assert command.build(options(tmp_path)) == 0
    assert bool(shares) is ("fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin")
    shares.clear()
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert command.build(options(tmp_path, output=tmp_path / "other", cache=tmp_path / "cold")) == 0
    assert not shares
    assert files_of(tmp_path / "other") == files_of(tmp_path / "output")


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    texts = {
        "blocks.yaml": "blocks:\n  hanke-uutiset:\n    kind: latest\n    project: hanke\n    types: [news]\n",
        "news/a.fi.md": news("Uutinen", "Rivi  \ntoinen\n\n- yksi\n- kaksi\n\n```\nkoodi\n```\n"),
    }
    write(plain_site(tmp_path / "content"), texts)
    assert command.build(options(tmp_path)) == 0
    for path in (tmp_path / "content").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert command.build(options(tmp_path, output=tmp_path / "other", cache=tmp_path / "cold")) == 0
    assert files_of(tmp_path / "other") == files_of(tmp_path / "output")


Done = subprocess.CompletedProcess[bytes]


def run(folder: Path, *words: str, flags: tuple[str, ...] = (), **settings: str) -> Done:
    """Run a command on `folder/content` in a process of its own, without the launcher's UTF-8 mode."""
    places = [f"--{name}={folder / name}" for name in ("content", "output", "cache")]
    given = places if words[0] == "build" else [places[0], places[2]]
    line = [sys.executable, "-X", "utf8=0", *flags, str(ROOT / "tasks.py"), *words, *given, "--now=2031-06-01"]
    return subprocess.run(line, capture_output=True, env={**os.environ, **settings}, check=False)


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "utf-16-le"])
def test_a_console_that_is_not_utf_8_is_told_everything(encoding: str, tmp_path: Path) -> None:
    write(plain_site(tmp_path / "content"), {"news/a.fi.md": news("Äänestys – “🎉”", "[](nowhere) ö", wrong="1")})
    done = run(tmp_path, "check", PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert "FRM009" in done.stdout.decode(encoding)
    assert done.stderr == b""


def test_no_file_is_read_in_the_systems_encoding(tmp_path: Path) -> None:
    """The encoding of every text is said where it is opened: on Windows the system's own is another."""
    write(plain_site(tmp_path / "content"), {"news/a.fi.md": news("Äänestys", "Teksti.")})
    done = run(tmp_path, "build", flags=("-X", "warn_default_encoding"))
    assert done.returncode == 0
    said = [line for line in done.stderr.decode().splitlines() if "EncodingWarning" in line]
    assert [line for line in said if str(ROOT / "plugins") in line or "tasks.py" in line] == []


def test_time_zones_come_along_where_the_system_has_none(tmp_path: Path) -> None:
    plain_site(tmp_path / "content")
    assert run(tmp_path, "build", PYTHONTZPATH="").returncode == 0


def test_a_path_on_another_drive_is_shown_in_full() -> None:
    shown: Any = shown_from
    assert shown(PureWindowsPath("C:/a"), PureWindowsPath("C:/A/b/x.md")) == "b\\x.md"
    assert shown(PureWindowsPath("C:/a"), PureWindowsPath("D:/a/x.md")) == "D:\\a\\x.md"


def test_a_path_that_is_too_long_is_told(tmp_path: Path) -> None:
    plain_site(tmp_path / "content")
    done = run(tmp_path, "build", "--lang=en", f"--ledger={'x' * 5000}")
    assert done.returncode in (1, 2)
    assert b"too long" in done.stderr
    assert b"Internal" not in done.stderr


def test_windows_says_of_a_long_path_that_nothing_is_there() -> None:
    missing = FileNotFoundError(2, "No such file", "C:\\" + "a" * 300)
    assert is_too_long(missing, "nt")
    assert not is_too_long(missing, "posix")
    assert not is_too_long(FileNotFoundError(2, "No such file", "C:\\a"), "nt")


def test_a_file_that_somebody_has_open_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"fresh": "uusi", "place": "vanha"})
    held = [PermissionError(13, "in use")] * 2
    real = os.replace

    def refusing(fresh: str, place: str) -> None:
        if held:
            raise held.pop()
        real(fresh, place)

    monkeypatch.setattr(os, "replace", refusing)
    monkeypatch.setattr("plugins.disk.replacement.os.name", "nt")
    replacement.put(str(tmp_path / "fresh"), str(tmp_path / "place"))
    monkeypatch.undo()
    assert (tmp_path / "place").read_text(encoding="utf-8") == "uusi"
    held += [PermissionError(13, "in use")]
    monkeypatch.setattr(os, "replace", refusing)
    with pytest.raises(PermissionError):
        replacement.put("a", "b", patience=0)
