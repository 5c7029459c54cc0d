"""What readers find where something used to be, release after release."""

import json
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.publishing.places import Desk, files_of, news
from tests.sites import warm

JUTTU = "uutiset/juttu/index.html"


class Web:
    """A web root that a desk publishes into."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.root = desk.folder / "www"

    def release(self, now: str = "2031-06-01T12:00", **sources: str) -> str:
        """Change sources and publish; give what was said."""
        self.desk.write(**sources)
        code, said = self.desk.publish("--to", str(self.root), now=now)
        assert code == 0, said
        return said

    def page(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def entry(self, key: str, language: str = "fi") -> dict[str, object]:
        found: dict[str, object] = json.loads(self.page("ledger.json"))["documents"][key]["versions"][language]
        return found


@pytest.fixture
def web(desk: Desk) -> Web:
    """Begin with a first release."""
    desk.begin("folder")
    return Web(desk)


def source(title: str = "Juttu", body: str = "Salainen merkkijono.", **front: str) -> dict[str, str]:
    return {"news/juttu.fi.md": news(title, body, **front)}


def test_moved_document_leaves_a_redirect(web: Web) -> None:
    web.release("2031-06-02", **source(slug="uusi-paikka"))
    page = web.page(JUTTU)
    assert '<html lang="fi">' in page
    assert '<meta http-equiv="refresh" content="0; url=../../uutiset/uusi-paikka/">' in page
    assert '<link rel="canonical" href="https://example.org/koe/uutiset/uusi-paikka/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../../uutiset/uusi-paikka/">Juttu</a>' in page
    assert "Tämä sivu on siirtynyt" in page
    assert "Salainen merkkijono." not in page
    assert web.entry("juttu")["addresses"] == ["/uutiset/uusi-paikka/", "/uutiset/juttu/"]
    web.release("2031-06-03", **source(slug="kolmas"))
    assert "url=../../uutiset/kolmas/" in web.page(JUTTU)
    assert "url=../../uutiset/kolmas/" in web.page("uutiset/uusi-paikka/index.html")
    web.release("2031-06-04", **source())
    assert "Salainen merkkijono." in web.page(JUTTU)
    assert web.entry("juttu")["addresses"] == ["/uutiset/juttu/", "/uutiset/kolmas/", "/uutiset/uusi-paikka/"]
    assert web.entry("juttu")["published"] == "2031-06-01"


def test_whoever_follows_a_project_that_moves_goes_on_doing_so(web: Web) -> None:
    """Programs that read feeds and calendars follow no redirect of HTML: the files stay where they have stood."""
    meeting = news(meeting="{kind: notes, name: Ryhmä, sessions: [{start: 2031-08-14T10:00}]}", title="Kokous")
    meeting = meeting.replace("\n\n", "\n\n**Päätös:** Kysely lähetetään.\n\n", 1)
    hanke = "---\ntitle: {}\n---\n\nHankkeen esittely.\n"
    web.release(**{"meetings/kokous.fi.md": meeting})
    said = web.release(
        "2031-06-02",
        **{"projects/hanke.fi.md": hanke.format("Uusi nimi")},
        **{"meetings/kokous.fi.md": meeting.replace("title: Kokous", "title: Istunto")},
    )
    parts = ("", "uutiset/", "kokoukset/", "toimenpiteet/")
    for part in parts:
        assert f"> /hankkeet/koehanke/{part} leads to /hankkeet/uusi-nimi/{part}\n" in said
        assert f"hankkeet/uusi-nimi/{part}" in web.page(f"hankkeet/koehanke/{part}index.html").split("</head>")[0]
    assert "nothing stands at this address" not in said
    files = files_of(web.root)
    for name in ("feed.rss", "feed.atom", "feed.json", "kalenteri.ics"):
        assert files[f"hankkeet/koehanke/{name}"] == files[f"hankkeet/uusi-nimi/{name}"]
    assert b"https://example.org/koe/hankkeet/uusi-nimi/feed.rss" in files["hankkeet/koehanke/feed.rss"]
    assert files["kokoukset/kokous/kalenteri.ics"] == files["kokoukset/istunto/kalenteri.ics"]
    mentions = {path for path, data in files.items() if b"/hankkeet/koehanke/feed" in data}
    assert not mentions
    code, said = web.desk.run("rollback", "--yes", "--to", str(web.root), now="2031-06-03T09:00")
    assert code == 0, said
    files = files_of(web.root)
    assert files["hankkeet/uusi-nimi/feed.rss"] == files["hankkeet/koehanke/feed.rss"]
    assert b"<title>Koesivusto: Koehanke" in files["hankkeet/uusi-nimi/feed.rss"]
    taken = {"projects/toinen.fi.md": hanke.format("Koehanke"), "projects/toinen.sv.md": hanke.format("Annat")}
    web.desk.write(**taken)
    code, said = web.desk.publish("--resume", "--to", str(web.root), now="2031-06-04")
    assert code == 0, said
    files = files_of(web.root)
    assert files["hankkeet/koehanke/feed.rss"] != files["hankkeet/uusi-nimi/feed.rss"]
    assert "hankkeet/koehanke/uutiset/index.html" not in files


def test_section_that_is_renamed_leaves_redirects(web: Web) -> None:
    site = (web.desk.content / "site.yaml").read_text() + "sections: {fi: {news: ajankohtaista}}\n"
    web.release(**{"site.yaml": site})
    assert "url=../../ajankohtaista/juttu/" in web.page(JUTTU)


def test_redirects_are_in_their_language_and_in_no_list(web: Web) -> None:
    text = news("Nyhet", "Text.")
    web.release(**{"news/juttu.sv.md": text})
    web.release(**{"news/juttu.sv.md": news("Nyhet", "Text.", slug="ny-plats")})
    page = web.page("sv/nyheter/nyhet/index.html")
    assert '<html lang="sv">' in page
    assert "Den här sidan har flyttats" in page
    mentions = [path for path, data in files_of(web.root).items() if b"nyheter/nyhet/" in data]
    assert sorted(mentions) == ["ledger.json", "sv/nyheter/nyhet/index.html"]


def test_aliases_are_redirects(web: Web) -> None:
    web.release(**source(aliases="[/vanha/osoite/, /vanha.html, /vanha, /vanha.php, '//kaksi//viivaa', /%C3%A4/]"))
    for folder in ("vanha/osoite", "vanha", "vanha.php", "kaksi/viivaa"):
        assert "uutiset/juttu/" in web.page(f"{folder}/index.html"), folder
    assert 'url=uutiset/juttu/"' in web.page("vanha.html")
    assert "url=../uutiset/juttu/" in web.page("ä/index.html")
    assert web.entry("juttu")["addresses"] == ["/uutiset/juttu/"]
    web.release(**source())
    assert not (web.root / "vanha.html").exists()


def test_alias_where_something_is(web: Web) -> None:
    taken = ("/tilaa/", "/TILAA/", "/", "/feed.rss", "/uutiset/toinen/")
    sources = {
        f"news/{number}.fi.md": news(f"Uutinen {number}", aliases=f"[{one}]") for number, one in enumerate(taken)
    }
    web.desk.write(**sources, **{"news/toinen.fi.md": news("Toinen")})
    code, said = web.desk.publish("--to", str(web.root))
    assert code == 1
    for file in sources:
        assert f"content/{file}:5:11: error ADR001 [address-collision]" in said


WAYS_TO_GO = ({"status": "withdrawn"}, {"status": "draft"}, {"expires": "2031-06-01"}, None)


def test_withdrawn_document_leaves_a_notice(web: Web) -> None:
    def sources(way: int, **front: str) -> dict[str, str]:
        return {f"news/way-{way}.fi.md": news(f"Asia {way}", "Salainen merkkijono.", **front)}

    everything = {file: text for way in range(len(WAYS_TO_GO)) for file, text in sources(way).items()}
    web.release(**everything)
    for way, front in enumerate(WAYS_TO_GO):
        web.desk.write(**(sources(way, **front) if front else dict.fromkeys(sources(way), "")))
    web.release("2031-06-05")
    for way in range(len(WAYS_TO_GO)):
        page = web.page(f"uutiset/asia-{way}/index.html")
        assert '<html lang="fi">' in page
        assert "Tämä sivu on poistettu" in page
        assert '<meta name="robots" content="noindex">' in page
        assert '<a href="../../uutiset/">Uutiset</a>' in page
        assert '<a href="../../sv/nyheter/"' in page
        assert "Endast på finska" not in page
        assert 'rel="alternate" hreflang' not in page
        assert web.entry(f"way-{way}")["withdrawn"] == "2031-06-05"
    for path, data in files_of(web.root).items():
        assert b"Salainen" not in data, path
        assert b">Asia " not in data, path
    said = web.release("2031-06-06")
    assert "No changes." in said
    web.release("2031-06-07", **everything)
    for way in range(len(WAYS_TO_GO)):
        assert "Salainen merkkijono." in web.page(f"uutiset/asia-{way}/index.html")
        assert "withdrawn" not in web.entry(f"way-{way}")
        assert web.entry(f"way-{way}")["published"] == "2031-06-01"


def test_notice_at_every_address_it_had(web: Web) -> None:
    web.release(**source(slug="toinen"))
    web.release(**{"news/juttu.fi.md": ""})
    for path in (JUTTU, "uutiset/toinen/index.html"):
        assert "Tämä sivu on poistettu" in web.page(path)


def test_withdrawn_page_points_to_the_front_page(web: Web) -> None:
    web.release(**{"pages/tietoa.sv.md": "---\ntitle: Om\n---\n\nText.\n"})
    web.release(**{"pages/tietoa.sv.md": ""})
    page = web.page("sv/om/index.html")
    assert "Den här sidan har tagits bort" in page
    assert '<a href="../../sv/">Startsida</a>' in page


def test_what_never_was_published_leaves_nothing(web: Web) -> None:
    web.release(**{"news/luonnos.fi.md": news("Salainen luonnos", "Salaista.", status="draft", aliases="[/salainen/]")})
    web.release(**{"news/luonnos.fi.md": news("Salainen luonnos", "Salaista.", status="withdrawn")})
    web.release(**{"news/luonnos.fi.md": ""})
    for path, data in files_of(web.root).items():
        assert b"alai" not in data or b"luonnos" not in data, path
        assert "luonnos" not in path
        assert "salainen" not in path
    assert "luonnos" not in web.page("ledger.json")


def test_address_that_another_takes(web: Web) -> None:
    said = web.release("2031-06-02", **{"news/juttu.fi.md": "", "news/uusi.fi.md": news("Juttu", "Toinen teksti.")})
    assert "warning LED003 [reused-address]" in said
    assert "add the line id: juttu to its front matter" in said
    assert "Toinen teksti." in web.page(JUTTU)
    assert web.entry("juttu")["addresses"] == []
    assert web.entry("uusi")["addresses"] == ["/uutiset/juttu/"]
    assert "LED003" not in web.release("2031-06-03")


def test_renamed_file_with_its_old_id_is_the_same_document(web: Web) -> None:
    said = web.release(**{"news/juttu.fi.md": "", "news/uusi-nimi.fi.md": news("Juttu", "Vanha teksti.", id="juttu")})
    assert "No changes." in said


@pytest.mark.parametrize("was_withdrawn", [True, False])
def test_key_does_not_return_as_another_type(web: Web, was_withdrawn: bool) -> None:
    if was_withdrawn:
        web.release(**{"news/juttu.fi.md": ""})
    web.desk.write(**{"news/juttu.fi.md": "x", "pages/juttu.fi.md": "---\ntitle: Sivu\n---\n\nTeksti.\n"})
    (web.desk.content / "news" / "juttu.fi.md").unlink()
    code, said = web.desk.publish("--to", str(web.root))
    assert code == 1
    assert "content/pages/juttu.fi.md:1:1: error LED002 [changed-identity]" in said
    assert "it was a news item then. Now it would be a page." in said


def test_block_ids_keep_their_meaning(web: Web) -> None:
    web.desk.write(**{"news/juttu.fi.md": "", "blocks.yaml": "blocks:\n  juttu: {kind: latest, project: hanke}\n"})
    code, said = web.desk.publish("--to", str(web.root))
    assert code == 1
    assert "content/blocks.yaml:2:3: error LED002 [changed-identity]" in said
    assert "it was a news item then. Now it would be a block of the kind latest." in said


def test_history_of_blocks_grows(web: Web) -> None:
    def history(profile: str = "basic") -> list[dict[str, str]]:
        blocks = json.loads(web.page("ledger.json"))["blocks"]
        assert blocks["juttu"]["kind"] == "document"
        states: list[dict[str, str]] = blocks["juttu"]["versions"]["fi"][profile]
        return states

    def v() -> str:
        found = re.search("v=([0-9a-f]{12})", web.page("blocks/juttu/fi.basic.html"))
        assert found
        return found[1]

    first = v()
    sentences = history()[-1]["sentences"]
    assert history() == [{"v": first, "date": "2031-06-01", "sentences": sentences}]
    profiles = "defaults: {profiles: [basic, full]}\n"
    web.release("2031-06-02", **{"news/muu.fi.md": news("Muu"), "blocks.yaml": profiles})
    assert history("full") == [{"v": first, "date": "2031-06-02"}]
    assert history() == [{"v": first, "date": "2031-06-01", "sentences": sentences}]
    web.release("2031-06-03", **source())
    second = v()
    assert history()[0] == {"v": first, "date": "2031-06-01"}
    assert (history()[1]["v"], history()[1]["date"]) == (second, "2031-06-03")
    manifest = json.loads(web.page("blocks/manifest.json"))
    block = next(one for one in manifest["blocks"] if one["id"] == "juttu")
    basic = block["languages"]["fi"]["profiles"]["basic"]
    assert basic["v"] == second
    assert basic["earlier"] == [{"v": first, "date": "2031-06-01"}]
    web.release("2031-06-04", **{"news/juttu.fi.md": ""})
    assert history() == [{"v": first, "date": "2031-06-01"}, {"v": second, "date": "2031-06-03"}]


def test_ids_of_feeds_outlive_the_sites_address(web: Web) -> None:
    site = (web.desk.content / "site.yaml").read_text().replace("example.org/koe", "hankkeet.example.fi")
    web.release(**{"site.yaml": site})
    assert web.entry("juttu")["id"] == "tag:example.org,2026:juttu/fi"
    assert ">tag:example.org,2026:juttu/fi</guid>" in web.page("feed.rss")


def test_what_is_no_release_writes_no_ledger(web: Web, tmp_path: Path) -> None:
    from plugins.engine import command

    for ledger in (None, web.root / "ledger.json"):
        given = command.Options(
            web.desk.content, tmp_path / "output", web.desk.cache, None, "en", "2031-07-01", "text", ledger
        )
        assert command.build(given) == 0
        assert {"ledger.json", "ledger.schema.json"} == files_of(web.root).keys() - files_of(tmp_path / "output").keys()


def test_same_content_ledger_and_date_give_the_same_bytes(web: Web, tmp_path: Path) -> None:
    from plugins.engine import command

    web.release(**source(slug="muu"), **{"news/toinen.fi.md": news("Toinen")})
    for name, date in (("yksi", "2031-06-30"), ("kaksi", "2031-06-30"), ("heinä", "2031-07-01")):
        cache = tmp_path / f"{name}-cache"
        if name != "yksi":
            warm(cache)
        given = command.Options(web.desk.content, tmp_path / "output", cache, None, "en", date, "text")
        assert command.release(given, tmp_path / name, web.root / "ledger.json") == 0
    assert files_of(tmp_path / "yksi") == files_of(tmp_path / "kaksi")
    assert files_of(tmp_path / "yksi") == files_of(web.root)
    later = files_of(tmp_path / "heinä")  # another month, and the contact for security expires later: nothing else
    contact = {".well-known/security.txt": later[".well-known/security.txt"]}
    assert b"\nExpires: 2032-06-01T00:00:00Z\n" in contact[".well-known/security.txt"]
    assert later == files_of(web.root) | contact


def test_fragment_goes_along_to_the_new_address(web: Web, browser: Browser) -> None:
    """A link to a heading of a page that has moved leads to that heading, where scripts are allowed."""
    web.release("2031-06-02", **source(slug="uusi-paikka", body="Alku.\n\n## Kohta\n\nTeksti."))
    handler = partial(SimpleHTTPRequestHandler, directory=str(web.root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/uutiset/juttu/#kohta")
        page.wait_for_url("**/uutiset/uusi-paikka/#kohta")
        page.goto(f"http://127.0.0.1:{server.server_port}/uutiset/juttu/")
        page.wait_for_url("**/uutiset/uusi-paikka/")
        page.close()
        server.shutdown()


def test_language_that_the_site_gives_up(web: Web) -> None:
    """Its addresses lead to the document in the default language, or say that it is gone."""
    web.release(**{"news/juttu.sv.md": news("Nyhet", "Text."), "news/ensam.sv.md": news("Ensam", "Text.")})
    site = (web.desk.content / "site.yaml").read_text().replace("languages: [fi, sv]", "languages: [fi]")
    sources = {path.relative_to(web.desk.content).as_posix(): "" for path in web.desk.content.rglob("*.sv.md")}
    web.release("2031-06-02", **{"site.yaml": site}, **sources)
    assert "url=../../../uutiset/juttu/" in web.page("sv/nyheter/nyhet/index.html")
    assert "Tämä sivu on poistettu" in web.page("sv/nyheter/ensam/index.html")
    assert "url=../../../hankkeet/koehanke/" in web.page("sv/projekt/provprojekt/index.html")
    both = site.replace("languages: [fi]", "languages: [fi, sv]")
    web.release("2031-06-03", **{"site.yaml": both, "news/ensam.sv.md": news("Ensam", "Text.")})
    assert "Text." in web.page("sv/nyheter/ensam/index.html")
    assert "Den här sidan har tagits bort" in web.page("sv/nyheter/nyhet/index.html")
