"""Every story holds."""

from pathlib import Path

import pytest

from plugins.engine import command
from tests.stories.story import PROJECT, SITE, Part, Player, files_of, read_story

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
    """Play one part."""
    match part.name.split():
        case [("build" | "check") as task]:
            assert player.last.judged, "an earlier run's exit code was not expected"
            run = command.build if task == "build" else command.check
            player.last.code = run(player.options(part.lines))
            captured = capsys.readouterr()
            player.last.said = captured.out + captured.err
            player.last.judged = player.last.code == 0
        case ["exit"]:
            assert player.last.code == int(part.text), player.last.said
            player.last.judged = True
        case ["messages"]:
            player.expect(part.lines, player.last.said, "messages")
        case ["silent"]:
            for excerpt in part.lines:
                assert excerpt.strip() not in player.last.said, player.last.said
        case ["output", path]:
            player.expect(part.lines, (player.output / path).read_text(encoding="utf-8"), path)
        case ["no", "output"]:
            for line in part.lines:
                assert not (player.output / line.strip()).exists(), line
        case ["absent"]:
            for name, data in files_of(player.output).items():
                for line in part.lines:
                    assert line.strip().encode() not in data, f"{line} in {name}"
                    assert line.strip() not in name
        case _:
            player.write(part.name, part.text)
