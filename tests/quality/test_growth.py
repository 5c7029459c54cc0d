"""Judging a text takes calls in proportion to its length, whatever is wrong with it and however often."""

import cProfile
import pstats
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.engine import command
from tests.sites import options, plain_site, write

NEWS = "title: Otsikko {0}\ndate: 2031-05-14\nproject: hanke"


def source(fields: str, body: str = "Teksti.") -> str:
    return f"---\n{fields}\n---\n\n{body}\n"


def several(pattern: str, count: int, between: str = ", ") -> str:
    return between.join(pattern.format(number) for number in range(count))


def wrong_anchors(count: int) -> dict[str, str]:
    links = several("[x](#kohhta-{0}) ja [y](b.fi.md#kohhta-{0})", count, "\n\n")
    headings = several("## Kohta {0}", count, "\n\n")
    return {"news/a.fi.md": source(NEWS, f"{headings}\n\n{links}"), "news/b.fi.md": source(NEWS, headings)}


def wrong_paths(count: int) -> dict[str, str]:
    links = several("[x](../files/liiite-{0}.pdf) ![Kuva](../images/kuvaa-{0}.jpg) [y](b-{0}x.fi.md)", count, "\n\n")
    there = {f"news/b-{number}.fi.md": source(NEWS.format(number)) for number in range(count)}
    return {"news/a.fi.md": source(NEWS, links), **there, **{f"files/liite-{n}.txt": "x" for n in range(count)}}


def long_lists(count: int) -> dict[str, str]:
    tags, aliases = several("aihe {0}", count), several("/vanha/{0}/", count)
    people, files = several("Nimi {0} (Kunta)", count), several("{{file: files/x{0}.pdf, title: T{0}}}", count)
    meeting = f"meeting:\n  kind: notes\n  name: R\n  sessions: [{{start: 2031-05-14}}]\n  present: [{people}]"
    milestones = several("{{date: 2031-05-14, text: Askel {0}}}", count)
    contacts = several("{{name: N, email: n{0}@example.org}}", count)
    return {
        "news/a.fi.md": source(f"{NEWS}\ntags: [{tags}]\naliases: [{aliases}]"),
        "meetings/b.fi.md": source(f"{NEWS}\n{meeting}\n  attachments: [{files}]"),
        "projects/c.fi.md": source(f"title: C\nmilestones: [{milestones}]\ncontacts: [{contacts}]"),
    }


def wrong_fields(count: int) -> dict[str, str]:
    sessions = several("{{start: eilen}}", count)
    meeting = f"meeting: {{kind: notes, name: R, sessions: [{sessions}]}}"
    projects = several("hankke{0}", count)
    return {
        "news/a.fi.md": source(NEWS + "\n" + several("titel{0}: x", count, "\n")),
        "meetings/b.fi.md": source(f"title: B\ndate: 2031-05-14\nproject: [{projects}]\n{meeting}"),
    }


def personal_data(count: int) -> dict[str, str]:
    return {"news/a.fi.md": source(NEWS, several("131052-308T, 040 123 4567, a{0}@example.org", count, "\n\n"))}


def collisions(count: int) -> dict[str, str]:
    return {f"news/a-{number}.fi.md": source(NEWS.format("")) for number in range(count)}


def settings(count: int) -> dict[str, str]:
    block = "  b{0}: {{kind: latest, project: hankke, tag: aihe {0}, heading: {{fi: O {0}, sv: R {0}}}}}"
    place = 'b{0}: [{{url: "https://example.org/{0}", lang: fi}}]'
    return {
        "blocks.yaml": "blocks:\n" + several(block, count, "\n") + "\n",
        "placements.yaml": several(place, count, "\n") + "\n",
    }


def calls(folder: Path, files: dict[str, str]) -> int:
    """Count the calls that judging these files takes."""
    plain_site(folder / "content")
    write(folder / "content", files)
    profile = cProfile.Profile()
    profile.enable()
    try:
        command.check(options(folder))
    finally:
        profile.disable()
    total: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    return total


@pytest.mark.parametrize(
    "files", [wrong_anchors, wrong_paths, long_lists, wrong_fields, personal_data, collisions, settings]
)
def test_calls_grow_with_the_text(
    files: Callable[[int], dict[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls(tmp_path / "warm", files(2))
    once, twice = (calls(tmp_path / str(count), files(count)) for count in (80, 160))
    capsys.readouterr()
    assert twice < 2.3 * once, (once, twice)
