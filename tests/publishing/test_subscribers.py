"""What a subscriber sees, in a reader of another hand: every item once, whatever happens to it."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from tests.feeds.newsboat import Subscriber, serving
from tests.publishing.places import Desk, news
from tests.systems import newsboat

pytestmark = newsboat


@pytest.mark.parametrize("feed", ["feed.rss", pytest.param("hankkeet/koehanke/feed.atom", marks=pytest.mark.long)])
def test_each_item_is_shown_once(desk: Desk, tmp_path: Path, feed: str) -> None:
    root = tmp_path / "web"
    first, second = "2031-05-14", "2031-05-15"
    stood: dict[str, bytes] = {}

    def publish(day: int, **sources: str) -> None:
        desk.write(**sources)
        code, said = desk.publish("--to", str(root), now=f"2031-06-0{day}T12:00")
        assert code == 0, said
        if (root / feed).read_bytes() != stood.get(feed):
            stood[feed] = (root / feed).read_bytes()
            at = datetime(2031, 6, day, 12, tzinfo=UTC).timestamp()
            os.utime(root / feed, (at, at))  # HTTP tells times by the second, and these releases are a moment apart
        reader.reload()

    def shown() -> list[str]:
        return [item.title for item in reader.items()]

    def unread() -> list[str]:
        return [item.title for item in reader.items() if item.unread]

    with serving(root) as address:
        reader = Subscriber(tmp_path / "reader", address + feed)
        publish(
            1,
            **{
                "news/a.fi.md": news("Ensimmäinen", "Teksti & <b>lihava</b>.", date=first),
                "news/b.fi.md": news("Toinen", "Toinen teksti.", date=second),
                "news/b.sv.md": news("Den andra", "Den andra texten.", date=second),
                "news/juttu.fi.md": "",
            },
        )
        assert shown() == unread() == ["Ensimmäinen", "Toinen"]
        assert [item.link for item in reader.items()] == [
            "https://example.org/koe/uutiset/ensimmainen/",
            "https://example.org/koe/uutiset/toinen/",  # and not the Swedish version's
        ]
        reader.read_everything()

        modified = httpx.get(address + feed).headers["last-modified"]
        publish(2)
        again = httpx.get(address + feed, headers={"if-modified-since": modified})
        assert (again.status_code, again.content) == (304, b"")  # nothing has changed, so nothing is sent
        assert unread() == []

        corrected = {"date": first, "updated": "2031-06-03"}
        publish(3, **{"news/a.fi.md": news("Ensimmäinen korjattuna", "Uusi teksti.", **corrected)})
        assert shown() == ["Ensimmäinen korjattuna", "Toinen"]

        moved = (desk.content / "site.yaml").read_text().replace("example.org/koe", "hankkeet.example.fi")
        publish(
            4,
            **{"site.yaml": moved, "news/b.fi.md": news("Toinen", "Toinen teksti.", date=second, slug="muutto")},
        )
        assert shown() == ["Ensimmäinen korjattuna", "Toinen"]
        assert reader.items()[1].link == "https://hankkeet.example.fi/uutiset/muutto/"

        withdrawn = news("Ensimmäinen korjattuna", "Uusi teksti.", **corrected, status="withdrawn")
        publish(5, **{"news/a.fi.md": withdrawn, "news/c.fi.md": news("Kolmas", "Kolmas teksti.", date="2031-06-05")})
        assert shown() == ["Ensimmäinen korjattuna", "Toinen", "Kolmas"]  # what a reader has fetched it keeps
        assert unread() == ["Kolmas"]


def test_two_releases_of_one_content_are_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    for number in (1, 2):
        assert desk.publish("--to", str(tmp_path / f"web{number}"), now=f"2031-06-0{number}T12:00")[0] == 0
    feeds = [path.relative_to(tmp_path / "web1") for path in sorted((tmp_path / "web1").rglob("feed.*"))]
    assert len(feeds) == 30
    for feed in feeds:
        assert (tmp_path / "web1" / feed).read_bytes() == (tmp_path / "web2" / feed).read_bytes()


def test_no_identity_holds_the_host(desk: Desk, tmp_path: Path) -> None:
    """A move to another host makes no second node, item or event of anything; neither does a block that comes later."""
    root = tmp_path / "web"
    blocks = "blocks:\n  aika: {kind: timeline, project: hanke}\n"
    known = {
        "blocks/hanke/fi.rss": "<guid[^>]*>([^<]*)<",
        "feed.rss": "<guid[^>]*>([^<]*)<",
        "feed.atom": "<id>(tag:[^<]*)<",
        "feed.json": '"id": ?"(tag:[^"]*)"',
        "kalenteri.ics": "UID:(.*)",
    }

    def identities(day: int, **sources: str) -> dict[str, list[str]]:
        desk.write(**sources)
        code, said = desk.publish("--to", str(root), now=f"2031-06-0{day}T12:00")
        assert code == 0, said
        return {file: re.findall(form, (root / file).read_text(encoding="utf-8")) for file, form in known.items()}

    front = "title: Kokous\ndate: 2031-05-14\nproject: hanke\n"
    meeting = f"---\n{front}meeting: {{kind: notes, name: Ryhmä, sessions: [{{start: 2031-08-14}}]}}\n---\n"
    before = identities(1, **{"blocks.yaml": blocks, "meetings/kokous.fi.md": meeting})
    assert all(before.values())
    assert "tag:example.org,2026:blocks/aika/fi" in before["blocks/hanke/fi.rss"]
    moved = (desk.content / "site.yaml").read_text().replace("example.org/koe", "hankkeet.example.fi")
    assert identities(2, **{"site.yaml": moved}) == before
    later = identities(3, **{"blocks.yaml": f"{blocks}  uutiset: {{kind: latest, project: hanke}}\n"})
    added = {*before.pop("blocks/hanke/fi.rss"), "tag:example.org,2026:blocks/uutiset/fi"}
    assert set(later.pop("blocks/hanke/fi.rss")) == added
    assert later == before
