"""Progress: what a person at a terminal sees of a long run, and nobody else."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from plugins.console.arguments import ROOT
from plugins.console.progress_line import standing
from plugins.engine import command
from tests.sites import SITE, news, options, plain_site, write

LONG = """
import sys, time
from msgspec.structs import replace
from pathlib import Path
from plugins.engine import command
from tests.sites import options
language, form, place = sys.argv[1:]
began = time.perf_counter() - 5
sys.exit(command.build(replace(options(Path(place)), language=language, format=form, began=began)))
"""
"""A build that began five seconds ago, so that the patience of whoever waits is over."""
WORDS = {"seconds": "noin {seconds} s jäljellä", "minutes": "noin {minutes} min jäljellä"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    plain_site(tmp_path / "content")
    write(tmp_path / "content", {f"news/2031-05-{day:02}-juttu.fi.md": news(f"Juttu {day}") for day in range(1, 20)})
    return tmp_path


def on_terminal(site: Path, language: str, form: str = "text", terminal: str = "xterm", program: str = LONG) -> str:
    """Run the build with a terminal on all its streams; give what was sent to it."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": terminal, "COLUMNS": "100"}
    command = [sys.executable, "-X", "utf8", "-c", program, language, form, str(site)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    sent = b""
    try:
        while data := os.read(ours, 65536):
            sent += data
    except OSError:  # Linux says so that the other end is closed
        pass
    finally:
        os.close(ours)
    assert process.wait() == 0, sent.decode()
    return sent.decode()


@pytest.mark.parametrize(
    ("language", "stages", "done"),
    [
        ("fi", ("Tekstien luku", "Sivujen teko"), "Valmis:"),
        ("sv", ("Läsning av texter", "Framställning av sidor"), "Klart:"),
        ("en", ("Reading texts", "Rendering pages"), "Done:"),
    ],
)
def test_terminal_shows_stages(site: Path, language: str, stages: tuple[str, ...], done: str) -> None:
    sent = on_terminal(site, language)
    for stage in stages:
        assert stage in sent
    assert re.search(r"\d+ / \d+", sent)
    shown, message, after = sent.partition(done)
    assert message
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l"), "the cursor is back before the messages"
    assert "\x1b[2K" in shown, "the line is wiped away"
    assert not any(stage in after for stage in stages)


def test_one_long_thing_is_shown_while_it_is_done(site: Path) -> None:
    """Making one photo in four sizes and two formats takes seconds, in which nothing else tells of itself."""
    noise = Image.effect_noise((320, 240), 90).convert("RGB").resize((1600, 1200))
    (site / "content/images").mkdir()
    noise.save(site / "content/images/talo.jpg", "JPEG", quality=90)
    assert command.build(options(site)) == 0
    photo = news("Kuva", image="{file: images/talo.jpg, alt: Talo}")
    write(site / "content", {"news/kuva.fi.md": photo, "site.yaml": f"{SITE}cards: false\nsearch: false\n"})
    sent = on_terminal(site, "fi", program=LONG.replace("perf_counter() - 5", "perf_counter()"))
    shown = sent.partition("Valmis:")[0]
    assert shown.count("Sivujen teko") > 3, "it is drawn again and again"


@pytest.mark.parametrize(("form", "terminal"), [("json", "xterm"), ("github", "xterm"), ("text", "dumb"), ("text", "")])
def test_terminal_of_tools_shows_none(site: Path, form: str, terminal: str) -> None:
    sent = on_terminal(site, "en", form, terminal)
    assert "Done:" in sent
    assert "Reading texts" not in sent
    assert "\x1b[?25l" not in sent


def test_pipe_gets_none(site: Path) -> None:
    command = [sys.executable, "-X", "utf8", "-c", LONG, "en", "text", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Done:" in done.stdout
    assert "Reading texts" not in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("done", "total", "seconds", "text"),
    [
        (3, 0, None, ""),
        (0, 10, None, "0 / 10"),
        (1240, 4000, 12.4, "1\xa0240 / 4\xa0000  noin 12 s jäljellä"),
        (9, 10, 0.2, "9 / 10  noin 1 s jäljellä"),
        (9, 10, 89.4, "9 / 10  noin 89 s jäljellä"),
        (9, 10, 130, "9 / 10  noin 2 min jäljellä"),
        (10, 10, 0.0, "10 / 10"),
    ],
)
def test_standing(done: int, total: int, seconds: float | None, text: str) -> None:
    assert standing(done, total, seconds, WORDS) == text
