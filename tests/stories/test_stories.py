"""Every story holds."""

from pathlib import Path

import pytest

from plugins.engine import command
from tests.stories.story import PROJECT, SITE, Part, Player, files_of, read_story, seen

STORIES = sorted(Path(__file__).parent.rglob("*.txt"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Play a story part by part."""
    told, parts = read_story(path)
    assert told, "a story says what it tells"
    assert any(part.name in {"build", "check"} for part in parts), "a story runs something"
    monkeypatch.chdir(tmp_path)
    player = Player(tmp_path)
    player.write("site.yaml", SITE)
    for name, text in PROJECT.items():
        player.write(name, text)
    for part in parts:
        play(player, part, capsys)
    assert player.last.judged, "the last run's exit code was not expected"


def play(player: Player, part: Part, capsys: pytest.CaptureFixture[str]) -> None:
    """Play one part: run, expect, or write a file of the content."""
    word, _, rest = part.name.partition(" ")
    if part.name in {"build", "check"}:
        run(player, part, capsys)
    elif part.name == "exit":
        assert player.last.code == int(part.text), player.last.said
        player.last.judged = True
    elif part.name == "messages":
        player.expect(part.lines, player.last.said, "messages")
    elif word == "output":
        player.expect(part.lines, seen((player.output / rest).read_bytes()), rest)
    elif part.name in {"silent", "no output", "absent"}:
        lack(player, part)
    else:
        player.write(part.name, part.text)


def run(player: Player, part: Part, capsys: pytest.CaptureFixture[str]) -> None:
    """Run a command; an exit code other than 0 must be expected by the story."""
    assert player.last.judged, "an earlier run's exit code was not expected"
    player.last.code = getattr(command, part.name)(player.options(part.lines))
    captured = capsys.readouterr()
    player.last.said = captured.out + captured.err
    player.last.judged = player.last.code == 0


def lack(player: Player, part: Part) -> None:
    """See that something was not said or not written."""
    files = files_of(player.output) if part.name == "absent" else {}
    for line in (one.strip() for one in part.lines):
        if part.name == "silent":
            assert line not in player.last.said
        elif part.name == "no output":
            assert not (player.output / line).exists(), line
        for name, data in files.items():
            assert line not in seen(data), f"{line} in {name}"
            assert line not in name
