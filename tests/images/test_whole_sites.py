"""Pictures from a content folder to an output: whole small builds."""

import io
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from plugins.engine import command
from tests.images import originals
from tests.sites import files_of, news, options, plain_site

IMAGE = '{file: images/kansi.jpg, alt: "Kansi", caption: "Kannen teksti", credit: "Kuvaaja"}'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a news item that shows two pictures, and a draft that shows a third."""
    folder = tmp_path_factory.mktemp("pictures")
    content = plain_site(folder / "content")
    originals.put(content, "images/kansi.jpg", originals.photograph(1600, 1200, 6))
    originals.put(content, "images/Työpaja.png", originals.screenshot(900, 600))
    originals.put(content, "images/luonnos.jpg", originals.photograph(500, 400))
    text = '![Ihmisiä](../images/Ty%C3%B6paja.png "Työpaja alkaa")\n\nTeksti [suurempana](../images/kansi.jpg).'
    originals.put(content, "news/kuvat.fi.md", news("Kuvat", text, image=IMAGE).encode())
    draft = news("Luonnos", "![Salaa](../images/luonnos.jpg)", status="draft")
    originals.put(content, "news/luonnos.fi.md", draft.encode())
    assert command.build(options(folder)) == 0
    return folder


@pytest.fixture
def site(tmp_path: Path, built: Path) -> Path:
    """The same site as it was built: making its pictures takes a second."""
    return Path(shutil.copytree(built, tmp_path, dirs_exist_ok=True))


def build(folder: Path, **changed: object) -> dict[str, bytes]:
    assert command.build(options(folder, **changed)) == 0
    return files_of(folder / "output")


def pictures(files: dict[str, bytes]) -> list[str]:
    return sorted(path for path in files if path.startswith("images/"))


def test_variants_are_published_and_nothing_else(site: Path) -> None:
    files = build(site)
    found = pictures(files)
    assert [re.sub(r"-[0-9a-f]{8}-", "-", path) for path in found] == [
        "images/kansi-1200.avif",
        "images/kansi-1200.webp",
        "images/kansi-368.avif",
        "images/kansi-368.webp",
        "images/kansi-736.avif",
        "images/kansi-736.webp",
        "images/tyopaja-368.webp",
        "images/tyopaja-736.webp",
        "images/tyopaja-900.webp",
    ]
    kept = {path.read_bytes() for path in (site / "content/images").iterdir()}
    for path, data in files.items():
        assert data not in kept, path
        assert not any(marker in data for marker in originals.MARKERS if path in found), path
        assert originals.HIDDEN.encode() not in data, path
        assert b"luonnos" not in data, path
    for path in found:
        width = int(path.rpartition(".")[0].rpartition("-")[2])
        assert Image.open(io.BytesIO(files[path])).width == width


def test_pages_offer_every_size(site: Path) -> None:
    files = build(site)
    page = files["uutiset/kuvat/index.html"].decode()
    offered = {one.removeprefix("../../") for one in re.findall(r"\.\./[\w./-]+\.(?:webp|avif)", page)}
    assert offered == set(pictures(files))
    assert 'width="1200" height="1600"' in page
    assert 'width="900" height="600" loading="lazy" decoding="async" alt="Ihmisiä"' in page
    assert "<figcaption>Työpaja alkaa</figcaption>" in page
    assert re.search(r"Kannen teksti\s*<span class=\"credit\">Kuva: Kuvaaja</span>", page)
    assert re.search(r'<a href="../../images/kansi-[0-9a-f]{8}-1200\.webp">suurempana</a> \(WebP\)', page)
    assert re.search(r'<meta property="og:image" content="https://example\.org/koe/cards/[0-9a-f]{12}\.jpg">', page)
    full = r"https://example\.org/koe/images/kansi-[0-9a-f]{8}-1200\.webp"
    assert re.search(rf'"image":\s*"{full}"', page)


def test_feeds_and_blocks_lead_to_pictures_in_full(site: Path) -> None:
    files = build(site)
    feed = files["feed.rss"].decode()
    at = r"https://example\.org/koe/images/"
    # The first stands upright: it is 1200 pixels wide.
    assert re.search(rf'<img src="{at}kansi-[0-9a-f]{{8}}-736\.webp" width="736" height="981" alt="Kansi">', feed)
    assert "<figcaption>Kannen teksti. Kuva: Kuvaaja</figcaption>" in feed
    assert re.search(rf'<img src="{at}tyopaja-[0-9a-f]{{8}}-736\.webp" width="736" height="491" alt="Ihmisiä">', feed)
    (block,) = [one for one in json.loads(files["blocks/manifest.json"])["blocks"] if one["id"] == "kuvat"]
    first, second = block["languages"]["fi"]["images"]
    assert (first["alt"], first["caption"], first["credit"]) == ("Kansi", "Kannen teksti", "Kuvaaja")
    assert re.fullmatch(rf"{at}kansi-[0-9a-f]{{8}}-1200\.webp", first["url"])
    assert (second["alt"], second["caption"]) == ("Ihmisiä", "Työpaja alkaa")
    assert re.fullmatch(rf"{at}tyopaja-[0-9a-f]{{8}}-900\.webp", second["url"])


def test_a_second_build_makes_no_picture(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(site)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a picture was opened again")

    monkeypatch.setattr(Image, "open", never)
    assert build(site) == first
    for original in (site / "content/images").iterdir():
        os.utime(original)
    assert build(site) == first
    assert command.build(options(site, output=site / "elsewhere")) == 0
    assert files_of(site / "elsewhere") == first


def test_a_picture_that_changed_has_new_names(site: Path) -> None:
    before = set(pictures(build(site)))
    originals.put(site / "content", "images/kansi.jpg", originals.photograph(1500, 1200))
    after = set(pictures(build(site)))
    assert len(after - before) == 8  # four sizes, twice
    assert len(before - after) == 6


def test_the_first_and_any_later_build_give_the_same_bytes(site: Path) -> None:
    first = build(site)
    originals.put(site / "content", "news/muu.fi.md", news("Muu").encode())
    build(site)
    (site / "content/news/muu.fi.md").unlink()
    assert build(site) == first
    again = site / "again"
    assert command.build(options(site, output=again, cache=site / "other-cache")) == 0
    assert files_of(again) == first


def test_a_copy_of_a_picture_is_made_once(site: Path) -> None:
    before = pictures(build(site))
    originals.put(site / "content", "images/vanha/kansi.jpg", (site / "content/images/kansi.jpg").read_bytes())
    originals.put(site / "content", "news/kopio.fi.md", news("Kopio", "![Kansi](../images/vanha/kansi.jpg)").encode())
    assert pictures(build(site)) == before


FAULTY = {
    "IMG003": ("images/x.jpg", b"Terve!", "cannot be read as a picture"),
    "IMG004": ("images/x.png", originals.vast_header(30_000, 30_000), "30000 × 30000 pixels"),
    "IMG005": ("images/x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "format SVG"),
}


@pytest.mark.parametrize("code", FAULTY)
def test_what_cannot_be_shown_stops_the_build_at_its_use(
    site: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, data, said = FAULTY[code]
    before = build(site)
    originals.put(site / "content", path, data)
    assert build(site) == before  # nobody uses it yet
    originals.put(site / "content", "news/vika.fi.md", news("Vika", f"Teksti.\n\n![Kuva](../{path})").encode())
    capsys.readouterr()
    assert command.build(options(site)) == 1
    text = "".join(capsys.readouterr())
    assert f"news/vika.fi.md:9:9: error {code}" in text
    assert said in text
    assert files_of(site / "output") == before


def test_a_meeting_may_hand_out_a_picture_but_no_original(site: Path) -> None:
    meeting = """---
title: Kokous
date: 2031-05-14
project: hanke
meeting:
  kind: notes
  name: Ryhmä
  sessions: [{start: 2031-05-14}]
  attachments: [{file: images/kansi.jpg, title: Kartta}]
---

Teksti.
"""
    originals.put(site / "content", "meetings/kokous.fi.md", meeting.encode())
    files = build(site)
    assert "images/kansi.jpg" not in files
    assert re.search(rb'href="../../images/kansi-[0-9a-f]{8}-1200\.webp"', files["kokoukset/kokous/index.html"])


def test_a_moving_picture_is_a_warning(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    originals.put(site / "content", "images/liike.gif", originals.moving("GIF"))
    originals.put(site / "content", "news/liike.fi.md", news("Liike", "![Liike](../images/liike.gif)").encode())
    build(site)
    assert "news/liike.fi.md:7:10: warning IMG006" in "".join(capsys.readouterr())
