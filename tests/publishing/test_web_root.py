"""Publishing into a folder that a web server sends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.publishing import web_root
from tests.publishing.places import NOW, Desk, files_of, news, write
from tests.systems import links, signals

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(desk: Desk) -> Path:
    """Give a web root with a site in it."""
    desk.begin("folder")
    return desk.folder / "www"


def test_first_time(desk: Desk) -> None:
    root = desk.folder / "www"
    assert desk.publish("--to", str(root))[0] == 0
    files = files_of(root)
    assert b"Vanha teksti." in files["uutiset/juttu/index.html"]
    assert "ledger.json" in files
    assert root.stat().st_mode & 0o777 == 0o777 & ~os.umask(os.umask(0o22))


def test_change(desk: Desk, root: Path) -> None:
    unchanged = (root / "sv" / "404.html").stat().st_mtime_ns
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    code, said = desk.publish("--to", str(root))
    assert code == 0
    assert "  ~ /uutiset/juttu/\n" in said
    assert b"Uusi teksti." in files_of(root)["uutiset/juttu/index.html"]
    assert (root / "sv" / "404.html").stat().st_mtime_ns == unchanged
    beside = root.parent / ".www.kaiku-release"
    assert {one.name for one in beside.iterdir()} <= {"releases", "files", "lock"}
    assert beside.stat().st_mode & 0o777 == 0o700


def test_again_without_changes_swaps_nothing(desk: Desk, root: Path) -> None:
    before = root.stat().st_ino
    code, said = desk.publish("--to", str(root), now="2031-06-02")
    assert code == 0
    assert "No changes." in said
    assert root.stat().st_ino == before


@links
def test_symbolic_link_stays(desk: Desk, root: Path) -> None:
    link = desk.folder / "public"
    link.symlink_to(root)
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    assert desk.publish("--to", str(link))[0] == 0
    assert link.is_symlink()
    assert link.resolve() == root
    assert b"Uusi teksti." in files_of(root)["uutiset/juttu/index.html"]


@links
def test_the_web_servers_own_files_stay(desk: Desk, root: Path) -> None:
    write(root, {".htaccess": "Options -Indexes\n", ".well-known/security.txt": "Contact: mailto:a@example.org\n"})
    (root / ".link").symlink_to("..")
    root.chmod(0o750)
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    assert desk.publish("--to", str(root))[0] == 0
    files = files_of(root)
    assert files[".htaccess"] == b"Options -Indexes\n"
    assert ".well-known/security.txt" in files
    assert os.readlink(root / ".link") == ".."
    assert root.stat().st_mode & 0o777 == 0o750


def test_without_exchange_it_is_done_in_two_steps(desk: Desk, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_root, "exchange", lambda *_: False)
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    assert desk.publish("--to", str(root))[0] == 0
    assert b"Uusi teksti." in files_of(root)["uutiset/juttu/index.html"]


def test_cut_off_between_two_steps_the_old_site_is_put_back(desk: Desk, root: Path) -> None:
    beside = root.parent / ".www.kaiku-release"
    old = files_of(root)
    beside.mkdir(exist_ok=True)
    root.rename(beside / "old")
    code, _ = desk.publish("--to", str(root), "--dry-run")
    assert code == 0
    assert files_of(root) == old


KILLED = """
import os, signal, sys
from plugins.publishing import web_root

{trap}

import tasks
from plugins.console.menu import main
main(sys.argv[1:], tasks.COMMANDS)
"""
TRAPS = {
    "while copying": """
written = []
write = web_root._write
def trapped(target, data):
    written.append(target)
    if len(written) == 3:
        write(target, data[:9])
        os.kill(os.getpid(), signal.SIGKILL)
    write(target, data)
web_root._write = trapped
""",
    "before the swap": "web_root.exchange = lambda *_: os.kill(os.getpid(), signal.SIGKILL)",
    "after the swap": """
exchange = web_root.exchange
def trapped(*folders):
    exchange(*folders)
    os.kill(os.getpid(), signal.SIGKILL)
web_root.exchange = trapped
""",
}


@signals
@pytest.mark.parametrize("trap", TRAPS)
def test_killed_half_way(desk: Desk, root: Path, trap: str) -> None:
    old = files_of(root)
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti."), "news/lisaa.fi.md": news("Lisää")})
    line = ["publish", "--content", desk.content, "--cache", desk.cache, "--now", NOW, "--to", root, "--yes"]
    program = [sys.executable, "-c", KILLED.format(trap=TRAPS[trap]), *map(str, line)]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    left = files_of(root)
    assert (left == old) is (trap != "after the swap")
    assert desk.publish("--to", str(root))[0] == 0
    now = files_of(root)
    assert b"Uusi teksti." in now["uutiset/juttu/index.html"]
    assert left in (old, now)
    assert not (root.parent / ".www.kaiku-release" / "new").exists()


def test_folder_of_somebody_else(desk: Desk, tmp_path: Path) -> None:
    write(tmp_path / "www", {"index.html": "Tervetuloa"})
    code, said = desk.publish("--to", str(tmp_path / "www"))
    assert code == 2
    assert "holds something else than a site that Kaiku has published" in said
    assert files_of(tmp_path / "www") == {"index.html": b"Tervetuloa"}


@pytest.mark.parametrize("inside", ["", "news", "..", "../../cache/preview"])
def test_folder_of_content_or_cache(desk: Desk, inside: str) -> None:
    code, said = desk.publish("--to", str(desk.content / inside))
    assert code == 2
    assert "It is not possible to publish into the folder" in said


def test_folder_of_a_build(desk: Desk, tmp_path: Path) -> None:
    from plugins.engine import command

    given = command.Options(desk.content, tmp_path / "output", desk.cache, None, "en", NOW, "text")
    assert command.build(given) == 0
    code, said = desk.publish("--to", str(tmp_path / "output"))
    assert code == 2
    assert "is one of building or previewing, which may hold drafts" in said


def test_folder_that_cannot_be(desk: Desk, tmp_path: Path) -> None:
    code, said = desk.publish("--to", str(tmp_path / "a" / "b"))
    assert code == 2
    assert f"because there is no folder {tmp_path / 'a'}" in said


def test_no_git_is_needed(desk: Desk, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert desk.publish("--to", str(root))[0] == 0


def test_pages_of_before_keep_their_style(desk: Desk, root: Path) -> None:
    """A reader or a cache that has a page of the release before finds its style sheet; it is no change by itself."""
    write(root, {"theme/kaiku.0123abcd.css": "p {}"})
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    assert desk.publish("--to", str(root))[0] == 0
    assert (root / "theme" / "kaiku.0123abcd.css").read_text() == "p {}"
    assert "No changes." in desk.publish("--to", str(root))[1]
