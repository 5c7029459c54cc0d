"""The receipt: what a release changes, said before it and kept after it."""

import json
from pathlib import Path

import pytest

from plugins.publishing.receipt_data import as_data, from_data
from plugins.publishing.receipt_text import bytes_shown
from plugins.publishing.subscriptions import compared, subscribed
from tests.publishing.places import Desk, git, news

PLACED = 'juttu:\n  - {url: "https://cms.example/sivu", lang: fi, profile: basic}\n'


def change_everything(desk: Desk) -> None:
    """Publish once, and then move, change, add and withdraw something."""
    desk.write(
        **{
            "placements.yaml": PLACED,
            "news/muuttaja.fi.md": news("Muuttaja", "Teksti."),
            "news/poistuva.fi.md": news("Poistuva", "Teksti."),
        }
    )
    assert desk.publish()[0] == 0
    desk.write(
        **{
            "news/juttu.fi.md": news("Juttu", "Uusi teksti."),
            "news/muuttaja.fi.md": news("Muuttaja", "Teksti.", slug="uusi-paikka"),
            "news/poistuva.fi.md": news("Poistuva", "Teksti.", status="withdrawn"),
            "news/lisaa.fi.md": news("Lisää", "Teksti."),
        }
    )


def test_everything_is_said_before_the_question(desk: Desk) -> None:
    change_everything(desk)
    code, said = desk.publish("--dry-run", yes=False, now="2031-06-02T09:00")
    assert code == 0
    assert "New pages: 1\n  + /uutiset/lisaa/\n" in said
    assert "  ~ /uutiset/juttu/\n" in said
    assert "Pages whose address changes: 1\n  > /uutiset/muuttaja/ leads to /uutiset/uusi-paikka/\n" in said
    assert "Pages that go: 1\n  - /uutiset/poistuva/\n" in said
    feed = said.partition("Feed /uutiset/feed.rss:\n")[2].partition("\nFeed")[0]
    assert "    new: Lisää\n" in feed
    assert "    changes: Juttu\n" in feed
    assert "    changes: Muuttaja\n" in feed
    assert "    drops out: Poistuva" in feed
    assert "  ! https://cms.example/sivu (juttu, fi)\n" in said
    assert "Size of the site: " in said
    assert "To be sent: " in said


def test_json_is_one_document_with_the_receipt(desk: Desk) -> None:
    change_everything(desk)
    code, out, _ = desk.apart("publish", "--dry-run", "--format", "json", now="2031-06-02T09:00")
    assert code == 0
    told = json.loads(out)
    assert told["outcome"] == "trial"
    assert [one["code"] for one in told["diagnostics"] if one["severity"] == "error"] == []
    receipt = told["receipt"]
    assert receipt["release"] == {
        "number": 2,
        "moment": "2031-06-02T09:00:00+03:00",
        "subject": receipt["release"]["subject"],
        "pages": {key: len(receipt["addresses"][key]) for key in ("new", "changed", "moved", "gone")},
        "restores": None,
        "held": False,
        "name": None,
    }
    assert receipt["addresses"]["moved"] == [{"from": "/uutiset/muuttaja/", "to": "/uutiset/uusi-paikka/"}]
    assert receipt["addresses"]["gone"] == ["/uutiset/poistuva/"]
    assert receipt["stale"][0]["url"] == "https://cms.example/sivu"
    assert receipt["size"]["sent"] < receipt["size"]["bytes"]
    assert as_data(from_data(receipt)) == receipt


@pytest.mark.parametrize(("answer", "outcome"), [("faulty", "faults"), ("nothing", "nothing")])
def test_json_says_what_came_of_it(desk: Desk, answer: str, outcome: str) -> None:
    desk.begin()
    if answer == "faulty":
        desk.write(**{"news/juttu.fi.md": news("Juttu", "[linkki](ei-ole.fi.md)")})
    told = json.loads(desk.apart("publish", "--yes", "--format", "json")[1])
    assert told["outcome"] == outcome
    assert (told["receipt"] is None) is (answer == "faulty")
    assert any(one["code"] == "LNK001" for one in told["diagnostics"]) is (answer == "faulty")


@pytest.mark.parametrize("place", ["branch", "folder"])
def test_kept_outside_the_public_tree(desk: Desk, place: str) -> None:
    where = () if place == "branch" else ("--to", str(desk.folder / "www"))
    desk.begin(place)
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    desk.publish(*where, now="2031-06-02T09:00")
    out = desk.apart("releases", *where)[1]
    assert [line[:1] for line in out.splitlines()] == ["2", "1"]
    assert "2 June 2031 9:00" in out or "2 June 2031 09.00" in out or "2 June 2031" in out
    kept = json.loads(desk.apart("releases", "2", "--format", "json", *where)[1])
    assert "/uutiset/juttu/" in kept["addresses"]["changed"]
    shown = desk.apart("releases", "2", *where)[1]
    assert "  ~ /uutiset/juttu/\n" in shown
    # The list counts what the receipt names, and speaks to whoever asks, whoever has published.
    assert out.splitlines()[0].endswith(f"changed {len(kept['addresses']['changed'])}")
    assert "muuttuneita" in desk.apart("releases", *where, "--lang", "fi")[1].splitlines()[0]
    listed = json.loads(desk.apart("releases", "--format", "json", *where)[1])
    assert [one["number"] for one in listed] == [2, 1]
    public = desk.published() if place == "branch" else {path.name: b"" for path in (desk.folder / "www").rglob("*")}
    assert not any("receipt" in path or "kaiku-release" in path for path in public)
    if place == "branch":
        assert '"destination": "origin/gh-pages"' in git(desk.remote, "notes", "--ref=kaiku", "show", "gh-pages")


def test_receipt_that_the_remote_refused_is_made_again(desk: Desk) -> None:
    desk.hook('while read -r old new name; do case "$name" in refs/notes/*) exit 1;; esac; done')
    code, said = desk.publish()
    assert code == 0
    assert "origin/gh-pages did not keep the receipt. The site is published" in said
    assert "  + /kokoukset/\n" in desk.run("releases", "1")[1]


def test_no_such_release(desk: Desk) -> None:
    assert "Nothing has been published to origin/gh-pages yet." in desk.run("releases")[1]
    desk.begin()
    code, said = desk.run("releases", "7")
    assert code == 2
    assert "There is no release 7 at origin/gh-pages." in said


def test_what_subscribers_see_of_every_format(tmp_path: Path) -> None:
    del tmp_path
    assert subscribed(["feed.atom", "feed.rss", "sv/feed.json", "kalenteri.ics", "manifest.json", "index.html"]) == (
        "feed.rss",
        "kalenteri.ics",
        "sv/feed.json",
    )
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>A</title><updated>{}</updated></entry></feed>'
    seen = compared("/feed.atom", atom.format("1").encode(), atom.format("2").encode())
    assert (seen.new, seen.changed, seen.gone) == ((), ("A",), ())
    assert compared("/feed.json", None, b'{"items": [{"id": "a", "title": "A"}]}').new == ("A",)
    event = "BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:{}\r\nSUMMARY:Kokous\\, toinen ja\r\n  kolmas\r\nEND:VEVENT\r\n"
    assert compared("/k.ics", event.format(1).encode(), event.format(2).encode()).changed == ()
    assert compared("/k.ics", event.format(1).encode(), b"").gone == ("Kokous, toinen ja kolmas",)
    assert compared("/feed.rss", b"<rikki", b"\xff").new == ()


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0 B"), (999, "999 B"), (1000, "1,0 kB"), (18_249, "18,2 kB"), (2_500_000_000, "2,5 GB")]
)
def test_sizes(number: int, shown: str) -> None:
    assert bytes_shown(number, "fi") == shown
