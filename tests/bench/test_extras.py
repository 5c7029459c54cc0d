"""What peers do not make: measured by itself, with everything else as it was, and never made twice."""

import io
import os
from pathlib import Path

import pytest
import yaml
from PIL import Image

from bench.extras import EXTRAS, measure_extras
from bench.made_up_site import SITE, with_extras
from bench.mixed import mixed_posts
from bench.photos import PHOTOS, SIZE, with_photos, write_photos
from bench.programs import Program
from bench.runs import FailedError, Took
from plugins.images.encoding import Encoder


def test_settings_turn_off_what_is_not_wanted() -> None:
    assert yaml.safe_load(with_extras(SITE)) == yaml.safe_load(SITE) | {"cards": False, "search": False, "avif": False}
    again = with_extras(with_extras(SITE), ("avif",))
    assert again.count("avif:") == 1
    assert yaml.safe_load(again)["avif"] is True


def test_photos_are_the_same_every_time_and_as_rough_as_real_ones(tmp_path: Path) -> None:
    write_photos(tmp_path)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert len(set(made.values())) == PHOTOS
    write_photos(tmp_path)
    assert made == {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    first = made["kuva-00.jpg"]
    assert Image.open(io.BytesIO(first)).size == SIZE
    encoded = Encoder(first, (736, 552), is_drawing=False).encoded((736, 552), "WEBP")
    assert 0.04 < len(encoded) / (736 * 552) < 0.4


def test_first_posts_show_photos_in_both_languages() -> None:
    posts = list(with_photos(mixed_posts(PHOTOS + 2)))
    shown = [post.number for post in posts if any("images/kuva-" in field for field in post.fields)]
    assert shown == [number for number in range(PHOTOS) for _ in range(2)]


def pretending(monkeypatch: pytest.MonkeyPatch, anew: str = "") -> list[str]:
    """Let builds leave files and take no time; the site named `anew` leaves them again each time."""
    built: list[str] = []

    def build(site: Program) -> Took:
        built.append(site.folder.name)
        for name in ("cache/cards/1/a.png", "cache/compressed/b.gz", ".output.kaiku/records", "output/cards/a.png"):
            file = site.folder / name
            if not file.exists() or site.folder.name == anew:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.touch()
                os.utime(file, (len(built), len(built)))
        return Took(float(len(built)), 0, "")

    monkeypatch.setattr("bench.extras.build", build)
    monkeypatch.setattr("bench.extras.write_photos", Path.mkdir)
    return built


def test_sites_take_turns_and_every_round_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    built = pretending(monkeypatch)
    rounds = list(measure_extras(1, 2))
    names = [one.name for one in EXTRAS]
    assert built == [name for name in (*names, *names) for _ in range(2)]
    assert [len(one.samples["cold"]) for told in rounds for one in told] == [1] * len(names) + [2] * len(names)
    assert rounds[0][1].samples == {"cold": [3.0], "unchanged": [4.0]}, "what comes after does not change it"
    cards = next(one for one in rounds[-1] if one.name == "cards")
    assert (cards.beside, cards.count, cards.pieces, cards.samples["unchanged"]) == ("none", 1, 1, [4.0, 18.0])


@pytest.mark.parametrize("name", ["cards", "compressed"])
def test_what_is_made_anew_ends_the_measurement(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pretending(monkeypatch, anew=name)
    with pytest.raises(FailedError, match=f"{name}: something was made anew"):
        list(measure_extras(1, 1))


@pytest.mark.long
def test_extras_are_made_once() -> None:
    """Fourteen real builds: each extra has its pieces, and nothing is made in the second one."""
    (found,) = measure_extras(2, 1)
    pieces = {one.name: one.pieces for one in found}
    assert pieces.pop("none") == pieces.pop("release") == 0
    assert all(pieces.values()), pieces
    assert pieces["webp"] == pieces["avif"]
