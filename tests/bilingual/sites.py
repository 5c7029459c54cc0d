"""Small sites in several languages, and the commands that look at their translations."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tasks
from plugins.console.menu import main
from tests.sites import NOW, news, plain_site, warm, write

FINNISH = news("Kysely", "Kysely alkoi.\n\n## Aikataulu\n\nVastaa **pian**.\n\nTulokset tulevat - myöhemmin.")
SWEDISH = news("Enkät", "Enkäten började.\n\n## Tidtabell\n\nSvara snart.\n\nResultaten kommer - senare.")

Run = Callable[..., tuple[int, str, str]]


def pair(folder: Path) -> Path:
    """Write a site with one news item in two languages; give the content folder."""
    return write(plain_site(folder / "content"), {"news/kysely.fi.md": FINNISH, "news/kysely.sv.md": SWEDISH})


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line on the content in the test's folder; give exit code, output and messages."""
    monkeypatch.chdir(tmp_path)
    warm(tmp_path / "cache")
    monkeypatch.delenv("KAIKU_LANG", raising=False)

    def run(line: str, *more: str, now: str = NOW) -> tuple[int, str, str]:
        words = [*line.split(), "--content", "content", "--cache", "cache", "--now", now, *more]
        words += [] if "--lang" in words else ["--lang", "en"]
        capsys.readouterr()
        try:
            code = main(words, tasks.COMMANDS)
        except SystemExit as leaving:
            code = int(str(leaving.code))
        return code, *capsys.readouterr()

    return run


def rows(run: Run, key: str = "kysely") -> dict[tuple[str, str | None], dict[str, Any]]:
    """Give the board's rows of a document by language and the language they stand against."""
    code, out, _ = run("translations --format json")
    assert code == 0
    return {(row["lang"], row["against"]): row for row in json.loads(out) if row["key"] == key}


def states(run: Run, key: str = "kysely") -> dict[str, str]:
    """Give the state of a document in each language."""
    return {language: row["state"] for (language, _), row in rows(run, key).items()}


def edit(path: Path, old: str, new: str) -> None:
    """Change a word of a source."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
