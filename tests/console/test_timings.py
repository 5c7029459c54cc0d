"""Timings: the stages of a run add up to the time that somebody waited."""

import json
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from plugins.console.arguments import ROOT
from plugins.console.timings import timings_json, timings_text
from plugins.core.stages import Stage, StageTime, summed
from plugins.engine.stage_clock import StageClock, process_began
from plugins.quality.external.tries import LinkCheckLimits as LinkManners
from plugins.quality.external.tries import tried
from plugins.scanning.fetching import FetchLimits as PageManners
from plugins.scanning.fetching import fetched
from tests.sites import NOW, plain_site

TIMES = (StageTime(Stage.LOAD, 0.5, 0.25), StageTime(Stage.READ, 1.0, 2.0))


def test_rows_add_up_to_the_last() -> None:
    text = timings_text(
        TIMES,
        {"load": "Ohjelman lataus", "read": "Tekstien luku"},
        {"stage": "Vaihe", "clock": "kesto, s", "processor": "suoritinaika, s", "total": "Yhteensä"},
        ",",
    )
    assert text.splitlines() == [
        "Vaihe            kesto, s  suoritinaika, s",
        "Ohjelman lataus      0,50             0,25",
        "Tekstien luku        1,00             2,00",
        "Yhteensä             1,50             2,25",
    ]


def test_json_has_a_row_for_each_stage() -> None:
    assert json.loads(timings_json(TIMES)) == {
        "stages": [
            {"stage": "load", "seconds": 0.5, "processor": 0.25},
            {"stage": "read", "seconds": 1.0, "processor": 2.0},
        ]
    }


def test_stage_that_is_begun_twice_is_one_row() -> None:
    twice = (StageTime(Stage.RENDER, 1.0, 1.0), StageTime(Stage.COMPARE, 0.5, 0.5), StageTime(Stage.RENDER, 2.0, 3.0))
    assert summed(twice) == (StageTime(Stage.COMPARE, 0.5, 0.5), StageTime(Stage.RENDER, 3.0, 4.0))


def test_stages_follow_each_other_without_a_gap() -> None:
    clock = StageClock(time.perf_counter() - 3)
    clock.begin(Stage.READ)
    clock.begin(Stage.RENDER)
    times, elapsed = clock.times(), clock.elapsed
    assert [one.stage for one in times] == [Stage.START, Stage.READ, Stage.RENDER]
    assert times[0].seconds >= 3
    assert sum(one.seconds for one in times) == pytest.approx(elapsed, abs=0.05)


def test_process_began_before_its_first_line() -> None:
    program = "import time; first = time.perf_counter(); from plugins.engine.stage_clock import process_began\n"
    program += "print(first - process_began())"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert 0 <= float(done.stdout) < 5
    assert process_began() < time.perf_counter()


@pytest.mark.parametrize("task", ["build", "check"])
def test_task_tells_its_stages(tmp_path: Path, task: str) -> None:
    plain_site(tmp_path / "content")
    folders = [f"--content={tmp_path / 'content'}", f"--cache={tmp_path / 'cache'}", f"--now={NOW}"]
    if task == "build":
        folders.append(f"--output={tmp_path / 'output'}")
    command = [sys.executable, "-X", "utf8", "tasks.py", task, *folders, "--timings", "--format=json"]
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    waited = time.perf_counter() - began
    stages = json.loads(done.stderr.splitlines()[-1])["stages"]
    assert isinstance(json.loads(done.stdout), list)
    assert {"start", "load", "read", "plan", "render", "verify", "report"} <= {one["stage"] for one in stages}
    told = sum(one["seconds"] for one in stages)
    assert waited / 2 < told < waited + 0.05  # a hundredth is as exact as the kernel knows when a process began


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_stage_has_a_name(language: str) -> None:
    texts = tomllib.loads((ROOT / f"plugins/console/help/{language}.toml").read_text("utf-8"))
    assert list(texts["stages"]) == [stage.value for stage in Stage]


class Told:
    """Stages that note what they are told."""

    def __init__(self) -> None:
        self.begun: list[tuple[Stage, int]] = []
        self.done = 0

    def begin(self, stage: Stage, total: int = 0) -> None:
        self.begun.append((stage, total))

    def advance(self, count: int = 1) -> None:
        self.done += count


def test_what_goes_out_to_the_network_tells_how_far_it_is(tmp_path: Path) -> None:
    """Nobody answers at port 9, and each address counts all the same."""
    addresses = ["http://127.0.0.1:9/a", "http://127.0.0.1:9/b"]
    told = Told()
    tried(addresses, LinkManners(pause=0.0, timeout=1.0), told)
    assert (told.begun, told.done) == ([(Stage.LINKS, 2)], 2)
    told = Told()
    fetched(addresses, tmp_path, PageManners("Kaiku", pause=0.0, tries=1), told)
    assert (told.begun, told.done) == ([(Stage.FETCH, 2), (Stage.REPORT, 0)], 2)
