"""What the house promises of writing: the same bytes, only what changed, nothing by halves."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.engine import command
from tests.sites import SITE, files_of, news, options, plain_site, site_with_search, warm, write
from tests.systems import signals

ROOT = Path(__file__).parents[2]
TASKS = [sys.executable, str(ROOT / "tasks.py")]


@pytest.mark.long
def test_same_bytes_twice(tmp_path: Path) -> None:
    """The same content and moment give the same bytes, whatever the folders are called.

    Of every day it is held by the same content from a wheel and from a checkout (test_wheel).
    """
    content = ROOT / "content"
    for name in ("first", "second"):
        assert command.build(options(tmp_path / name, content=content)) == 0
    first, second = files_of(tmp_path / "first" / "output"), files_of(tmp_path / "second" / "output")
    assert first == second
    assert len(first) > 50


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """A second build touches no file; an edit of one text touches its page, its feeds and its block."""
    content = site_with_search(tmp_path / "content")
    for number in range(3):
        write(content, {f"news/juttu-{number}.fi.md": news(f"Juttu {number}", "Vanha teksti.", summary="Sama.")})
    command.build(options(tmp_path))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "output").rglob("*") if path.is_file()}
    command.build(options(tmp_path))
    assert {path: path.stat().st_mtime_ns for path in before} == before
    write(content, {"news/juttu-1.fi.md": news("Juttu 1", "Uusi teksti.", summary="Sama.")})
    command.build(options(tmp_path))
    # The files of the search's index are named by what is in them: those of an edited text go, and others come.
    gone = {path.relative_to(tmp_path / "output").as_posix() for path in before if not path.exists()}
    assert all(path.startswith("haku/pagefind/") for path in gone)
    touched = {path.relative_to(tmp_path / "output").as_posix() for path, then in before.items()
               if path.exists() and path.stat().st_mtime_ns != then}  # fmt: skip
    assert touched >= {"uutiset/juttu-1/index.html", "feed.rss", "blocks/juttu-1/fi.basic.html"}
    assert not [path for path in touched if path.startswith("sv/sok/pagefind/")]
    assert len([path for path in gone if path.endswith("_fragment")]) == 1
    assert not touched & {"index.html", "uutiset/juttu-0/index.html", "uutiset/index.html", "404.html"}


def test_damage_is_mended(tmp_path: Path) -> None:
    """A changed, missing or strange file in the output, and a spoilt cache, are set right by the next build."""
    write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Teksti.")})
    command.build(options(tmp_path))
    good = files_of(tmp_path / "output")
    (tmp_path / "output" / "index.html").write_text("muutettu")
    (tmp_path / "output" / "feed.rss").unlink()
    (tmp_path / "output" / "vieras.txt").write_text("ei meidän")
    for file in [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]:
        file.write_bytes(b"rikki" * 600)
    assert command.build(options(tmp_path)) == 0
    assert files_of(tmp_path / "output") == good
    (tmp_path / ".output.kaiku" / "records").write_bytes(b"rikki")
    assert command.build(options(tmp_path)) == 0
    assert files_of(tmp_path / "output") == good


def test_files_of_one_output_come_and_go_by_themselves(tmp_path: Path) -> None:
    """What a profile cannot carry takes its own file away and no other; one spoilt file has its output made anew."""
    content, blocks = plain_site(tmp_path / "content"), tmp_path / "output" / "blocks" / "juttu"
    write(content, {"blocks.yaml": "defaults: {profiles: [basic, restricted, full]}\n"})
    simple, hard = "Teksti.", f"| {'kirjasto ' * 40} |\n|---|\n" + "| a |\n" * 300  # headers are said in every row
    for body, profiles in ((simple, "basic full restricted"), (hard, "full"), (simple, "basic full restricted")):
        write(content, {"news/juttu.fi.md": news("Juttu", body)})
        assert command.build(options(tmp_path)) == 0
        assert {path.stem for path in blocks.glob("fi.*.html")} == {f"fi.{profile}" for profile in profiles.split()}
        assert list(json.loads((blocks / "fi.json").read_bytes())["profiles"]) == [
            one for one in ("basic", "restricted", "full") if one in profiles
        ]
    good = files_of(blocks)
    untouched = (blocks / "fi.basic.html").stat().st_mtime_ns
    (blocks / "fi.full.html").write_text("muutettu")
    (blocks / "sv.basic.html").write_text("ei meidän")
    assert command.build(options(tmp_path)) == 0
    assert files_of(blocks) == good
    assert (blocks / "fi.basic.html").stat().st_mtime_ns == untouched


def test_a_folder_becomes_a_file_and_a_folder_again(tmp_path: Path) -> None:
    """What stood where something else is needed goes; no build stumbles over what it removes."""
    content = plain_site(tmp_path / "content")
    place = content / "files" / "liite"
    for path, text in (("liite/osa.txt", "yksi"), ("liite", "kaksi"), ("liite/osa.txt", "kolme")):
        shutil.rmtree(content / "files", ignore_errors=True)
        write(content, {f"files/{path}": text, "news/juttu.fi.md": news("Juttu", f"[Liite](../files/{path})")})
        assert place.is_dir() == ("/" in path)
        assert command.build(options(tmp_path)) == 0
        published = {name: data for name, data in files_of(tmp_path / "output").items() if name.startswith("files/")}
        assert published == {f"files/{path}": text.encode()}


def test_foreign_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with somebody's files is not taken for an output folder."""
    plain_site(tmp_path / "content")
    write(tmp_path / "output", {"tärkeä.txt": "minun"})
    assert command.build(options(tmp_path)) == 2
    assert "Nothing was changed" in capsys.readouterr().out
    assert files_of(tmp_path / "output") == {"tärkeä.txt": b"minun"}


def test_check_writes_nothing(tmp_path: Path) -> None:
    """Checking leaves the content and the output alone."""
    write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Teksti.")})
    before = files_of(tmp_path / "content")
    assert command.check(options(tmp_path)) == 0
    assert files_of(tmp_path / "content") == before
    assert not (tmp_path / "output").exists()


def arguments(folder: Path) -> list[str]:
    """Write a build's command line."""
    places = ["--content", folder / "content", "--output", folder / "output", "--cache", folder / "cache"]
    return [*TASKS, "build", *map(str, places), "--now", "2031-06-01"]


@signals
def test_killed_builds_leave_whole_files(tmp_path: Path) -> None:
    """A build that is killed at any moment leaves only whole files, and the next build makes the site right."""
    content = write(plain_site(tmp_path / "content"), {"site.yaml": f"{SITE}cards: false\n"})
    for number in range(30):
        write(content, {f"news/juttu-{number}.fi.md": news(f"Juttu {number}", "Vanha teksti.")})
    command.build(options(tmp_path))
    old = files_of(tmp_path / "output")
    for number in range(30):
        write(content, {f"news/juttu-{number}.fi.md": news(f"Juttu {number}", "Uusi teksti.")})
    command.build(options(tmp_path, output=tmp_path / "clean", cache=warm(tmp_path / "other")))
    new = files_of(tmp_path / "clean")
    for delay in (0.2, 0.4, 0.6):
        process = subprocess.Popen(arguments(tmp_path), stdout=subprocess.DEVNULL, start_new_session=True)
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for path, data in files_of(tmp_path / "output").items():
            assert data in (old.get(path), new.get(path)), path
    assert command.build(options(tmp_path)) == 0
    assert files_of(tmp_path / "output") == new


def test_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Two builds of one site at the same time both succeed, and the site is right."""
    write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Teksti.")})
    running = [subprocess.Popen(arguments(tmp_path), stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    command.build(options(tmp_path, output=tmp_path / "clean", cache=warm(tmp_path / "other"), now="2031-06-01"))
    assert files_of(tmp_path / "output") == files_of(tmp_path / "clean")
