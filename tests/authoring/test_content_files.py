"""Only regular files are opened: anything else is told, and nothing waits for it."""

import os
from pathlib import Path

import pytest

from plugins.engine import command
from tests.sites import options, plain_site
from tests.systems import links, pipes


@pipes
@pytest.mark.parametrize("name", ["news/putki.fi.md", "blocks.yaml", "placements.yaml", "site.yaml"])
def test_a_named_pipe_is_a_fault(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = plain_site(tmp_path / "content")
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).unlink(missing_ok=True)
    os.mkfifo(content / name)
    assert command.check(options(tmp_path)) == 1
    assert f"{name}:1:1: error FRM014" in capsys.readouterr().out


@pipes
@pytest.mark.parametrize("name", ["files/putki.pdf", "images/putki.jpg"])
def test_what_is_no_regular_file_among_files_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = plain_site(tmp_path / "content")
    (content / name).parent.mkdir()
    os.mkfifo(content / name)
    (content / name).with_name("puuttuva.pdf").symlink_to("ei-ole.pdf")
    (content / name).with_name("kansio").symlink_to(tmp_path)
    (content / name).with_name(".piilo").symlink_to("ei-ole")
    (content / "projects/hanke.fi.md").write_text(f"---\ntitle: H\n---\n\n[x](../{name})\n", encoding="utf-8")
    assert command.check(options(tmp_path)) == 1
    said = capsys.readouterr().out
    folder = name.partition("/")[0]
    assert f"{name}:1:1: error FRM014" in said
    assert f"{folder}/puuttuva.pdf:1:1: error FRM014" in said
    assert f"{folder}/kansio:1:1: warning DOC007" in said
    assert "LNK004" in said
    assert "piilo" not in said


@links
@pytest.mark.parametrize("target", ["news", ".", "news/kysely.fi.md", "ei-ole"])
def test_a_link_in_a_folder_leads_round_in_no_circle(
    target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = plain_site(tmp_path / "content")
    (content / "news").mkdir()
    (content / "news" / "linkki").symlink_to(content / target)
    assert command.check(options(tmp_path)) == 0
    said = capsys.readouterr().out
    assert "linkki:1:1: warning DOC007" in said or "linkki:1:1: warning DOC010" in said
