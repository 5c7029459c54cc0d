"""`--strict`: a warning stops a build as an error does; a hint does not."""

import json
from pathlib import Path

import pytest

from plugins.core.diagnostics import Place, Severity, diagnostic, strictly
from plugins.engine import command
from tests.sites import news, options, plain_site, write


def test_warnings_become_errors_and_hints_stay() -> None:
    place = Place("news/a.fi.md")
    found = strictly([diagnostic("DOC008", place), diagnostic("FIL001", place), diagnostic("FRM004", place)])
    assert [one.severity for one in found] == [Severity.ERROR, Severity.HINT, Severity.ERROR]


def test_a_warning_stops_a_strict_build_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain_site(tmp_path / "content")
    write(tmp_path / "content", {"news/a.fi.md": news("Uutinen", "Lue [tästä](https://example.org/).")})
    assert command.build(options(tmp_path, format="json", strict=True)) == 1
    found = json.loads(capsys.readouterr().out)
    assert {"TXT006"} <= {one["code"] for one in found if one["severity"] == "error"}
    assert not (tmp_path / "output").exists()
    assert command.build(options(tmp_path)) == 0
