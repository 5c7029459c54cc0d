"""The launcher, run for real in a small project of its own whose packages lie in a folder: no network is used."""

import ast
import base64
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from tests.systems import links, signals

ROOT = Path(__file__).parents[1]
PREPARING = "Preparing the tools"
TASKS = """
import importlib.util, os, sys, time
print(sys.argv[1:], os.getcwd(), sys.prefix, *(name for name in ("aapa", "beepa") if importlib.util.find_spec(name)))
if "sleep" in sys.argv:
    print("sleeping", flush=True)
    time.sleep(30)
sys.exit(7)
"""


class Project:
    """A folder with the launcher, a task, and locks of wheels that are made here."""

    def __init__(self, root: Path, wheels: Path) -> None:
        self.root = root
        self.wheels = wheels

    def lock(self, name: str, *packages: str) -> None:
        (self.root / name).write_text("".join(locked(package, self.wheels) for package in packages))

    def start(self, *arguments: str, cwd: Path | None = None, network: bool = True) -> "subprocess.Popen[str]":
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        packages = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        nothing_there = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0"}
        return subprocess.Popen(
            [sys.executable, self.root / "kaiku", *arguments],
            cwd=cwd or self.root,
            env={**kept, "PIP_CONFIG_FILE": os.devnull, **(packages if network else nothing_there)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, cwd: Path | None = None, network: bool = True) -> tuple[int, str, str]:
        process = self.start(*arguments, cwd=cwd, network=network)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err


def locked(package: str, wheels: Path) -> str:
    """Make the wheel `NAME-VERSION` and give its line of a lock file."""
    name, version = package.split("-")
    wheel = wheels / f"{package}-py3-none-any.whl"
    if not wheel.exists():
        info = f"{package}.dist-info"
        files = {
            f"{name}.py": f"VERSION = {version!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = [
            f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip('=')},"
            for path, text in files.items()
        ]
        with zipfile.ZipFile(wheel, "w") as archive:
            for path, text in files.items():
                archive.writestr(path, text)
            archive.writestr(f"{info}/RECORD", "\n".join([*record, f"{info}/RECORD,,", ""]))
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def new_project(folder: Path) -> Project:
    """Write a project that nobody has run yet."""
    root, wheels = folder / "a project", folder / "wheels"
    root.mkdir()
    wheels.mkdir()
    shutil.copy(ROOT / "kaiku", root)
    (root / "tasks.py").write_text(TASKS)
    made = Project(root, wheels)
    made.lock("requirements-build.lock")
    made.lock("requirements.lock", "aapa-1.0")
    made.lock("requirements-test.lock", "aapa-1.0", "beepa-1.0")
    return made


@dataclass(frozen=True)
class FirstRun:
    """A project that was run once, from another folder, and what that gave; its .venv is copied from."""

    project: Project
    elsewhere: Path
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> FirstRun:
    """Run a new project for the first time: making the tools takes seconds."""
    project, elsewhere = new_project(tmp_path_factory.mktemp("first")), tmp_path_factory.mktemp("elsewhere")
    return FirstRun(project, elsewhere, *project.run("build", "--now", "x y", cwd=elsewhere))


@pytest.fixture
def ready(tmp_path: Path, first: FirstRun, launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project that is ready to build, though not to test."""
    project = new_project(tmp_path)
    shutil.copytree(first.project.root / ".venv", project.root / ".venv", symlinks=True)
    monkeypatch.setattr(launcher, "ROOT", str(project.root))
    monkeypatch.setattr(launcher, "VENV", str(project.root / ".venv"))
    monkeypatch.setattr(launcher, "PYTHON", str(project.root / ".venv" / "bin" / "python"))
    launcher.write_stamps({"run": launcher.wanted_stamp("run")})
    return project


@pytest.fixture
def launcher() -> ModuleType:
    """The launcher as a module, fresh for each test."""
    loader = SourceFileLoader("launcher", str(ROOT / "kaiku"))
    spec = importlib.util.spec_from_loader("launcher", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@links
def test_first_run_makes_the_tools_and_later_runs_say_nothing(first: FirstRun, tmp_path: Path) -> None:
    root = first.project.root
    assert (first.code, first.out.split()[-1]) == (7, "aapa")
    assert first.out.startswith(f"['build', '--now', 'x y'] {first.elsewhere} {root / '.venv'}")
    assert PREPARING in first.err
    assert "1/1" in first.err
    assert "aapa" in first.err

    link = tmp_path / "kaiku-link"
    link.symlink_to(root / "kaiku")
    again = subprocess.run([sys.executable, link, "build"], capture_output=True, text=True, check=False)
    assert (again.returncode, again.stderr) == (7, "")


def test_test_packages_come_when_a_task_needs_them(ready: Project) -> None:
    assert "beepa" not in ready.run("build", "test")[1]
    assert "beepa" not in ready.run("test", "--help")[1]
    code, out, err = ready.run("--lang", "sv", "test")
    assert (code, "beepa" in out, PREPARING in err) == (7, True, True)
    assert ready.run("lint")[2] == ready.run("build")[2] == ""


def test_changed_lock_makes_the_tools_again_and_whoever_is_killed_leaves_that_to_the_next(ready: Project) -> None:
    """Of two that come then at once, one does the work."""
    assert ready.run("build")[2] == ""
    (ready.root / ".venv" / "left-over").touch()
    ready.lock("requirements.lock", "aapa-2.0")
    killed = ready.start("build")
    assert killed.stderr
    assert PREPARING in killed.stderr.readline()
    killed.kill()
    killed.communicate()
    both = [ready.start("build") for _ in range(2)]
    told = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [7, 7]
    assert all("aapa" in out for out, _ in told)
    assert sum(PREPARING in err for _, err in told) == 1
    assert not (ready.root / ".venv" / "left-over").exists()


@pytest.mark.parametrize("change", ["nothing", "cut off", "python gone", "other python"])
def test_what_makes_the_tools_unready(
    ready: Project, change: str, launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = ready.root / ".venv" / "kaiku-run.stamp"
    if change == "cut off":
        stamp.write_bytes(stamp.read_bytes()[:-1])
    elif change == "python gone":
        (ready.root / ".venv" / "bin" / "python").unlink()
    elif change == "other python":
        monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert launcher.is_ready("run") == (change == "nothing")


def test_no_network_is_said_in_three_languages_and_breaks_nothing(ready: Project) -> None:
    code, out, err = ready.run("test", network=False)
    assert (code, out) == (69, "")
    assert all(words in err for words in ("Tarkista verkkoyhteys", "nätanslutningen", "network connection"))
    assert ready.run("build")[::2] == (7, "")


def test_changed_package_is_refused(ready: Project) -> None:
    path = ready.root / "requirements-test.lock"
    path.write_text(re.sub(r"sha256:\w+", "sha256:" + "0" * 64, path.read_text()))
    code, _, err = ready.run("test")
    assert (code, "reason is above" in err) == (69, True)


@signals
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_reach_the_task(ready: Project, number: signal.Signals) -> None:
    process = ready.start("sleep")
    assert process.stdout
    process.stdout.readline()
    process.stdout.readline()
    start = time.monotonic()
    process.send_signal(number)
    process.communicate(timeout=20)
    assert process.returncode == -number
    assert time.monotonic() - start < 10


def test_missing_venv_is_explained(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(launcher.NotReady, match="python3-venv"):
        launcher.make_venv()


def test_old_python_is_told(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launcher, "OLDEST", (3, 99))
    with pytest.raises(SystemExit, match="69"):
        launcher.main([])
    assert "needs Python 3.99 or newer" in capsys.readouterr().err


def test_old_python_can_read_the_launcher() -> None:
    tree = ast.parse((ROOT / "kaiku").read_text("utf-8"), feature_version=(3, 6))
    imported = [alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names]
    assert imported == ["os", "sys"]


@pytest.mark.parametrize("line", ["test", "lint", "--lang sv test", "--lang=sv test", "test tests/unit -k help"])
def test_developers_tasks_need_the_test_packages(launcher: ModuleType, line: str) -> None:
    assert launcher.needs_tests(line.split())


@pytest.mark.parametrize("line", ["", "build", "--lang test", "build --content test", "test -h", "--help test"])
def test_other_tasks_do_not(launcher: ModuleType, line: str) -> None:
    assert not launcher.needs_tests(line.split())


def pinned(name: str) -> dict[str, str]:
    """Give the lines of a lock file that name a package and its version, each with its number of hashes."""
    packages: dict[str, str] = {}
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if line[:1].isalnum():
            packages[line.rstrip(" \\")] = ""
        elif "--hash=sha256:" in line:
            packages[list(packages)[-1]] += "#"
    return packages


def test_locks_are_whole_and_agree() -> None:
    run, tests = pinned("requirements.lock"), pinned("requirements-test.lock")
    assert run.items() <= tests.items()
    assert all({**run, **tests, **pinned("requirements-build.lock")}.values())
    for path in ROOT.glob("requirements*.lock"):
        assert "://" not in path.read_text("utf-8")
