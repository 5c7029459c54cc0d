"""The workflows of GitHub: parsed, their actions pinned, and their steps run here as far as they are shell."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import tasks as menu
from plugins.console.arguments import OPTIONS
from tests.publishing.places import Desk, git, news
from tests.systems import scripts

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
FLOWS: dict[str, dict[str, Any]] = {
    file.stem: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - gives texts only
    for file in sorted(FOLDER.glob("*.yml"))
}
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def steps() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, flow in FLOWS.items():
        for job, said in flow["jobs"].items():
            for step in said["steps"]:
                yield name, job, step


RUNS = [(name, step["run"]) for name, _, step in steps() if "run" in step]


def test_what_there_is() -> None:
    assert set(FLOWS) == {"checks", "publish", "scan", "suite", "wheel"}
    assert set(FLOWS["publish"]["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert re.fullmatch(r"\d+ \* \* \* \*", FLOWS["publish"]["on"]["schedule"][0]["cron"])
    assert FLOWS["publish"]["concurrency"]["cancel-in-progress"] == "false"
    assert FLOWS["suite"]["jobs"]["suite"]["strategy"]["matrix"]["os"] == [
        "ubuntu-latest",
        "windows-latest",
        "macos-latest",
    ]


def test_actions_are_pinned_by_commit() -> None:
    used = [line.split("uses:")[1].strip() for file in FOLDER.glob("*.yml") for line in _lines(file) if "uses:" in line]
    assert used
    assert [one for one in used if not PINNED.fullmatch(one)] == []
    commits = {one.split("@")[0]: one for one in used}
    assert set(used) == set(commits.values()), "one version of each action"


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", FLOWS)
def test_rights_and_times_are_limited(name: str) -> None:
    flow = FLOWS[name]
    wanted = {"publish": {"contents": "write", "issues": "write"}, "scan": {"contents": "read", "issues": "write"}}
    assert flow["permissions"] == wanted.get(name, {"contents": "read"})
    assert all(int(job["timeout-minutes"]) > 0 for job in flow["jobs"].values())


@pytest.mark.parametrize(("name", "script"), RUNS)
def test_commands_are_ours_and_shell_is_sound(name: str, script: str) -> None:
    subprocess.run(["bash", "-n", "-c", script], check=True)
    assert "${{" not in script, f"{name}: what GitHub puts into a script is run by it"
    for line in re.findall(r"\./kaiku ([^|>\n]*)", script):
        command, *words = line.replace("2", " ").split() or [""]
        assert command in menu.COMMANDS, line
        options = {word.removeprefix("--") for word in words if word.startswith("--")}
        assert options <= {*OPTIONS, "long"}, line


class Runner:
    """A machine that runs steps in a clone of somebody's content, with a gh that only writes down what it is asked."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        git(desk.content, "add", ".")
        git(desk.content, "commit", "--quiet", "-m", "Sisältö")
        git(desk.content, "push", "--quiet", "origin", "main")
        self.place = desk.folder / "runner"
        git(desk.folder, "clone", "--quiet", "--branch=main", str(desk.remote), "runner")
        self.asked = desk.folder / "asked"
        self.known = desk.folder / "known"
        self.known.write_text("")
        kaiku = f'"{sys.executable}" "{ROOT}/tasks.py"'
        options = f'--content "{self.place}/content" --cache "{desk.cache}" --now 2031-06-01'
        self.program(self.place / "kaiku", f'exec {kaiku} "$@" {options}')
        (desk.folder / "bin").mkdir()
        listed = f'[ "$2" = list ] && exec cat "{self.known}"'
        noted = f'echo "$@" >> "{self.asked}"; [ ! -f body.md ] || cat body.md >> "{self.asked}"'
        self.program(desk.folder / "bin" / "gh", f"{listed}\n{noted}")
        (self.place / ".github").symlink_to(ROOT / ".github")

    @staticmethod
    def program(file: Path, text: str) -> None:
        file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        file.chmod(0o755)

    def run(self, flow: str) -> str:
        """Run the shell steps of a workflow as GitHub does; give what gh was asked."""
        self.asked.write_text("")
        path = f"{self.desk.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        failed = False
        for name, _, step in steps():
            if name == flow and "run" in step and (step.get("if") == "failure()") is failed:
                line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
                done = subprocess.run(
                    line, cwd=self.place, env={**os.environ, "PATH": path}, check=False, capture_output=True
                )
                failed = failed or done.returncode != 0
        return self.asked.read_text()

    def bring(self, **files: str) -> None:
        """Bring a change of the content to the runner, as a push does."""
        self.desk.write(**files)
        git(self.desk.content, "commit", "--quiet", "--all", "-m", "Muutos")
        git(self.desk.content, "push", "--quiet", "origin", "main")
        git(self.place, "pull", "--quiet", "origin", "main")


@scripts
def test_publishing_opens_one_issue_and_closes_it(desk: Desk) -> None:
    runner = Runner(desk)
    assert runner.run("publish") == ""
    assert b"Vanha teksti." in desk.published()["uutiset/juttu/index.html"]
    first = desk.log()
    runner.bring(**{"news/juttu.fi.md": news("Juttu", "[linkki](ei-ole.fi.md)")})
    asked = runner.run("publish")
    assert asked.startswith(
        "issue create --title Julkaiseminen ei onnistu / Publiceringen misslyckas --body-file body.md"
    )
    assert asked.count("LNK001") == 2
    assert "Julkaistu sivusto on ennallaan." in asked
    assert "Den publicerade webbplatsen är oförändrad." in asked
    assert desk.log() == first
    runner.known.write_text("17\n")
    assert runner.run("publish").startswith("issue edit 17 --body-file body.md")
    runner.bring(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    assert runner.run("publish").startswith("issue close 17")
    assert b"Uusi teksti." in desk.published()["uutiset/juttu/index.html"]


@scripts
@pytest.mark.parametrize(
    ("code", "known", "asked"),
    [(0, "", ""), (0, "5", "issue close 5"), (1, "", "issue create"), (1, "5", "issue edit 5")],
)
def test_scan_keeps_one_issue(desk: Desk, code: int, known: str, asked: str) -> None:
    runner = Runner(desk)
    runner.known.write_text(known)
    runner.program(
        runner.place / "kaiku", f'[ "$1" != scan ] || {{ echo "https://cms.example/sivu vanha"; exit {code}; }}'
    )
    found = runner.run("scan")
    assert found.startswith(asked)
    assert found.count("https://cms.example/sivu vanha") == (2 if code == 1 else 0)
    assert ("eivät ole ajan tasalla" in found, "inte är aktuella" in found) == (code == 1, code == 1)


@scripts
def test_checks_stand_beside_the_lines(desk: Desk) -> None:
    runner = Runner(desk)
    runner.bring(**{"news/juttu.fi.md": news("Juttu", "[linkki](ei-ole.fi.md)")})
    check = next(step["run"] for name, _, step in steps() if name == "checks" and step.get("name") == "Check")
    done = subprocess.run(["bash", "-ec", check], cwd=runner.place, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "::error file=content/news/juttu.fi.md,line=7" in done.stdout


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Set up a site in a repository with a remote, with nobody's settings of git."""
    (tmp_path / "gitconfig").write_text("[user]\nname = Testaaja\nemail = testi@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return Desk(tmp_path)
