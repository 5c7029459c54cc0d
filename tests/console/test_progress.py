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
import os, sys, time
from msgspec.structs import replace
from pathlib import Path
from plugins.engine import command
from tests.sites import options
place, patience, *orders = sys.argv[1:]
for number, order in enumerate(orders):
    language, form, os.environ["TERM"] = order.split(" ")
    given = options(Path(place), output=Path(place, str(number)), language=language, format=form)
    assert command.build(replace(given, began=time.perf_counter() - float(patience))) == 0
    print("\\f", end="", flush=True)
"""
"""Builds, each in a language, for a format and a terminal, that began so many seconds ago as it says."""
OVER = "5"
"""So many that the patience of whoever waits is over."""
WORDS = {"seconds": "noin {seconds} s jäljellä", "minutes": "noin {minutes} min jäljellä"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    plain_site(tmp_path / "content")
    texts = {f"news/2031-05-{day:02}-juttu.fi.md": news(f"Juttu {day}") for day in range(1, 20)}
    write(tmp_path / "content", {"site.yaml": f"{SITE}cards: false\nsearch: false\n", **texts})
    return tmp_path


def on_terminal(site: Path, *orders: str, patience: str = OVER) -> list[str]:
    """Run builds with a terminal on all their streams; give what each sent to it."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": "100"}
    line = [sys.executable, "-X", "utf8", "-c", LONG, str(site), patience, *orders]
    process = subprocess.Popen(line, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
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
    *each, rest = sent.decode().split("\f")
    assert (len(each), rest) == (len(orders), "")
    return each


STAGES = {
    "fi": ("Tekstien luku", "Sivujen teko", "Valmis:"),
    "sv": ("Läsning av texter", "Framställning av sidor", "Klart:"),
    "en": ("Reading texts", "Rendering pages", "Done:"),
}


def test_terminal_shows_stages(site: Path) -> None:
    sent = on_terminal(site, *(f"{language} text xterm" for language in STAGES))
    for (*stages, done), text in zip(STAGES.values(), sent, strict=True):
        for stage in stages:
            assert stage in text
        assert re.search(r"\d+ / \d+", text)
        shown, message, after = text.partition(done)
        assert message
        assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l"), "the cursor is back before the messages"
        assert "\x1b[2K" in shown, "the line is wiped away"
        assert not any(stage in after for stage in stages)


def test_one_long_thing_is_shown_while_it_is_done(site: Path) -> None:
    """Making one photo in four sizes and two formats takes seconds, in which nothing else tells of itself."""
    noise = Image.effect_noise((320, 240), 90).convert("RGB").resize((1600, 1200))
    (site / "content/images").mkdir()
    noise.save(site / "content/images/talo.jpg", "JPEG", quality=90)
    assert command.build(options(site, output=site / "0")) == 0
    photo = news("Kuva", image="{file: images/talo.jpg, alt: Talo}")
    write(site / "content", {"news/kuva.fi.md": photo})
    (sent,) = on_terminal(site, "fi text xterm", patience="0")
    shown = sent.partition("Valmis:")[0]
    assert shown.count("Sivujen teko") > 3, "it is drawn again and again"


def test_terminal_of_tools_shows_none(site: Path) -> None:
    for sent in on_terminal(site, "en json xterm", "en github xterm", "en text dumb", "en text "):
        assert "Done:" in sent
        assert "Reading texts" not in sent
        assert "\x1b[?25l" not in sent


def test_pipe_gets_none(site: Path) -> None:
    line = [sys.executable, "-X", "utf8", "-c", LONG, str(site), OVER, "en text xterm"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)
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
