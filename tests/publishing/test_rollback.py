"""An earlier release is brought back as a new one; what was withdrawn stays so, and a hold keeps it there."""

import json
import re
from pathlib import Path

import pytest

from plugins.publishing.excision import Traces, without
from tests.publishing.places import Desk, git, news
from tests.sites import warm

DAYS = [f"2031-06-{day:02}T09:00" for day in range(1, 29)]
BLOCKS = "blocks:\n  uusimmat: {kind: latest, types: [news], limit: 5, heading: {fi: Uutiset, sv: Nyheter}}\n"


class Place:
    """A place to publish to, and what stands there; each step is a day."""

    def __init__(self, desk: Desk, kind: str) -> None:
        self.desk = desk
        self.where = () if kind == "branch" else ("--to", str(desk.folder / "www"))
        self.days = iter(DAYS)

    def publish(self, *words: str, **sources: str) -> str:
        self.desk.write(**sources)
        code, said = self.desk.publish(*words, *self.where, now=next(self.days))
        assert code == 0, said
        return said

    def rollback(self, *words: str) -> str:
        code, said = self.desk.run("rollback", *words, "--yes", *self.where, now=next(self.days))
        assert code == 0, said
        return said

    def files(self) -> dict[str, bytes]:
        if not self.where:
            return self.desk.published()
        root = Path(self.where[1])
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def versions(self) -> dict[str, dict[str, object]]:
        read = json.loads(self.files()["ledger.json"])["documents"]
        return {key: one["versions"]["fi"] for key, one in read.items() if "fi" in one["versions"]}


@pytest.fixture(params=["branch", "folder"])
def place(desk: Desk, request: pytest.FixtureRequest) -> Place:
    return Place(desk, request.param)


def source(key: str, title: str, body: str = "Teksti.", **front: str) -> dict[str, str]:
    return {f"news/{key}.fi.md": news(title, body, **front)}


def test_bytes_of_the_earlier_release_and_what_readers_know_since(place: Place) -> None:
    place.publish(**source("pysyva", "Pysyvä"))
    first = place.files()
    place.publish(**source("virhe", "Virhe"), **source("pysyva", "Pysyvä", "Väärin.", slug="muualla"))
    said = place.rollback()
    files = place.files()
    assert {path for path in first if files.get(path) != first[path]} == {"ledger.json"}
    notice = files["uutiset/virhe/index.html"].decode()
    assert "Tämä sivu on poistettu" in notice
    assert ">Virhe<" not in notice
    redirect = files["uutiset/muualla/index.html"].decode()
    assert 'content="0; url=../../uutiset/pysyva/"' in redirect
    assert set(files) - set(first) == {"uutiset/virhe/index.html", "uutiset/muualla/index.html"}
    versions = place.versions()
    assert versions["virhe"]["reason"] == "missing"
    assert versions["pysyva"]["addresses"] == ["/uutiset/pysyva/", "/uutiset/muualla/"]
    assert "> /uutiset/muualla/ leads to /uutiset/pysyva/" in said
    assert "- /uutiset/virhe/" in said
    assert "drops out: Virhe" in said
    assert "The restored site stays until the hold is lifted: ./kaiku publish --resume" in said
    blocks = json.loads(files["ledger.json"])["blocks"]["pysyva"]["versions"]["fi"]["basic"]
    assert len(blocks) == 3
    assert blocks[0]["v"] == blocks[2]["v"]


def test_hold(place: Place) -> None:
    place.publish()
    place.publish(**source("virhe", "Virhe"))
    place.rollback()
    restored = place.files()
    said = place.publish()
    assert "Publishing is on hold: release 1 was restored on 3 June 2031" in said
    assert "./kaiku publish --resume" in said
    assert place.files() == restored
    listed = place.desk.run("releases", *place.where)[1]
    first, hold, *_ = listed.splitlines()
    assert first.startswith("3  3 June 2031")
    assert "Release 1 brought back: " in first
    assert "On hold" in hold
    assert "Publishing is on hold" in place.publish("--dry-run")
    said = place.publish("--resume", **source("virhe", "Virhe", "Oikein."))
    assert "Published as release 4" in said
    assert b"Oikein." in place.files()["uutiset/virhe/index.html"]
    assert place.versions()["virhe"]["published"] == "2031-06-02"
    assert "No changes." in place.publish()


def test_hold_is_lifted_though_nothing_changes(place: Place) -> None:
    place.publish()
    place.publish(**source("virhe", "Virhe"))
    place.rollback()
    assert "Published as release 4" in place.publish("--resume", **{"news/virhe.fi.md": ""})
    assert "No changes." in place.publish()


def test_what_was_withdrawn_or_has_expired_stays_so(place: Place) -> None:
    place.desk.write(**{"blocks.yaml": BLOCKS})
    secret = {
        **source("poistettu", "Salainen poistettu", "Merkkijono alfa."),
        **source("vanhentuva", "Salainen vanhentuva", "Merkkijono beeta.", expires="2031-06-02"),
        **source("pysyva", "Pysyvä", "Ks. [linkki](poistettu.fi.md)."),
    }
    place.publish(**secret)
    place.publish(
        **source("poistettu", "Salainen poistettu", "Merkkijono alfa.", status="withdrawn"),
        **source("pysyva", "Pysyvä", "Ks. muuta."),
        **source("virhe", "Virhe"),
    )
    next(place.days)
    said = place.rollback("1")
    assert "What has been withdrawn or has expired since is left out of the restored release: 2" in said
    files = place.files()
    assert not any("pagefind" in path and path.startswith("haku/") for path in files)
    assert any("pagefind" in path and path.startswith("sv/sok/") for path in files)
    for path, data in files.items():
        for text in (b"Salainen", b"Merkkijono", b":poistettu/fi", b":vanhentuva/fi"):
            assert text not in data or path == "ledger.json", (path, text)
    for address in ("poistettu", "vanhentuva", "virhe"):
        assert (
            "Tämä sivu on poistettu"
            in files[f"uutiset/salainen-{address}/index.html".replace("salainen-virhe", "virhe")].decode()
        )
    assert b"Ks. <a" in files["uutiset/pysyva/index.html"]
    assert b'href="../uutiset/pysyva/"' in files["uutiset/index.html"]
    assert "blocks/poistettu/fi.basic.html" not in files
    assert "blocks/uusimmat/fi.basic.html" not in files
    assert [one["id"] for one in json.loads(files["blocks/manifest.json"])["blocks"]] == ["juttu", "pysyva"]
    assert place.versions()["poistettu"]["reason"] == "withdrawn"
    assert place.versions()["vanhentuva"]["reason"] == "expired"
    assert "Published as release 4" in place.publish("--resume")


def test_nothing_of_what_was_withdrawn_stays_where_other_pages_show_it(place: Place) -> None:
    """What a meeting decided, a pilot's figures, a meeting's calendar, a project's listings and feeds."""
    front = "date: 2031-05-01\nproject: hanke"
    meeting = f"{front}\nmeeting: {{kind: notes, name: Ryhmä, sessions: [{{start: 2031-08-14T10:00}}]}}"
    pilot = f"{front}\npilot: {{phase: running, figures: [{{label: Salaisia lukuja, value: 4}}]}}"
    project = "---\ntitle: Salainen hanke{}\n---\n\nHanke.\n"

    def told(status: str = "") -> dict[str, str]:
        return {
            "meetings/kokous.fi.md": f"---\ntitle: Salainen kokous\n{meeting}{status}\n---\n\n"
            "**Päätös:** Salainen päätös.\n\n- [ ] Salainen tehtävä (Koe, 1.9.2031)\n",
            "pilots/kokeilu.fi.md": f"---\ntitle: Salainen kokeilu\n{pilot}{status}\n---\n\nTeksti.\n",
            "projects/salainen.fi.md": project.format(status),
            "projects/salainen.sv.md": project.format(status).replace("Salainen hanke", "Salaista på svenska"),
        }

    place.publish(**told())
    assert "hankkeet/salainen-hanke/feed.rss" in place.files()
    place.publish(**told("\nstatus: withdrawn"))
    place.rollback("1")
    files = place.files()
    notices = {f"{section}/index.html" for section in ("kokoukset/salainen-kokous", "pilotit/salainen-kokeilu")}
    notices |= {"hankkeet/salainen-hanke/index.html", "sv/projekt/salaista-pa-svenska/index.html"}
    for path, data in files.items():
        if path != "ledger.json":
            assert "salai" not in path.casefold() or path in notices, path
            said = re.sub(r"/salai[a-z-]*/", "", data.decode("utf-8", "replace"))
            assert "Salai" not in said.replace("\N{SOFT HYPHEN}", ""), path
    page = files["hankkeet/koehanke/index.html"].decode()
    assert "Hankkeen esittely." in page
    assert "Lukuina" not in page
    assert "<table" not in files["hankkeet/koehanke/toimenpiteet/index.html"].decode()


def test_what_was_deleted_by_mistake_comes_back(place: Place) -> None:
    place.publish(**source("tarkea", "Tärkeä"))
    first = place.files()
    place.publish(**{"news/tarkea.fi.md": "", "news/juttu.fi.md": ""})
    assert place.versions()["tarkea"]["reason"] == "missing"
    place.rollback()
    assert {path for path, data in place.files().items() if first.get(path) != data} <= {"ledger.json"}
    assert "withdrawn" not in place.versions()["tarkea"]


def test_content_with_faults_stops_nobody(place: Place) -> None:
    place.publish(**source("pysyva", "Pysyvä"))
    first = place.files()
    place.publish(**source("virhe", "Virhe"))
    place.desk.write(**{"news/rikki.fi.md": "rikki", "blocks.yaml": "blocks: {x: {kind: olematon}}\n"})
    place.rollback()
    files = place.files()
    assert {path for path in first if files.get(path) != first[path]} == {"ledger.json"}
    assert "uutiset/virhe/index.html" in files


def test_again_and_again(place: Place) -> None:
    for number in range(1, 4):
        place.publish(**source(f"juttu-{number}", f"Juttu {number}"))
    place.rollback()
    place.rollback()
    assert "uutiset/juttu-1/index.html" in place.files()
    assert "Tämä sivu on poistettu" in place.files()["uutiset/juttu-2/index.html"].decode()
    place.rollback("3")
    assert "Tämä sivu on poistettu" not in place.files()["uutiset/juttu-3/index.html"].decode()
    code, said = place.desk.run("rollback", "9", "--yes", *place.where, now=next(place.days))
    assert code == 2
    assert "There is no release 9" in said


def test_nothing_to_go_back_to(place: Place) -> None:
    code, said = place.desk.run("rollback", "--yes", *place.where)
    assert code == 2
    assert "There is no earlier release at " in said
    place.publish()
    before = place.files()
    assert place.desk.run("rollback", "--yes", *place.where, now=next(place.days))[0] == 2
    assert place.files() == before


def test_trial_changes_nothing(place: Place) -> None:
    place.publish()
    place.publish(**source("virhe", "Virhe"))
    before = place.files()
    code, said = place.desk.run("rollback", "--dry-run", *place.where, now=next(place.days))
    assert code == 0
    assert "This was a trial." in said
    assert "Published documents" not in said  # of the site of departures, of which nobody asked
    assert place.files() == before
    line = ("--dry-run", "--format", "json", *place.where)
    code, out, _ = place.desk.apart("rollback", *line, now=next(place.days))
    assert json.loads(out)["receipt"]["release"]["restores"] == 1


@pytest.mark.parametrize("command", ["rollback", "releases"])
def test_several_numbers_are_refused(desk: Desk, command: str) -> None:
    """A second word may be a slip, and a release that is brought back stands before every reader at once."""
    place = Place(desk, "folder")
    place.publish()
    place.publish(**source("virhe", "Virhe"))
    before = place.files()
    words = ["--yes"] if command == "rollback" else []
    code, said = desk.run(command, "1", "2", *words, *place.where, now=next(place.days))
    assert code == 2
    assert "Give the number of one release, not of several: 1 2." in said
    assert place.files() == before


def test_damaged_store_is_told(desk: Desk) -> None:
    folder = Place(desk, "folder")
    folder.publish(**source("pysyva", "Pysyvä", "Eka."))
    folder.publish(**source("pysyva", "Pysyvä", "Toka."))
    for file in (desk.folder / ".www.kaiku-release" / "files").glob("*/*"):
        if b"Eka." in file.read_bytes():
            file.write_bytes(b"rikki")
    before = folder.files()
    code, said = desk.run("rollback", "--yes", *folder.where, now=next(folder.days))
    assert code == 1
    assert "Release 1 cannot be restored" in said
    assert folder.files() == before


def test_who_restores_needs_no_git_of_ones_own(desk: Desk) -> None:
    """Another machine, which has only cloned the content, lists and restores what this one has published."""
    branch = Place(desk, "branch")
    branch.publish()
    branch.publish(**source("virhe", "Virhe"))
    git(desk.content, "add", ".")
    git(desk.content, "commit", "--quiet", "-m", "Sisältö")
    git(desk.content, "push", "--quiet", "origin", "main")
    git(desk.folder, "clone", "--quiet", "--depth=1", f"file://{desk.remote}", "other")
    desk.content, desk.cache = desk.folder / "other" / "content", warm(desk.folder / "other-cache")
    branch.rollback()
    assert "Tämä sivu on poistettu" in branch.files()["uutiset/virhe/index.html"].decode()
    assert git(desk.content, "status", "--porcelain") == ""


def test_entries_and_mentions() -> None:
    traces = Traces("https://e.org/x/", frozenset({"/u/a/"}), (), frozenset({"tag:a/fi"}), frozenset())
    page = (
        '<ul><li><a href="../u/a/">A</a> <p>Tiivistelmä</p></li><li><a href="../u/b/">B</a>, '
        '<a href="../u/a/#c">A</a></li></ul><p>Ks. <a href="https://e.org/x/u/a/">A</a>.</p>'
    )
    kept = without("sv/index.html", page.encode(), traces)
    assert kept.decode() == page.replace('<li><a href="../u/a/">A</a> <p>Tiivistelmä</p></li>', "")
    own = '<ol><li><a href="#a">A</a></li><li><a href="#b">B</a></li></ol>'
    listed = '<ul><li id="a"><a href="../u/a/">A</a></li><li id="b"><a href="../u/b/">B</a></li></ul>'
    left = '<ol><li><a href="#b">B</a></li></ol><ul><li id="b"><a href="../u/b/">B</a></li></ul>'
    assert without("sv/index.html", (own + listed).encode(), traces).decode() == left
    feed = (
        b"<rss><item><guid>tag:a/fi</guid></item>\n<item><guid>tag:b/fi</guid><d>https://e.org/x/u/a/</d></item></rss>"
    )
    assert without("feed.rss", feed, traces) == feed.replace(b"<item><guid>tag:a/fi</guid></item>\n", b"")
    other = b'{"items": [{"id": "tag:b/fi"}]}'
    assert without("feed.json", other, traces) == other
    assert without("images/a.jpg", b"\xff\xd8", traces) == b"\xff\xd8"


def test_what_has_nothing_left_but_its_headings_goes_too() -> None:
    traces = Traces("https://e.org/x/", frozenset({"/u/a/"}), ("/u/a/",), frozenset(), frozenset())
    item, own = '<li><a href="../u/a/b/">A</a></li>', '<dl data-from="../u/a/"><dt>Luku</dt><dd>4</dd></dl>'
    gone = f"<section><h2>Otsikko</h2><div><ol>{item}{item}</ol></div></section>{own}"
    left = '<section><h2>Otsikko</h2><ol>{}</ol><p>Muuta</p></section><nav><img src="x"><ul>{}</ul></nav>'
    kept = without("sv/index.html", f"<main>{gone}{left.format(item, item)}</main>".encode(), traces)
    assert kept.decode() == f"<main>{left.replace('<ol>{}</ol>', '').replace('<ul>{}</ul>', '')}</main>"
    table = "<table><thead><tr><th>Kokous</th></tr></thead><tbody>{}</tbody></table>"
    row = '<tr><td>Tehtävä</td><td><a href="../u/a/">A</a></td></tr>'
    assert without("sv/index.html", f"<main>{table.format(row)}</main>".encode(), traces) == b"<main></main>"
    sitemap = b"<url><loc>https://e.org/x/u/a/b/</loc></url>"
    assert without("sitemap.xml", sitemap, traces) == b""


def test_the_finder_forgets_a_block_and_what_it_was_called_elsewhere() -> None:
    """A block whose other version is gone keeps its own line, without the way there and without its words."""
    traces = Traces("https://e.org/x/", frozenset(), (), frozenset(), frozenset({("a", "fi"), ("b", "sv")}))
    others = [["svenska", "sv/blocks/b/", "sv"], ["English", "en/blocks/b/", "en"]]
    blocks: list[dict[str, object]] = [
        {"id": "a", "title": "Salainen", "href": "blocks/a/"},
        {"id": "b", "title": "B", "href": "blocks/b/", "languages": others, "words": ["Hemlig"]},
        {"id": "c", "title": "C", "href": "blocks/c/", "words": ["Öppen"]},
        {"id": "a", "title": "Öppen", "language": "sv", "href": "sv/blocks/a/"},
    ]
    data = json.dumps({"language": "fi", "blocks": blocks}).encode()
    kept = json.loads(without("blocks/index.json", data, traces))
    assert kept["language"] == "fi"
    left: dict[str, object] = {"id": "b", "title": "B", "href": "blocks/b/", "languages": others[1:]}
    assert kept["blocks"] == [left, blocks[2], {**blocks[3], "languages": []}]
