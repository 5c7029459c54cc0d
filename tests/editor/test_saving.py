"""What is saved: only what was edited changes on the disk, whoever else was at work."""

import difflib
import json
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.core.dates import When
from plugins.core.documents import DocumentType
from plugins.drafts.draft import Draft, sources
from plugins.editor.refusals import RefusedError
from plugins.editor.source_text import Source, unframed
from tests.editor.writers import Edit, Tab, every_entry, load, protocol
from tests.laws import law
from tests.rich.content import write_content
from tests.sites import files_of, news, plain_site, write

OWN = Path(__file__).parents[2] / "content"
COMMENTED = """---
# a word on the title
title:   'Kysely lähtee'   # as it was decided
date: 2031-05-14
tags: [ kysely,  osaaminen ]
project: hanke
own_key: stays   # unknown to the program
image: {file: images/a.jpg, alt: "Kuva", caption: Vanha}  # a picture
---


Teksti  jossa on\tmerkkejä.[^1]

[^1]: Viite {lang=sv}
"""


def changed_lines(before: str, after: str) -> list[str]:
    """Return the lines that differ, each with its sign."""
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def leaves(form: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield every value of a form that holds no other."""
    if isinstance(form, dict | list):
        for key, one in form.items() if isinstance(form, dict) else enumerate(form):
            yield from leaves(one, (*path, key))
    elif path and not str(path[0]).startswith("_") and path[-1] != "key":
        yield path, form


def put(form: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a form with another value at a path."""
    made = deepcopy(form)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return made


def another(value: Any) -> Any:
    """Return another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return "2031-11-12" if value[:4].isdigit() and "-" in value else f"{value}: # [muu], {{toinen}}"


@pytest.fixture(params=["own", "rich"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "own":
        shutil.copytree(OWN, tmp_path / "content")
    else:
        write_content(tmp_path / "content")
    return tmp_path


def test_opening_and_saving_changes_no_byte(site: Path) -> None:
    before, answers = files_of(site / "content"), protocol(site)
    for paths in every_entry(answers):
        Tab(answers, *paths).save()
    assert files_of(site / "content") == before


def test_changing_one_field_changes_only_its_lines(site: Path) -> None:
    """Some values of every form, one at a time."""
    answers = protocol(site)
    for number, paths in enumerate(every_entry(answers)):
        for path in paths[number % 2 :][:1]:
            file = answers.places.file(answers.places.entry(path))  # type: ignore[arg-type]
            if file is None:
                continue
            text, form = file.read_bytes(), load(answers, path)
            for place, value in list(leaves(form))[number % 5 :: 5][:3]:
                tab = Tab(answers, path)
                tab.forms[path] = put(tab.forms[path], place, another(value))
                tab.save()
                lines = changed_lines(text.decode(), file.read_text(encoding="utf-8"))
                assert lines, (path, place)
                assert len(lines) <= 2 or place == ("body",), (path, place, lines)
                file.write_bytes(text)


def commented(folder: Path, text: str = COMMENTED) -> Path:
    plain_site(folder / "content")
    file = folder / "content" / "news" / "kysely.fi.md"
    file.parent.mkdir()
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_comments_order_and_unknown_fields_stay(tmp_path: Path, newline: str) -> None:
    file = commented(tmp_path, COMMENTED.replace("\n", newline))
    tab = Tab(protocol(tmp_path), "news/kysely.fi.md")
    form = tab.forms["news/kysely.fi.md"]
    form["title"] = "Kysely: nyt"
    form["image"]["caption"] = "Uusi, parempi"
    form["summary"] = "Lyhyesti."
    tab.save()
    wanted = (
        COMMENTED.replace("'Kysely lähtee'", '"Kysely: nyt"')
        .replace("caption: Vanha", 'caption: "Uusi, parempi"')
        .replace("# a picture\n", "# a picture\nsummary: Lyhyesti.\n")
    )
    assert file.read_bytes().decode() == wanted.replace("\n", newline)


def test_a_field_that_is_emptied_goes(tmp_path: Path) -> None:
    file = commented(tmp_path)
    tab = Tab(protocol(tmp_path), "news/kysely.fi.md")
    form = tab.forms["news/kysely.fi.md"]
    form["tags"], form["image"]["caption"] = [], ""
    tab.save()
    assert changed_lines(COMMENTED, file.read_text(encoding="utf-8")) == [
        "- tags: [ kysely,  osaaminen ]",
        '- image: {file: images/a.jpg, alt: "Kuva", caption: Vanha}  # a picture',
        '+ image: {file: images/a.jpg, alt: "Kuva"}  # a picture',
    ]


MINUTES = """---
title: Kokous
date: 2031-05-14
project: hanke
image: {file: images/a.jpg, alt: Kuva}
meeting:
  kind: notes
  name: Ryhmä
  sessions:
    - 2031-05-13  # not yet right
    - {start: 2031-05-14T10:00}
  present: {"Pysyvät edustajat": [Aino], "Asiantuntijat": []}
---

Teksti.
"""


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (lambda form: form.update(image={"file": "", "alt": ""}), "image: {file: images/a.jpg, alt: Kuva}\n", ""),
        (
            lambda form: form["meeting"]["sessions"].append({"start": "2031-05-15"}),
            "10:00}\n",
            "10:00}\n    - {start: 2031-05-15}\n",
        ),
        (
            lambda form: form["meeting"]["present"].append({"key": "Vieraat", "value": ["Bo"]}),
            '"Asiantuntijat": []}',
            '"Asiantuntijat": [], Vieraat: [Bo]}',
        ),
        (
            lambda form: form["meeting"]["present"].reverse(),
            '{"Pysyvät edustajat": [Aino], "Asiantuntijat": []}',
            "{Asiantuntijat: [], Pysyvät edustajat: [Aino]}",
        ),
        (lambda form: form["meeting"]["present"][0].update(key="Jäsenet"), '"Pysyvät edustajat"', "Jäsenet"),
        (lambda form: form.update(title="Kokous\u2028nyt"), "title: Kokous\n", "title: Kokous nyt\n"),
    ],
)
def test_what_a_form_cannot_say_stays(tmp_path: Path, change: Edit, before: str, after: str) -> None:
    """An emptied record goes whole, an empty group is a list, and no item goes because no form can show it."""
    write(plain_site(tmp_path / "content"), {"meetings/kokous.fi.md": MINUTES})
    tab = Tab(protocol(tmp_path), "meetings/kokous.fi.md")
    change(tab.forms["meetings/kokous.fi.md"])
    tab.save()
    saved = (tmp_path / "content/meetings/kokous.fi.md").read_text(encoding="utf-8")
    assert changed_lines(MINUTES.replace(before, after), saved) == []


def test_two_of_one_name_are_told(tmp_path: Path) -> None:
    write(plain_site(tmp_path / "content"), {"meetings/kokous.fi.md": MINUTES})
    tab = Tab(protocol(tmp_path), "meetings/kokous.fi.md")
    rows = tab.forms["meetings/kokous.fi.md"]["meeting"]["present"]
    rows.append({"key": "Pysyvät edustajat", "value": ["Bo"]})
    with pytest.raises(RefusedError) as refused:
        tab.save()
    assert "Pysyvät edustajat" in refused.value.message("fi")
    assert (tmp_path / "content/meetings/kokous.fi.md").read_text(encoding="utf-8") == MINUTES


def test_what_nobody_wrote_in_gets_no_file(tmp_path: Path) -> None:
    file = commented(tmp_path)
    tab = Tab(protocol(tmp_path), "news/kysely.fi.md", "news/kysely.sv.md")
    tab.forms["news/kysely.fi.md"]["date"] = "2031-06-01"
    tab.forms["news/kysely.sv.md"]["date"] = "2031-06-01"
    tab.save()
    assert "date: 2031-06-01" in file.read_text(encoding="utf-8")
    assert [one.name for one in file.parent.iterdir()] == ["kysely.fi.md"]


def test_what_is_new_is_what_the_command_writes(tmp_path: Path) -> None:
    """With the title alone, every byte; with more said, the lines of that."""
    plain_site(tmp_path / "content")
    answers = protocol(tmp_path)
    for kind in (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS):
        draft = Draft(kind, f"{kind}-uusi", (("fi", "Uusi: teksti"), ("sv", "Ny")), ("hanke",), When(2031, 6, 1))
        said = {"date": "2031-06-01", "project": ["hanke"], "status": "draft", "body": ""}
        tab = Tab(answers)
        tab.forms = {
            f"{kind}/{kind}-uusi.fi.md": {"title": "Uusi: teksti", **said},
            f"{kind}/{kind}-uusi.sv.md": {"title": "Ny", **said},
        }
        tab.save()
        for one in sources(draft):
            assert (tmp_path / "content" / one.path).read_bytes() == one.data


def test_what_is_said_once_holds_for_every_version(tmp_path: Path) -> None:
    """A date that a version has of its own stays, unless it is changed for all."""
    own = news("Toinen", "Text.").replace("2031-05-14", "2031-05-20")
    files = {"news/kysely.fi.md": news("Kysely", "Teksti."), "news/kysely.sv.md": own}
    write(plain_site(tmp_path / "content"), files)
    paths = ("news/kysely.fi.md", "news/kysely.sv.md")
    tab = Tab(protocol(tmp_path), *paths)
    tab.forms[paths[0]]["title"] = "Kysely nyt"
    tab.forms[paths[1]]["date"] = tab.forms[paths[0]]["date"]  # as the CMS copies it
    tab.save()
    assert "date: 2031-05-20" in (tmp_path / "content" / paths[1]).read_text(encoding="utf-8")
    tab.forms[paths[0]]["date"] = tab.forms[paths[1]]["date"] = "2031-06-03"
    tab.save()
    assert all("date: 2031-06-03" in (tmp_path / "content" / one).read_text(encoding="utf-8") for one in paths)


def test_two_tabs_that_change_different_things(tmp_path: Path) -> None:
    """Both stay, also when each saves again what it still shows of the other's field."""
    file = commented(tmp_path)
    path = "news/kysely.fi.md"
    first, second = Tab(protocol(tmp_path), path), Tab(protocol(tmp_path), path)
    first.forms[path]["title"] = "Ensimmäisen"
    second.forms[path]["image"]["caption"] = "Toisen"
    for tab in (first, second, first, second):
        tab.save()
    text = file.read_text(encoding="utf-8")
    assert "title:   Ensimmäisen " in text
    assert "caption: Toisen" in text


@pytest.mark.parametrize("field", ["title", "body"])
def test_the_later_of_two_is_told_and_nothing_is_lost(tmp_path: Path, field: str) -> None:
    file = commented(tmp_path)
    path, answers = "news/kysely.fi.md", protocol(tmp_path)
    first, second = Tab(answers, path), Tab(answers, path)
    first.forms[path][field] = "Ensimmäisen teksti"
    second.forms[path][field] = "Toisen teksti"
    first.save()
    saved = file.read_bytes()
    with pytest.raises(RefusedError) as refused:
        second.save()
    assert refused.value.status == 409
    assert file.read_bytes() == saved
    (kept,) = answers.aside.all()
    assert refused.value.values["address"].endswith(kept.name)
    assert "Toisen teksti" in kept.mine
    assert "Ensimmäisen teksti" in kept.theirs


def test_one_of_a_pair_that_collides_holds_the_other_too(tmp_path: Path) -> None:
    """All versions of a document are saved, or none."""
    files = {"news/kysely.fi.md": news("Kysely", "Teksti."), "news/kysely.sv.md": news("Enkät", "Text.")}
    write(plain_site(tmp_path / "content"), files)
    paths = ("news/kysely.fi.md", "news/kysely.sv.md")
    tab = Tab(protocol(tmp_path), *paths)
    for path in paths:
        tab.forms[path]["title"] = "Muutettu"
    swedish = tmp_path / "content" / paths[1]
    swedish.write_text(news("Någon annans", "Text."), encoding="utf-8")
    with pytest.raises(RefusedError):
        tab.save()
    assert (tmp_path / "content" / paths[0]).read_text(encoding="utf-8") == files[paths[0]]


def test_a_tab_may_save_again_and_again(tmp_path: Path) -> None:
    file = commented(tmp_path)
    path = "news/kysely.fi.md"
    tab = Tab(protocol(tmp_path), path)
    for number in range(3):
        tab.forms[path]["title"] = f"Otsikko {number}"
        tab.save()
    assert "title:   Otsikko 2 " in file.read_text(encoding="utf-8")


def test_a_form_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """In the writer's language, whatever the fault is called by those who read YAML."""
    commented(tmp_path, "---\ntitle: a\ntitle: b\n---\n\nTeksti\n")
    with pytest.raises(RefusedError) as refused:
        load(protocol(tmp_path), "news/kysely.fi.md")
    assert refused.value.message("fi").startswith(
        "Tiedoston news/kysely.fi.md tietoja ei voi lukea lomakkeelle: virhe on rivillä 3. Esikatselu kertoo,"
    )


@pytest.mark.parametrize(
    "path",
    ["../site.yaml", "news/../site.yaml", "news/a.fi.md/../../x", "/etc/passwd", "news/A.fi.md", "news/a.xx.md", ""],
)
def test_a_path_that_is_no_entry_is_refused(tmp_path: Path, path: str) -> None:
    commented(tmp_path)
    before = files_of(tmp_path / "content")
    sent = [{"path": path, "raw": json.dumps({"title": "x", "body": "y"})}]
    with pytest.raises(RefusedError):
        protocol(tmp_path).answer("persistEntry", {"dataFiles": sent, "assets": []})
    assert files_of(tmp_path / "content") == before


@pytest.mark.parametrize(
    "path", ["../x.jpg", "images/../../x.jpg", "images/x.exe", "x.jpg", "images/.x.jpg", "news/x.jpg"]
)
def test_a_file_goes_nowhere_else(tmp_path: Path, path: str) -> None:
    commented(tmp_path)
    with pytest.raises(RefusedError):
        protocol(tmp_path).answer("persistMedia", {"asset": {"path": path, "content": "aGVq", "encoding": "base64"}})
    assert not list(tmp_path.rglob("x.*"))


def test_a_picture_never_takes_the_place_of_another(tmp_path: Path) -> None:
    commented(tmp_path)
    answers = protocol(tmp_path)
    asset = {"path": "images/a.jpg", "content": "aGVq", "encoding": "base64"}
    answers.answer("persistMedia", {"asset": asset})
    answers.answer("persistMedia", {"asset": asset})
    with pytest.raises(RefusedError):
        answers.answer("persistMedia", {"asset": {**asset, "content": "bmVq"}})
    assert (tmp_path / "content" / "images" / "a.jpg").read_bytes() == b"hej"


def test_a_subfolder_means_nothing(tmp_path: Path) -> None:
    """A document in a subfolder is opened by its KEY, and its new version stands beside the other."""
    write(plain_site(tmp_path / "content"), {"news/2031/kysely.fi.md": news("Kysely", "Teksti.")})
    tab = Tab(protocol(tmp_path), "news/kysely.fi.md", "news/kysely.sv.md")
    assert tab.forms["news/kysely.fi.md"]["_up"] == "../../"
    tab.forms["news/kysely.sv.md"]["title"] = "Enkät"
    tab.save()
    assert (tmp_path / "content" / "news" / "2031" / "kysely.sv.md").is_file()


def test_what_is_removed_is_kept_aside(tmp_path: Path) -> None:
    file = commented(tmp_path)
    answers = replace(protocol(tmp_path))
    answers.answer("deleteFiles", {"paths": ["news/kysely.fi.md", "news/kysely.sv.md"]})
    assert not file.exists()
    assert [one.mine for one in answers.aside.all()] == [COMMENTED]


BLANKS = st.sampled_from(["", "\n", "\r\n", " \n", "\n\n"])
LINES = st.lists(st.sampled_from(["Teksti.", "", "  - kohta", "\ttaulukko |", "Muu [^1]", "# otsikko  "]), max_size=8)


@law(300, 20_000)
@given(BLANKS, LINES, BLANKS, LINES, st.sampled_from(["\n", "\r\n"]))
def test_a_body_keeps_the_lines_that_nobody_edited(
    before: str, lines: list[str], after: str, wanted: list[str], newline: str
) -> None:
    """Read again it is what was typed; what stands around it, and lines at either end that are the same, stay."""
    body = before + newline.join(lines) + after
    source = Source("---\n", "title: x\n", "---\n", body)
    prose = unframed("\n".join(wanted))
    made = source.with_body(prose)
    assert made.prose == prose
    assert made.with_body(prose) == made
    assert made == source or prose != source.prose
