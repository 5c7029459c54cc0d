from pathlib import Path
from typing import Any

from plugins.core.contributions import Folders, Settings
from plugins.core.outputs import FileView, Kind
from plugins.listings.attachments import attachment_files
from plugins.listings.pages import OTHER_PAGES, document_pages
from plugins.listings.plugin import contribute
from tests.listings.builders import index, news, outputs, project, view


def test_ways_to_follow_are_listed_for_people() -> None:
    of = index(project("tekoaly", short="Tekoäly"), project("b", "sv"), news("n1"))
    page = view(of, "tilaa/")
    (everything,) = page.everything
    assert (everything.title, everything.href) == ("Kirjastohankkeet", "../feed.rss")
    assert everything.address == f"{of.site.base}feed.rss"
    assert [(one.text, one.href) for one in everything.others] == [
        ("Atom", "../feed.atom"), ("JSON Feed", "../feed.json"),
    ]  # fmt: skip
    assert [one.title for one in page.sections] == [
        "Uutiset",
        "Kokoukset",
        "Pilottien kuulumiset",
    ]
    assert [(one.title, one.href) for one in page.projects] == [("Tekoäly", "../hankkeet/tekoaly-fi/feed.rss")]
    assert view(of, "sv/prenumerera/", "sv").projects[0].href == "../../sv/projekt/b-sv/feed.rss"


def test_the_page_for_lost_readers_links_from_the_root() -> None:
    of = index(news("n1"))
    page = view(of, "sv/404.html", "sv")
    assert (page.shell.root, page.shell.home.href, page.shell.head.robots) == ("/", "/sv/", "noindex")
    assert [(one.text, one.href) for one in page.sections] == [("Nyheter", "/sv/nyheter/")]
    assert [(one.text, one.href, one.language) for one in page.others] == [("suomi", "/", "fi")]
    assert [one.href for one in page.shell.head.feeds][::3] == ["/sv/feed.rss", "/feed.rss"]
    assert "404.html" in outputs(of)


def test_the_room_offers_pages_and_files() -> None:
    here = Path()
    has = contribute(Settings(Folders(here, here, here, here)))
    assert has.version_outlets == (document_pages,)
    assert has.outlets[len(OTHER_PAGES) :] == (attachment_files,)

    class Files:
        def file(self, path: str) -> bytes:
            return path.encode()

    materials: Any = Files()
    kind = has.kinds["file"]
    assert isinstance(kind, Kind)
    assert kind.render(FileView("files/x.pdf", "digest"), materials).data == b"files/x.pdf"
