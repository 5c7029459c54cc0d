"""Cards: one for each page, drawn once, in the site's own look."""

import io
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from plugins.cards.model import HEIGHT, WIDTH, CardView
from plugins.cards.outlet import cards
from plugins.cards.rendering import CardRenderer
from plugins.core.outputs import Output
from plugins.engine import command
from plugins.images.cropping import cropped
from plugins.theming.palette import palette
from tests.images import originals
from tests.sites import files_of, news, options, plain_site, write

THEME = Path(__file__).parents[2] / "theme"
VIEW = CardView("Kysely lähtee kirjastoihin", "fi", "Kirjastohankkeet", "Tekoäly", "16. helmikuuta 2026", 2)


class Nothing:
    """Materials of a card without a photo."""

    def file(self, path: str) -> bytes:
        raise AssertionError(path)


def drawn(view: CardView, cache: Path) -> bytes:
    data = CardRenderer(THEME, cache)(view, Nothing()).data  # type: ignore[arg-type]
    assert data is not None
    return data


def picture(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def built(folder: Path, **changed: object) -> dict[str, bytes]:
    assert command.build(options(folder, **changed)) == 0
    return files_of(folder / "output")


def card_of(files: dict[str, bytes], page: str) -> str:
    """Give the file that a page names as its picture."""
    html = files[page].decode()
    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta property="og:image:height" content="630">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html
    return html.partition('<meta property="og:image" content="https://example.org/koe/')[2].partition('"')[0]


def test_every_page_names_a_card_that_is_there(tmp_path: Path) -> None:
    plain_site(tmp_path / "content")
    write(tmp_path / "content", {"news/juttu.fi.md": news("Juttu"), "news/juttu.sv.md": news("Sak")})
    files = built(tmp_path)
    named = {page: card_of(files, page) for page in files if page.endswith(".html") and "og:image" in str(files[page])}
    assert {"index.html", "uutiset/juttu/index.html", "sv/nyheter/sak/index.html", "tilaa/index.html"} <= named.keys()
    assert {path for path in files if path.startswith("cards/")} == set(named.values())
    assert named["index.html"] == named["uutiset/index.html"] != named["sv/index.html"]
    for path in named.values():
        card = picture(files[path])
        assert (card.size, card.format, card.mode) == ((WIDTH, HEIGHT), "PNG", "P")
        assert card.convert("RGB").getpixel((2, 2)) == palette(THEME)["paper"]
        assert len(files[path]) < 60_000


def test_only_what_a_card_shows_makes_another(tmp_path: Path) -> None:
    content = plain_site(tmp_path / "content")
    write(content, {"news/juttu.fi.md": news("Juttu", "Teksti.")})
    page = "uutiset/juttu/index.html"
    first = card_of(built(tmp_path), page)
    write(content, {"news/juttu.fi.md": news("Juttu", "Aivan toinen teksti.", tags="[uusi]", slug="juttu")})
    assert card_of(built(tmp_path), page) == first
    write(content, {"news/juttu.fi.md": news("Toinen otsikko", slug="juttu")})
    files = built(tmp_path)
    assert card_of(files, page) != first
    assert first not in files


def test_a_card_is_drawn_once_for_all_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain_site(tmp_path / "content")
    before = built(tmp_path)
    monkeypatch.setattr(CardRenderer, "_drawn", None)  # which would be called for any card that is not kept
    again = built(tmp_path, output=tmp_path / "another")
    assert {path: data for path, data in before.items() if path.startswith("cards/")} == {
        path: data for path, data in files_of(tmp_path / "another").items() if path.startswith("cards/")
    }
    assert again


def test_the_same_view_gives_the_same_bytes(tmp_path: Path) -> None:
    assert drawn(VIEW, tmp_path / "a") == drawn(VIEW, tmp_path / "b")
    assert VIEW.path == "cards/" + VIEW.path.removeprefix("cards/")
    assert replace(VIEW, title="Toinen").path != VIEW.path


@pytest.mark.parametrize("hue", range(7))
def test_the_echo_has_the_projects_colour(tmp_path: Path, hue: int) -> None:
    card = picture(drawn(replace(VIEW, hue=hue), tmp_path)).convert("RGB")
    found, wanted = card.getpixel((WIDTH - 300, HEIGHT // 2)), palette(THEME)[f"hue-{hue}" if hue else "link"]
    assert isinstance(found, tuple)
    assert all(abs(a - b) <= 6 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    "title",
    ["", "🎉", "Привет мир", "]]>&amp;<b>", "Å" * 300, "a " * 400, "Čáhppesnjunni ja Ŋ", "\u202eabc\u0000", "–"],
)
def test_any_title_makes_a_card(tmp_path: Path, title: str) -> None:
    card = picture(drawn(replace(VIEW, title=title), tmp_path)).convert("RGB")
    assert card.size == (WIDTH, HEIGHT)
    ink, column = palette(THEME)["ink"], card.crop((60, 180, 850, 520))
    darkest = min(sum(colour) for _, colour in column.getcolors(1 << 24) or [] if isinstance(colour, tuple))
    assert darkest < sum(ink) + 60, "something is written"


def test_no_title_runs_into_the_echo(tmp_path: Path) -> None:
    for title in ("Tekoälyosaamisen kehittämishankkeen loppuraportti", "W" * 60, "Yleisten kirjastojen neuvosto"):
        card = picture(drawn(replace(VIEW, title=title), tmp_path)).convert("RGB")
        between = card.crop((852, 0, 878, HEIGHT))
        assert [colour for _, colour in between.getcolors() or []] == [palette(THEME)["paper"]]


def test_a_photo_stands_beside_the_title_around_its_focus(tmp_path: Path) -> None:
    content = plain_site(tmp_path / "content")
    (content / "images").mkdir()
    scene = originals.written(originals.scene(2000, 1200), "PNG")
    (content / "images" / "talo.png").write_bytes(scene)
    page, seen = "uutiset/juttu/index.html", {}
    for focus in ("10% 10%", "90% 10%"):
        front = f'{{file: images/talo.png, alt: Talo, focus: "{focus}"}}'
        write(content, {"news/juttu.fi.md": news("Juttu", image=front)})
        files = built(tmp_path)
        card = picture(files[card_of(files, page)])
        assert (card.format, card.size) == ("JPEG", (WIDTH, HEIGHT))
        assert '<meta property="og:image:alt" content="Juttu – Talo">' in files[page].decode()
        seen[focus] = card.getpixel((WIDTH - 40, 40))
        assert not card.info.keys() & {"exif", "icc_profile", "comment", "xmp"}
    red, green = seen["10% 10%"], seen["90% 10%"]
    assert isinstance(red, tuple)
    assert isinstance(green, tuple)
    assert red[0] > 200 > red[1]
    assert green[1] > 200 > green[0]


@pytest.mark.parametrize("focus", ["puoliväli", "50%", "120% 3%", "50 30", "-1% 4%"])
def test_a_focus_that_is_none_is_told(tmp_path: Path, focus: str, capsys: pytest.CaptureFixture[str]) -> None:
    content = plain_site(tmp_path / "content")
    front = f'{{file: images/x.png, alt: Talo, focus: "{focus}"}}'
    write(content, {"news/juttu.fi.md": news("Juttu", image=front)})
    assert command.check(options(tmp_path)) == 1
    assert 'two percentages, across and down, such as "50% 30%"' in capsys.readouterr().out


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_before_it_is_cut(orientation: int) -> None:
    """The quarter that is up and left as one sees it is so whichever way the camera was held."""
    upright = originals.photograph(1600, 1200, 1)
    turned = originals.photograph(1600, 1200, orientation)
    size = (120, 160)
    whole = cropped(turned, size, (0, 0))
    assert whole.size == size
    assert not whole.info
    if orientation == 1:
        assert whole.getpixel((10, 10)) == cropped(upright, size, (0, 0)).getpixel((10, 10))


def test_outlet_gives_one_file_for_what_looks_alike() -> None:
    from tests.feeds.feed_sites import a_project, a_version, an_index

    index = an_index(a_project(), a_version("a", title="Sama"), a_version("b", title="Sama"))
    made: list[Output] = list(cards(index, "fi"))
    assert len({output.path for output in made}) == len(made) == 3
