"""What the workbench tells of a change: read by an editor who knows the block, from fingerprints of what it was."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from plugins.blocks.rendering import Fragment
from plugins.blocks.sentences import fingerprints, sentences_of
from plugins.core.ledger import BlockVersion
from plugins.core.markup.tree import Element, Tree
from plugins.core.sentence_changes import change
from plugins.engine import command
from plugins.workbench.change_views import BlockChange, Totals
from plugins.workbench.changes import block_change
from plugins.workbench.views import Exhibit
from tests.blocks.fragments import a_view, rendered
from tests.publishing.places import SITE
from tests.sites import files_of, news, options, plain_site, warm, write

LONG = " ".join(f"Virke {name} on ennallaan." for name in ("yksi", "kaksi", "kolme", "neljä", "viisi"))


def paragraphs(*texts: str) -> Tree:
    return tuple(Element("p", (), (text,)) for text in texts)


def items(*texts: str) -> Element:
    return Element("ul", (), tuple(Element("li", (), (text,)) for text in texts))


def linked(text: str, href: str) -> Element:
    return Element("p", (), ("Lue ", Element("a", (("href", href),), (text,)), "."))


def compared(before: Tree, after: Tree, **after_values: Any) -> BlockChange:
    """Tell what has changed between a published block and the one that is being made."""
    old, new = rendered(before), rendered(after, **after_values)
    assert new.data
    history = (BlockVersion(old.v, "2031-06-01"),)
    exhibit = Exhibit("", "basic", (), history, sentences=told_of(old))
    return block_change(exhibit, "fi", new.v, new.data.decode())


def told_of(made: Fragment) -> str:
    """Give the fingerprints of a block."""
    assert made.data
    return fingerprints(sentences_of(made.data.decode()))


def shown(found: BlockChange) -> list[str]:
    """Write lines as short texts: the marks before what has one."""
    assert found.state == "told"
    return [
        f"… {line.folded}" if line.kind == "fold"
        else "- " + ", ".join(f"{one.count} {one.kind}" for one in line.gone) if line.kind == "gone"
        else " ".join(piece.text if piece.mark == "same" else f"[{piece.mark}] {piece.text}" for piece in line.pieces)
        for line in found.lines
    ]  # fmt: skip


TITLE = a_view().title
SOURCE = f"Lähde: {TITLE}"


def test_a_changed_sentence_stands_among_its_neighbours() -> None:
    found = compared(paragraphs(LONG, "Aika on 1.3. Tervetuloa!"), paragraphs(LONG, "Aika on 2.3. Tervetuloa!"))
    assert shown(found) == [TITLE, "… 4", "Virke viisi on ennallaan.", "[changed] Aika on 2.3. Tervetuloa!", SOURCE]
    assert found.totals == Totals(changed=1)


def test_a_title_is_told_with_the_source_line_that_repeats_it() -> None:
    found = compared(paragraphs(LONG), paragraphs(LONG), title="Uusi otsikko")
    assert shown(found) == [
        "[changed] Uusi otsikko", "Virke yksi on ennallaan.", "… 3", "Virke viisi on ennallaan.",
        "[changed] Lähde: Uusi otsikko",
    ]  # fmt: skip


def test_a_link_is_named() -> None:
    before, after = (linked("ohje", f"https://example.org/{name}") for name in ("vanha", "uusi"))
    found = compared((before,), (after,))
    assert shown(found) == [TITLE, "[linked] Lue ohje.", SOURCE]
    assert [(one.text, one.href) for one in found.lines[1].pieces[0].links] == [("ohje", "https://example.org/uusi")]
    gone = compared((before,), paragraphs("Lue ohje."))
    assert (gone.totals, gone.lines[1].pieces[0].links) == (Totals(linked=1), ())


def test_items_come_go_and_change_places() -> None:
    before = items("Alavus", "Jyväskylä", "Mikkeli", "Seinäjoki")
    assert shown(compared((before,), (items("Alavus", "Kuopio", "Jyväskylä", "Mikkeli", "Seinäjoki"),))) == [
        TITLE, "Alavus", "[new] Kuopio", "Jyväskylä", "… 3",
    ]  # fmt: skip
    assert shown(compared((before,), (items("Alavus", "Mikkeli", "Seinäjoki"),)))[1:4] == [
        "Alavus", "- 1 item", "Mikkeli",
    ]  # fmt: skip
    moved = compared((before,), (items("Seinäjoki", "Alavus", "Jyväskylä", "Mikkeli"),))
    assert shown(moved)[:3] == [TITLE, "[moved] Seinäjoki", "Alavus"]
    assert moved.totals == Totals(moved=1)


def test_what_is_gone_is_counted_and_its_words_are_nowhere() -> None:
    secret = paragraphs("Maija Mallikas, puhelin 050 000 0000. Soita hänelle.")
    before = (*paragraphs("Alku."), Element("h2", (), ("Yhteys",)), *secret, *paragraphs("Loppu."))
    found = compared(before, paragraphs("Alku.", "Loppu."))
    assert shown(found) == [TITLE, "Alku.", "- 1 heading, 2 sentence", "Loppu.", SOURCE]
    assert "Mallikas" not in repr(found)


def test_the_heading_above_a_change_is_shown() -> None:
    section = Element("h2", (), ("Osa",))
    before, after = ((section, *paragraphs(LONG), items("a", word)) for word in ("b", "c"))
    assert shown(compared(before, after)) == [TITLE, "Osa", "… 5", "a", "[changed] c", SOURCE]


def test_other_scripts_languages_and_pictures_of_letters() -> None:
    foreign = Element("p", (("lang", "ar"),), ("مرحبا بالعالم جديد.",))
    found = compared(paragraphs("👩‍👩‍👧 🙂"), (*paragraphs("👩‍👩‍👧 🙂"), foreign))
    assert shown(found) == [TITLE, "👩‍👩‍👧 🙂", "[new] مرحبا بالعالم جديد.", SOURCE]
    assert [line.language for line in found.lines] == ["", "", "ar", ""]


def test_a_large_block_is_folded() -> None:
    texts = [f"Asia {number} käsiteltiin ja merkittiin tiedoksi." for number in range(1500)]
    found = compared(paragraphs(*texts), paragraphs(*texts[:700], "Tämä on uutta.", *texts[700:]))
    assert shown(found) == [TITLE, "… 699", texts[699], "[new] Tämä on uutta.", texts[700], "… 800"]


@pytest.mark.parametrize("told", ["", "=1", "=99", "=3", "=2c9", "-p1"])
def test_a_change_that_does_not_fit_the_text_is_not_told(told: str) -> None:
    """As when the program that made the ledger told sentences apart otherwise, or somebody wrote in it."""
    made = rendered(paragraphs("Alku."))
    assert made.data
    history = (BlockVersion("0" * 12, "2031-06-01"), BlockVersion(made.v, "2031-06-02"))
    exhibit = Exhibit("", "basic", (), history, sentences=told_of(made), change=told)
    assert block_change(exhibit, "fi", made.v, made.data.decode()) == BlockChange("untold")


def release(folder: Path, day: int, before: int | None, output: str = "") -> dict[str, bytes]:
    """Build the release of a day upon that of another; give its files."""
    place = folder / (output or f"release-{day}")
    ledger = folder / f"release-{before}" / "ledger.json" if before else None
    assert command.release(options(folder, now=f"2031-06-{day:02}T12:00"), place, ledger) == 0
    return files_of(place)


def said(files: dict[str, bytes], block: str, root: str = "") -> str:
    """Give what the page of a block says of changes, as its text; empty when it says nothing."""
    page: Any = lxml_html.document_fromstring(files[f"{root}blocks/{block}/index.html"].decode())
    found = page.xpath("//*[@class='block-change' or @class='block-unchanged']")
    return " ".join("".join(one.text_content() for one in found).split())


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the release of the first day, once for all."""
    folder = tmp_path_factory.mktemp("released")
    plain_site(folder / "content")
    write(
        folder / "content",
        {
            "site.yaml": SITE,
            "blocks.yaml": "blocks:\n  lista: {kind: latest, project: hanke}\n",
            "news/juttu.fi.md": news("Juttu", "Vanha teksti. Sama teksti."),
            "news/juttu.sv.md": news("Nyhet", "Gammal text. Samma text."),
            "news/muu.fi.md": news("Muu"),
        },
    )
    release(folder, 1, None)
    return folder


@pytest.fixture
def site(released: Path, tmp_path: Path) -> Path:
    """A site with its first release."""
    shutil.copytree(released, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_a_page_goes_on_telling_what_changed(site: Path) -> None:
    first = files_of(site / "release-1")
    assert said(first, "juttu") == "Ensimmäinen versio. Teksti on ollut sama 1.6.2031 alkaen."
    assert release(site, 2, 1) == first
    write(site / "content", {"news/juttu.fi.md": news("Juttu", "Uusi teksti. Sama teksti.")})
    third = release(site, 3, 2)
    told = said(third, "juttu")
    assert told.startswith("Mitä muuttui 3.6.2031 · muutettuja 1 Juttu Muutettu: Uusi teksti. Sama teksti.")
    assert said(third, "juttu", "sv/") == "Första versionen. Texten är oförändrad sedan 1.6.2031."
    assert said(third, "muu") == said(third, "lista") == "Ensimmäinen versio. Teksti on ollut sama 1.6.2031 alkaen."
    assert release(site, 4, 3) == third
    assert "Vanha" not in third["ledger.json"].decode()


def test_a_build_before_a_release_tells_what_it_will_change(site: Path) -> None:
    write(
        site / "content", {"news/juttu.sv.md": news("Nyhet", "Ny text. Samma text."), "news/uusi.fi.md": news("Uusi")}
    )
    given: dict[str, Any] = {"ledger": site / "release-1" / "ledger.json", "now": "2031-06-03T12:00"}
    assert command.build(options(site, **given)) == 0
    files = files_of(site / "output")
    told = said(files, "juttu", "sv/")
    assert told.startswith("Det här har ändrats efter den förra publiceringen · ändrade 1 Nyhet Ändrat: Ny text.")
    assert said(files, "uusi") == "Uusi lohko, jota ei ole vielä julkaistu."
    assert "Uutta: Uusi, 14. toukokuuta 2031" in said(files, "lista")
    assert command.build(options(site, output=site / "clean", cache=warm(site / "other"), **given)) == 0
    assert files_of(site / "clean") == files
    write(site / "content", {"news/juttu.sv.md": news("Nyhet", "Gammal text. Samma text.")})
    assert command.build(options(site, **given)) == 0
    back = said(files_of(site / "output"), "juttu", "sv/")
    assert back == "Första versionen. Texten är oförändrad sedan 1.6.2031."


def test_the_ledger_follows_a_change_of_markup_only(site: Path) -> None:
    """Neither version nor size of the block tells of it: an item and `<code>` take as many characters."""
    write(site / "content", {"blocks.yaml": "blocks: {}\ndefaults: {profiles: [basic]}\n"})
    made = []
    for text in ("Alku sana.\n\n- Yksi", "Alku `sana`.\n\nYksi"):
        write(site / "content", {"news/juttu.fi.md": news("Juttu", text)})
        made.append(release(site, 1, None, "same"))
    before, after = (files["blocks/juttu/fi.basic.html"] for files in made)
    assert (len(before), re.findall("v=[0-9a-f]+", before.decode())) == (
        len(after), re.findall("v=[0-9a-f]+", after.decode()),
    )  # fmt: skip
    assert made[1]["ledger.json"] == release(site, 1, None, "clean")["ledger.json"] != made[0]["ledger.json"]


def test_a_release_upon_the_tree_of_a_build_tells_the_same(site: Path) -> None:
    assert command.build(options(site, output=site / "same", now="2031-06-01T12:00")) == 0
    assert release(site, 1, None, "same") == release(site, 1, None, "clean")


def test_where_nothing_is_known_of_releases_nothing_is_said(site: Path) -> None:
    assert command.build(options(site, cache=warm(site / "unknowing"))) == 0
    files = files_of(site / "output")
    assert said(files, "juttu") == said(files, "lista") == ""


def test_an_older_ledger_is_learnt_from(site: Path) -> None:
    file = site / "release-1" / "ledger.json"
    file.write_text(re.sub(r', "sentences": "[^"]*"', "", file.read_text("utf-8")), "utf-8")
    assert "sentences" not in file.read_text("utf-8")
    write(site / "content", {"news/juttu.fi.md": news("Juttu", "Uusi teksti. Sama teksti.")})
    second = release(site, 2, 1)
    assert said(second, "juttu").startswith("Teksti muuttui 2.6.2031. Muutoksia ei voi näyttää")
    assert release(site, 3, 2) == second
    write(site / "content", {"news/juttu.fi.md": news("Juttu", "Uusin teksti. Sama teksti.")})
    assert "Muutettu: Uusin teksti." in said(release(site, 4, 3), "juttu")


def test_a_block_that_was_away_comes_back(site: Path) -> None:
    write(site / "content", {"news/juttu.fi.md": news("Juttu", "Uusi teksti. Sama teksti.")})
    release(site, 2, 1)
    (site / "content" / "news" / "juttu.fi.md").unlink()
    away = json.loads(release(site, 3, 2)["ledger.json"])["blocks"]["juttu"]["versions"]["fi"]["basic"]
    assert [sorted(state) for state in away] == [["date", "v"], ["date", "v"]]
    write(site / "content", {"news/juttu.fi.md": news("Juttu", "Uusi teksti. Sama teksti.")})
    back = release(site, 4, 3)
    assert said(back, "juttu").startswith("Teksti muuttui 2.6.2031. Muutoksia ei voi näyttää")
    again = release(site, 5, 4)
    assert all(again[name] == back[name] for name in ("blocks/juttu/index.html", "ledger.json"))


def test_the_ledger_tells_as_the_build_did() -> None:
    old, new = (told_of(rendered(paragraphs(text))) for text in ("Vanha. Sama teksti.", "Uusi. Sama teksti."))
    assert change(old, new) == "=1c1=2"
