"""The site in memory is, after any edits, the site that a first build would make; and it costs as much as it shows."""

import gc
from pathlib import Path

import pytest

from plugins.engine import command
from plugins.preview.live_site import LiveSite
from tests.house.edits import Editor
from tests.sites import files_of, options

ADDRESS = "http://127.0.0.1:8000/"


def live(folder: Path, **changed: object) -> LiveSite:
    """Open a live site of `folder/content`."""
    site = LiveSite(options(folder, base_url=ADDRESS, cache=folder / "live-cache", **changed))
    site.open()
    return site


def changed_files(content: Path, before: dict[str, bytes]) -> set[str]:
    """Name the files that are other than before, or gone."""
    now = files_of(content)
    return {path for path in now.keys() | before.keys() if now.get(path) != before.get(path)}


def hold_over(seed: int, count: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Edit a site so many times; where it can be built, compare every file with that of a first build."""
    editor = Editor(folder / "content", seed)
    editor.let_time_pass = editor.rewrite  # type: ignore[method-assign]
    now = f"{editor.now:%Y-%m-%dT%H:%M}"
    site, compared = live(folder, now=now), 0
    for number in range(count):
        before = files_of(editor.content)
        done = editor.edit()
        site.follow(changed_files(editor.content, before))
        clean = options(folder, base_url=ADDRESS, now=now, output=folder / "clean", cache=folder / "clean-cache")
        code = command.build(clean)
        capsys.readouterr()
        gc.collect()
        if code:
            continue
        compared += 1
        expected = files_of(folder / "clean")
        ours = {path: site.file(path) for path in expected}
        differing = {path for path, data in expected.items() if data != ours[path]}
        assert not differing, (seed, number, done)
        assert site.file("uutiset/olematon/index.html") is None
    assert compared > count / 5, "often enough the site can be built"


@pytest.mark.parametrize("seed", [11, 12])
def test_equals_a_first_build(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold_over(seed, 15, tmp_path, capsys)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200, 205))
def test_equals_a_first_build_long(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Five histories of 100 edits: five hundred."""
    hold_over(seed, 100, tmp_path, capsys)
