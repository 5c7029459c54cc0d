"""An earlier release is brought back as a new one; what was withdrawn stays so, and a hold keeps it there."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from plugins.publishing.excision import Traces, without
from tests.publishing.places import SITE, WITHOUT_SEARCH, Desk, git, news
from tests.sites import warm

DAYS = [f"2031-06-{day:02}T09:00" for day in range(1, 29)]
BLOCKS = "blocks:\n  uusimmat: {kind: latest, types: [news], limit: 5, heading: {fi: Uutiset, sv: Nyheter}}\n"


class Place:
    """A place to publish to, and what stands there; each step is a day."""

    def __init__(self, desk: Desk, kind: str) -> None:
        self.desk = desk
        self.kind = kind
        self.where = () if kind == "branch" else ("--to", str(desk.folder / "www"))
        self.days = iter(DAYS)
        self.first: dict[str, bytes] = {}
        """What the first release was, where there have been more."""

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


def source(key: str, title: str, body: str = "Teksti.", **front: str) -> dict[str, str]:
    return {f"news/{key}.fi.md": news(title, body, **front)}


EVERYWHERE = pytest.mark.parametrize("place", ["folder", "branch"], indirect=True)
FOLDER, BRANCH = (pytest.mark.parametrize("place", [kind], indirect=True) for kind in ("folder", "branch"))


@pytest.fixture(params=["folder", pytest.param("branch", marks=pytest.mark.long)])
def place(desk: Desk, request: pytest.FixtureRequest) -> Place:
    """A place where nothing stands yet. What places do otherwise than others is tried every day: EVERYWHERE."""
    return Place(desk, request.param)


@pytest.fixture(scope="module")
def mistakes(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Place]:
    """Give a place of a kind to which a desk has published twice, the second time a mistake."""

    @cache
    def made(kind: str) -> Place:
        place = Place(Desk(tmp_path_factory.mktemp(kind)), kind)
        place.desk.begin(kind)
        place.first = place.files()
        next(place.days)
        place.publish(**source("virhe", "Virhe"), **source("juttu", "Juttu", "Väärin.", slug="muualla"))
        return place

    return made


@pytest.fixture
def mistaken(place: Place, mistakes: Callable[[str], Place]) -> Place:
    """A place where a mistake stands since the second day."""
    made = mistakes(place.kind)
    place.desk.take(made.desk.folder)
    place.days, place.first = iter(DAYS[2:]), made.first
    return place


@EVERYWHERE
def test_bytes_of_the_earlier_release_and_what_readers_know_since(mistaken: Place) -> None:
    place, first = mistaken, mistaken.first
    said = place.rollback()
    files = place.files()
    assert {path for path in first if files.get(path) != first[path]} == {"ledger.json"}
    notice = files["uutiset/virhe/index.html"].decode()
    assert "Tämä sivu on poistettu" in notice
    assert ">Virhe<" not in notice
    redirect = files["uutiset/muualla/index.html"].decode()
    assert 'content="0; url=../../uutiset/juttu/"' in redirect
    assert set(files) - set(first) == {"uutiset/virhe/index.html", "uutiset/muualla/index.html"}
    versions = place.versions()
    assert versions["virhe"]["reason"] == "missing"
    assert versions["juttu"]["addresses"] == ["/uutiset/juttu/", "/uutiset/muualla/"]
    assert "> /uutiset/muualla/ leads to /uutiset/juttu/" in said
    assert "- /uutiset/virhe/" in said
    assert "drops out: Virhe" in said
    assert "The restored site stays until the hold is lifted: ./kaiku publish --resume" in said
    blocks = json.loads(files["ledger.json"])["blocks"]["juttu"]["versions"]["fi"]["basic"]
    assert len(blocks) == 3
    assert blocks[0]["v"] == blocks[2]["v"]


@EVERYWHERE
def test_hold(mistaken: Place) -> None:
    place = mistaken
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
    place.desk.begin(place.kind)
    next(place.days)
    place.publish(**{"site.yaml": WITHOUT_SEARCH.replace("operator: Koe", "operator: Erehdys")})
    place.rollback()
    before = place.files()
    assert "Published as release 4" in place.publish("--resume", **{"site.yaml": WITHOUT_SEARCH})
    assert place.files() == before
    assert "No changes." in place.publish()


def test_what_was_withdrawn_or_has_expired_stays_so(place: Place) -> None:
    place.desk.write(**{"blocks.yaml": BLOCKS})
    secret = {
        **source("poistettu", "Salainen poistettu", "Merkkijono alfa."),
        **source("vanhentuva", "Salainen vanhentuva", "Merkkijono beeta.", expires="2031-06-02"),
        **source("pysyva", "Pysyvä", "Ks. [linkki](poistettu.fi.md)."),
    }
    place.publish(**{"site.yaml": SITE}, **secret)
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


def test_what_was_deleted_by_mistake_comes_back(mistaken: Place) -> None:
    place, first = mistaken, mistaken.files()
    place.publish(**{"news/virhe.fi.md": "", "news/juttu.fi.md": ""})
    assert place.versions()["juttu"]["reason"] == "missing"
    place.rollback()
    assert {path for path, data in place.files().items() if first.get(path) != data} <= {"ledger.json"}
    assert "withdrawn" not in place.versions()["juttu"]


def test_content_with_faults_stops_nobody(mistaken: Place) -> None:
    mistaken.desk.write(**{"news/rikki.fi.md": "rikki", "blocks.yaml": "blocks: {x: {kind: olematon}}\n"})
    mistaken.rollback()
    files, first = mistaken.files(), mistaken.first
    assert {path for path in first if files.get(path) != first[path]} == {"ledger.json"}
    assert "uutiset/virhe/index.html" in files


def test_again_and_again(mistaken: Place) -> None:
    place = mistaken
    place.publish(**source("kolmas", "Kolmas"))
    place.rollback()
    place.rollback()
    assert "Vanha teksti." in place.files()["uutiset/juttu/index.html"].decode()
    assert "Tämä sivu on poistettu" in place.files()["uutiset/virhe/index.html"].decode()
    place.rollback("3")
    assert "Tämä sivu on poistettu" not in place.files()["uutiset/kolmas/index.html"].decode()
    code, said = place.desk.run("rollback", "9", "--yes", *place.where, now=next(place.days))
    assert code == 2
    assert "There is no release 9" in said


@EVERYWHERE
def test_nothing_to_go_back_to(place: Place) -> None:
    code, said = place.desk.run("rollback", "--yes", *place.where)
    assert code == 2
    assert "There is no earlier release at " in said
    place.desk.begin(place.kind)
    before = place.files()
    assert place.desk.run("rollback", "--yes", *place.where, now=DAYS[1])[0] == 2
    assert place.files() == before


def test_trial_changes_nothing(mistaken: Place) -> None:
    place, before = mistaken, mistaken.files()
    code, said = place.desk.run("rollback", "--dry-run", *place.where, now=next(place.days))
    assert code == 0
    assert "This was a trial." in said
    assert "Published documents" not in said  # of the site of departures, of which nobody asked
    assert place.files() == before
    line = ("--dry-run", "--format", "json", *place.where)
    code, out, _ = place.desk.apart("rollback", *line, now=next(place.days))
    assert json.loads(out)["receipt"]["release"]["restores"] == 1


@FOLDER
@pytest.mark.parametrize("command", ["rollback", "releases"])
def test_several_numbers_are_refused(mistaken: Place, command: str) -> None:
    """A second word may be a slip, and a release that is brought back stands before every reader at once."""
    before = mistaken.files()
    words = ["--yes"] if command == "rollback" else []
    code, said = mistaken.desk.run(command, "1", "2", *words, *mistaken.where, now=next(mistaken.days))
    assert code == 2
    assert "Give the number of one release, not of several: 1 2." in said
    assert mistaken.files() == before


@FOLDER
def test_damaged_store_is_told(mistaken: Place) -> None:
    for file in (mistaken.desk.folder / ".www.kaiku-release" / "files").glob("*/*"):
        if b"Vanha teksti." in file.read_bytes():
            file.write_bytes(b"rikki")
    before = mistaken.files()
    code, said = mistaken.desk.run("rollback", "--yes", *mistaken.where, now=next(mistaken.days))
    assert code == 1
    assert "Release 1 cannot be restored" in said
    assert mistaken.files() == before


@BRANCH
def test_who_restores_needs_no_git_of_ones_own(mistaken: Place) -> None:
    """Another machine, which has only cloned the content, lists and restores what this one has published."""
    desk = mistaken.desk
    git(desk.content, "add", ".")
    git(desk.content, "commit", "--quiet", "-m", "Sisältö")
    git(desk.content, "push", "--quiet", "origin", "main")
    git(desk.folder, "clone", "--quiet", "--depth=1", f"file://{desk.remote}", "other")
    desk.content, desk.cache = desk.folder / "other" / "content", warm(desk.folder / "other-cache")
    mistaken.rollback()
    assert "Tämä sivu on poistettu" in mistaken.files()["uutiset/virhe/index.html"].decode()
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
