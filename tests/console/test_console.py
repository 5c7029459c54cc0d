"""The command line: what it understands, what it refuses and in which words."""

import inspect
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import msgspec.structs
import pytest

import tasks as menu
from plugins.console import toolbox
from plugins.console.arguments import OPTIONS, ROOT, Given, default_of, read_option
from plugins.console.menu import Commands, commands_in, main, task

COMMANDS = menu.COMMANDS
HELP = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "plugins/console/help").glob("*.toml")}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line with tasks; give exit code, output and messages."""
    monkeypatch.delenv("KAIKU_LANG", raising=False)

    def run(line: str, commands: Commands = COMMANDS) -> tuple[int, str, str]:
        try:
            code = main(line.split(), commands)
        except SystemExit as leaving:
            code = int(str(leaving.code))
        return code, *capsys.readouterr()

    return run


def taking(seen: list[Given], code: int = 0) -> Commands:
    """Give a menu of tasks that notes what it is given."""

    @task("content", "base-url", "port", "now", "format")
    def note(given: Given) -> int:
        seen.append(given)
        return code

    @task(passes_on=True)
    def send(given: Given) -> int:
        seen.append(given)
        return code

    return commands_in(locals())


def test_menu_lists_every_task_in_finnish(run: Run) -> None:
    code, out, err = run("")
    assert (code, err) == (0, "")
    assert out.startswith("Käyttö: ./kaiku TEHTÄVÄ")
    assert all(
        re.search(rf"^  {name} +{re.escape(HELP['fi']['tasks'][name])}$", out, re.MULTILINE) for name in COMMANDS
    )
    assert run("--help")[1] == run("-h")[1] == run("--lang fi")[1] == out


@pytest.mark.parametrize(("language", "words"), [("sv", "Bygg webbplatsen"), ("en", "Build the site")])
def test_language_by_option_and_by_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    out = run(f"--lang {language}")[1]
    assert words in out
    monkeypatch.setenv("KAIKU_LANG", language)
    assert run("")[1] == out
    assert run("--lang fi")[1] != out
    monkeypatch.setenv("KAIKU_LANG", "xx")
    assert run("")[1] == run("--lang fi")[1]


def test_task_help_shows_options_and_defaults(run: Run) -> None:
    out = run("build --help --lang en")[1]
    assert out.startswith("Usage: ./kaiku build [OPTIONS]\n\nBuild the site from the content.\n")
    assert "--content DIR               the folder of the content (default content)" in out
    assert "--lang fi|sv|en             the language of messages (default fi)" in out
    assert run("--lang en test --help")[1].startswith("Usage: ./kaiku test")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("biuld", "Unknown task: biuld. Did you mean build?"),
        ("xyzzy", "Unknown task: xyzzy."),
        ("--content x build", "Unknown option: --content."),
        ("build --contnet x", "Unknown option: --contnet. Did you mean --content?"),
        ("check --output x", "Unknown option: --output."),
        ("build -v", "Unknown option: -v."),
        ("build sivut", "Unexpected word after the task build: sivut."),
        ("build --content", "The option --content lacks a value (DIR)."),
        ("build --content --now 2026-01-01", "The option --content lacks a value (DIR)."),
        ("build --output=", "The option --output lacks a value (DIR)."),
        ("build --content nowhere", "--content: there is no folder nowhere"),
        ("build --content pyproject.toml", "--content: this is not a folder: pyproject.toml"),
        ("build --output pyproject.toml", "--output: this is not a folder: pyproject.toml"),
        ("build --format xml", "--format: xml is not one of text, json, github."),
        ("build --now tomorrow", "--now: tomorrow is neither a date nor a time."),
        ("build --base-url example.org", "--base-url: example.org is not an address"),
        ("build --base-url http://[", "--base-url: http://[ is not an address"),
        ("serve --port http", "--port: http is not a port"),
        ("serve --port 70000", "--port: 70000 is not a port"),
    ],
)
def test_misuse(run: Run, monkeypatch: pytest.MonkeyPatch, line: str, message: str) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("KAIKU_LANG", "en")
    code, out, err = run(line)
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.endswith("\nHelp: ./kaiku --help\n")
    assert "Traceback" not in err


def test_unknown_language_is_misuse_too(run: Run) -> None:
    assert run("build --lang de")[::2] == (2, "--lang: de ei kelpaa. Vaihtoehdot: fi, sv, en.\nOhje: ./kaiku --help\n")
    assert run("--lang de")[0] == 2


def test_whatever_reads_content_takes_the_same_options() -> None:
    readers = [one for one in COMMANDS.values() if "content" in one.options]
    assert {"build", "check", "serve", "translations", "publish"} <= {one.name for one in readers}
    assert all({"now", "lang", "format"} <= set(one.options) for one in readers)


def test_values_reach_the_task(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Given] = []
    (tmp_path / "sisältö").mkdir()
    monkeypatch.chdir(tmp_path)
    line = "--lang sv note --content sisältö --base-url=https://example.org/a=b/ --port 0 --now 2026-02-16T09:00+02:00"
    assert run(line, taking(seen, 5))[0] == 5
    assert seen == [
        Given(
            content=tmp_path / "sisältö",
            base_url="https://example.org/a=b/",
            lang="sv",
            now="2026-02-16T09:00+02:00",
            port=0,
        )
    ]
    assert run("note", taking(seen))[0] == 0
    assert seen[1] == Given()


@pytest.mark.parametrize("line", ["tests/unit -k name --lang sv", "-- -x", "--maxfail=1"])
def test_words_for_another_program_are_passed_on(run: Run, line: str) -> None:
    seen: list[Given] = []
    run(f"send {line}", taking(seen))
    assert list(seen[0].rest) == line.removeprefix("-- ").split()


def test_internal_error_is_an_english_traceback(run: Run) -> None:
    @task()
    def fail(given: Given) -> int:
        raise ZeroDivisionError(given.format)

    @task()
    def stop(_: Given) -> int:
        raise KeyboardInterrupt

    code, out, err = run("fail", commands_in(locals()))
    assert (code, out) == (70, "")
    assert err.startswith("Internal error: Traceback")
    assert "ZeroDivisionError: text" in err
    assert run("stop", commands_in(locals())) == (130, "", "")


def test_every_option_is_a_field_with_a_default_that_it_would_read() -> None:
    fields = {field.name for field in msgspec.structs.fields(Given)} - {"rest"}
    assert fields == {name.replace("-", "_") for name in OPTIONS}
    for name in OPTIONS:
        default = getattr(Given(), name.replace("-", "_"))
        if default is not None and not isinstance(default, Path):
            assert read_option(name, default_of(name)) == default


@pytest.mark.parametrize("name", COMMANDS)
def test_tasks_are_a_menu(name: str) -> None:
    command = COMMANDS[name]
    assert set(command.options) <= set(OPTIONS)
    assert command.help.endswith(".")
    assert len([line for line in inspect.getsource(command.body).splitlines() if line]) <= 10


def test_invoke_knows_the_tasks() -> None:
    """Invoke's own command finds every task, passes words on, and leaves with the task's exit code."""
    invoke = [sys.executable, "-m", "invoke"]
    listed = subprocess.run([*invoke, "--list"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  (\w+) ", listed, re.MULTILINE)) == set(COMMANDS)
    done = subprocess.run(
        [*invoke, "blocks", "--", "simulate", "no-such-file"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "no-such-file" in done.stdout + done.stderr) == (2, True)


def test_help_is_whole_in_every_language() -> None:
    finnish = HELP["fi"]
    assert set(HELP) == {"fi", "sv", "en"}
    assert HELP["sv"]["tasks"].keys() == finnish["tasks"].keys() == COMMANDS.keys()
    assert "tasks" not in HELP["en"]
    for texts in HELP.values():
        assert texts["options"].keys() == OPTIONS.keys()
        assert texts["messages"].keys() == finnish["messages"].keys()
        for key, text in texts["messages"].items():
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", finnish["messages"][key])), key


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("test", [["ruff", "check"], ["ruff", "format"], ["mypy"], ["tests.preparation"], ["pytest", "-n"]]),
        (
            "test tests/console/test_console.py::one -k x",
            [["tests.preparation"], ["pytest", str(Path(__file__)) + "::one"]],
        ),
        ("lint", [["ruff", "check"], ["ruff", "format"], ["mypy"]]),
        ("bench --quick", [["bench", "--quick"]]),
        ("lock", [["uv", "pip"]] * 3),
    ],
)
def test_steps_of_developers_tasks(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str, steps: list[list[str]]
) -> None:
    done = note_steps(monkeypatch)
    monkeypatch.chdir(ROOT)
    assert run(line)[0] == 0
    assert [step[: len(wanted)] for step, wanted in zip(done, steps, strict=True)] == steps


def test_all_checks_are_made_though_the_first_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = note_steps(monkeypatch, failing="ruff")
    assert run("test")[0] == 1
    assert [tool for tool, *_ in done] == ["ruff", "ruff", "mypy", "tests.preparation", "pytest"]


def test_audit_without_a_network_says_so_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def python(*arguments: str) -> int:
        tried.append(arguments[-1])
        return toolbox.UNFETCHED

    monkeypatch.setattr(toolbox, "python", python)
    code, *said = run("audit --lang sv")
    assert (code, tried) == (2, ["requirements-build.lock"])
    assert "Kontrollera nätanslutningen" in "".join(said)


def note_steps(monkeypatch: pytest.MonkeyPatch, failing: str = "") -> list[list[str]]:
    """Note what tasks would run instead of running it."""
    done: list[list[str]] = []

    def python(*arguments: str) -> int:
        done.append([*arguments])
        return int(arguments[0] == failing)

    for module in (menu, toolbox):
        monkeypatch.setattr(module, "python", python)
    return done
