"""The site in memory is, after any edits, the site that a first build would make; and it costs as much as it shows."""

import gc
import re
import shutil
import tracemalloc
from pathlib import Path

import pytest

from plugins.console.arguments import ROOT
from plugins.engine import clock, command
from plugins.preview import resident
from plugins.preview.answers import Answers
from plugins.preview.live_site import LiveSite
from tests.house.edits import Editor
from tests.sites import SITE, files_of, news, options, plain_site, warm, write

ADDRESS = "http://127.0.0.1:8000/"


def live(folder: Path, **changed: object) -> LiveSite:
    """Open a live site of `folder/content`."""
    site = LiveSite(options(folder, base_url=ADDRESS, cache=warm(folder / "live-cache"), **changed))
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
    now, clean_cache = f"{editor.now:%Y-%m-%dT%H:%M}", warm(folder / "clean-cache")
    site, compared = live(folder, now=now), 0
    for number in range(count):
        before = files_of(editor.content)
        done = editor.edit()
        site.follow(changed_files(editor.content, before))
        clean = options(folder, base_url=ADDRESS, now=now, output=folder / "clean", cache=clean_cache)
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


def test_equals_a_first_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold_over(12, 10, tmp_path, capsys)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200, 205))
def test_equals_a_first_build_long(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Five histories of 100 edits: five hundred."""
    hold_over(seed, 100, tmp_path, capsys)


def page_of(site: LiveSite, path: str = "uutiset/juttu/index.html") -> str:
    return (site.file(path) or b"").decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def one(tmp_path: Path) -> tuple[LiveSite, Path]:
    content = write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Ensimmäinen teksti.")})
    return live(tmp_path), content


def save(site: LiveSite, content: Path, **files: str) -> None:
    """Save files, named with `__` for `/`, and let the site follow."""
    named = {name.replace("__", "/"): text for name, text in files.items()}
    write(content, named)
    site.follow(named)


def test_what_was_sound_stays_until_it_is_mended(one: tuple[LiveSite, Path]) -> None:
    site, content = one
    save(site, content, **{"news__juttu.fi.md": "rikki"})
    assert site.standing is not None
    assert site.standing.kept == {"news/juttu.fi.md"}
    assert "Ensimmäinen teksti." in page_of(site)
    assert "Juttu" in page_of(site, "uutiset/index.html")
    save(site, content, **{"news__juttu.fi.md": news("Juttu", "Toinen teksti.")})
    assert site.standing.is_sound
    assert "Toinen teksti." in page_of(site)


@pytest.mark.parametrize("settings", ["languages: [fi, sv\n", "name: 3\n", "", "languages: [xx]\n"])
def test_sound_settings_stay_until_they_are_mended(one: tuple[LiveSite, Path], settings: str) -> None:
    site, content = one
    save(site, content, **{"site.yaml": settings, "news__juttu.fi.md": news("Juttu", "Toinen teksti.")})
    assert site.standing is not None
    assert "site.yaml" in site.standing.kept
    assert "Toinen teksti." in page_of(site)
    assert "Koesivusto" in page_of(site)
    save(site, content, **{"site.yaml": SITE.replace("Koesivusto", "Toinen nimi")})
    assert "Toinen nimi" in page_of(site)


def test_a_page_that_has_gone_is_known_by_where_it_went(one: tuple[LiveSite, Path]) -> None:
    site, content = one
    old = "uutiset/juttu/index.html"
    assert page_of(site)
    save(site, content, **{"news__juttu.fi.md": news("Uusi otsikko", "Ensimmäinen teksti.")})
    assert (site.file(old), site.new_address(old)) == (None, "/uutiset/uusi-otsikko/")
    (content / "news/juttu.fi.md").rename(content / "news/toinen.fi.md")
    site.follow(["news/juttu.fi.md", "news/toinen.fi.md"])
    assert site.new_address(old) is None or site.new_address(old) == "/uutiset/uusi-otsikko/"
    (content / "news/toinen.fi.md").unlink()
    site.follow(["news/toinen.fi.md"])
    assert site.new_address("uutiset/uusi-otsikko/index.html") is None
    assert site.was("uutiset/uusi-otsikko/index.html")
    assert not site.was("uutiset/olematon/index.html")


def test_a_folder_that_moves_takes_its_texts_along(one: tuple[LiveSite, Path]) -> None:
    site, content = one
    (content / "news/vanhat").mkdir()
    (content / "news/juttu.fi.md").rename(content / "news/vanhat/juttu.fi.md")
    site.follow(["news/vanhat", "news/juttu.fi.md"])
    assert "Ensimmäinen teksti." in page_of(site)
    (content / "news/vanhat").rename(content / "news/uudet")
    site.follow(["news/vanhat", "news/uudet"])
    assert "Ensimmäinen teksti." in page_of(site)


def test_time_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is scheduled appears at its moment, and what expires goes; nothing happens before."""
    times = {
        "news/tuleva.fi.md": news("Tuleva", date="2031-06-01T13:00"),
        "news/mennyt.fi.md": news("Mennyt", expires="2031-06-01"),
    }
    write(plain_site(tmp_path / "content"), times)
    now = "2031-06-01T12:00"
    monkeypatch.setattr(resident, "moment", lambda _, zone: clock.moment(now, zone))
    site = live(tmp_path, now=None)

    def shown() -> list[str]:
        return [name for name in ("Tuleva", "Mennyt") if name in page_of(site, "uutiset/index.html")]

    assert (site.pass_time(), shown()) == (False, ["Mennyt"])
    now = "2031-06-01T12:59"
    assert not site.pass_time()
    now = "2031-06-01T13:00"
    assert (site.pass_time(), shown()) == (True, ["Tuleva", "Mennyt"])
    now = "2031-06-02T00:00"
    assert (site.pass_time(), shown()) == (True, ["Tuleva"])


def test_the_theme_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A style, a template and a text of the interface, each after its file has changed."""
    theme = Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))
    settings_for = command.settings_for
    monkeypatch.setattr(command, "settings_for", lambda *given: {**settings_for(*given), "THEME": str(theme)})
    write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Ensimmäinen teksti.")})
    site = live(tmp_path)
    before = re.search(r'href="[^"]*(theme/kaiku\.[0-9a-f]+\.css)"', page_of(site))
    style = next((theme / "base").glob("*.css")) if (theme / "base").is_dir() else next(theme.rglob("*.css"))
    style.write_text(f"{style.read_text('utf-8')}\n.uusi{{color:red}}", "utf-8")
    layout = theme / "pages" / "layout.html"
    layout.write_text(layout.read_text("utf-8").replace("</body>", "<p>Uusi malline</p></body>"), "utf-8")
    site.open()
    after = re.search(r'href="[^"]*(theme/kaiku\.[0-9a-f]+\.css)"', page_of(site))
    assert before is not None
    assert after is not None
    assert before[1] != after[1]
    assert b".uusi" in (site.file(after[1]) or b"")
    assert "Uusi malline" in page_of(site)


def edited(site: LiveSite, content: Path, first: int, count: int) -> None:
    """Edit a text so many times, and look at pages of all sorts each time."""
    for number in range(first, first + count):
        save(
            site,
            content,
            **{"news__juttu.fi.md": news(f"Juttu {number % 7}", f"Teksti numero {number}.\n\n## Otsikko")},
        )
        assert f"Teksti numero {number}." in page_of(site, f"uutiset/juttu-{number % 7}/index.html")
        for path in ("index.html", "uutiset/index.html", "feed.rss", "blocks/index.html"):
            assert site.file(path)


def hold_level(one: tuple[LiveSite, Path], count: int, most: int) -> None:
    """Edit so many times, and see that at most so many bytes more are held: words that are remembered have a bound."""
    site, content = one
    edited(site, content, 0, 30)
    gc.collect()
    tracemalloc.start()
    edited(site, content, 30, 10)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    edited(site, content, 40, count)
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert after - before < most


def test_memory_is_level(one: tuple[LiveSite, Path]) -> None:
    hold_level(one, 30, most=150_000)


@pytest.mark.long
def test_memory_is_level_over_a_thousand_edits(one: tuple[LiveSite, Path]) -> None:
    """By a few per cent of the 95 MB that such a process takes."""
    hold_level(one, 1000, most=3_000_000)


def test_a_folder_without_anything_becomes_a_site(tmp_path: Path) -> None:
    """Until there is a site, there is a page to lay the faults over; then each file that comes is seen."""
    content = tmp_path / "content"
    content.mkdir()
    site = live(tmp_path)
    answers = Answers(site)
    assert site.has_errors()
    assert b"preview.js" in answers.answer("/", is_script=False).data
    save(site, content, **{"site.yaml": SITE})
    assert "Koesivusto" in page_of(site, "index.html")
    save(site, content, **{"news__juttu.fi.md": news("Juttu", "Ensimmäinen teksti.")})
    assert "Ensimmäinen teksti." in page_of(site)
