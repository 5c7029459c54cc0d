"""docs/hosting.md is kept true: its configuration runs, its scripts move a site, its headers are sent."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
import yaml

from tests.publishing.faults import FolderReaders, Readers, polling
from tests.publishing.hosts import Host, Nginx, fenced
from tests.publishing.places import WITHOUT_SEARCH, Desk, files_of, git, news, write
from tests.systems import linux

pytestmark = linux

ROOT = Path(__file__).parents[2]
ASKED = WITHOUT_SEARCH + "publish: {compress: [gz, br], redirects: [nginx, netlify]}\n"


def item(text: str, **front: str) -> dict[str, str]:
    return {"news/juttu.fi.md": news("Juttu", text, aliases="[/vanha/]", **front)}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Publish a site in which something then moves. A test may publish again, but nothing moves any more."""
    desk, long = Desk(tmp_path_factory.mktemp("shop")), "Pitkä teksti, jota kannattaa pakata. " * 100
    (desk.folder / "www").mkdir()
    for sources in (item(long), item(long, slug="uusi")):
        desk.write(**{"site.yaml": ASKED, **sources})
        assert desk.publish("--to", str(desk.folder / "www" / "koe"))[0] == 0
    return desk


@pytest.fixture(scope="module")
def host(shop: Desk) -> Iterator[Host]:
    """A server of that site."""
    with Nginx(shop.folder / "nginx", shop.folder / "www", "koe").running() as running:
        yield running


def test_unchanged_texts_are_not_compressed_again(host: Host, shop: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: data for path, data in files_of(host.root).items() if path.endswith((".gz", ".br"))}
    assert before
    packers = dict.fromkeys(("gz", "br"), Mock(side_effect=AssertionError("compressed again")))
    monkeypatch.setattr("plugins.publishing.companions._PACKERS", packers)
    assert shop.publish("--to", str(host.root / "koe"))[0] == 0
    assert before.items() <= files_of(host.root).items()


def test_redirects(host: Host) -> None:
    for old in ("/koe/uutiset/juttu/", "/koe/vanha/"):
        status, headers, _ = host.get(old)
        assert (status, headers["location"]) == (301, "/koe/uutiset/uusi/")
        assert host.get(headers["location"])[0] == 200
        assert b'http-equiv="refresh"' in (host.root / old.strip("/") / "index.html").read_bytes()
    assert (host.root / "koe/_redirects").read_text().splitlines() == [
        "/koe/uutiset/juttu/ /koe/uutiset/uusi/ 301",
        "/koe/vanha/ /koe/uutiset/uusi/ 301",
    ]


class WebReaders(Readers):
    """Readers who ask a server."""

    def __init__(self, host: Host, pages: tuple[str, ...]) -> None:
        super().__init__(pages)
        self.host = host

    def read(self, path: str) -> bytes:
        status, _, body = self.host.get(path)
        if status != 200:
            raise OSError(status)
        return body


def test_readers_of_the_server_while_it_is_published(host: Host, shop: Desk) -> None:
    readers = WebReaders(host, ("/koe/", "/koe/uutiset/uusi/", "/koe/feed.rss"))
    whole = set()
    with polling(readers):
        for number in range(2):
            whole |= {(page, host.get(page)[2]) for page in readers.pages}
            shop.write(**item(f"Versio {number}.", slug="uusi"))
            assert shop.publish("--to", str(host.root / "koe"))[0] == 0
        whole |= {(page, host.get(page)[2]) for page in readers.pages}
    assert readers.missing == []
    assert readers.unknown(whole) == set()
    assert readers.looks > 20


def test_contact_for_security_is_sent_and_the_servers_own_stay(desk: Desk) -> None:
    root = desk.folder / "www"
    desk.begin("folder")
    contact = (root / ".well-known" / "security.txt").read_text()
    write(root, {".well-known/acme-challenge/x": "y", ".htaccess": "Options -Indexes\n"})
    assert "No changes." in desk.publish("--to", str(root))[1]
    desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    assert desk.publish("--to", str(root))[0] == 0
    assert (root / ".well-known" / "security.txt").read_text() == contact
    assert (root / ".well-known" / "acme-challenge" / "x").read_text() == "y"
    assert (root / ".htaccess").is_file()
    assert desk.run("rollback", "--yes", "--to", str(root))[0] == 0
    assert (root / ".well-known" / "security.txt").read_text() == contact


def test_without_being_asked_there_is_nothing_beside(desk: Desk) -> None:
    desk.begin("folder")
    names = [path.name for path in (desk.folder / "www").rglob("*")]
    assert not any(name.endswith((".gz", ".br", ".map")) or name == "_redirects" for name in names)


def test_gitlab_job() -> None:
    job = yaml.safe_load(fenced("yaml gitlab"))["pages"]
    assert job["artifacts"] == {"paths": ["public"]}
    assert 'CI_COMMIT_BRANCH == "gh-pages"' in job["rules"][0]["if"]


def test_gitlab_job_hands_the_branch_over(desk: Desk) -> None:
    desk.begin()
    git(desk.folder, "clone", "--quiet", "--branch=gh-pages", str(desk.remote), "job")
    steps = yaml.safe_load(fenced("yaml gitlab"))["pages"]["script"]
    subprocess.run(["sh", "-euc", "\n".join(steps)], cwd=desk.folder / "job", check=True)
    handed = files_of(desk.folder / "job" / "public")
    assert handed == desk.published()


def test_rsync_in_two_steps(desk: Desk) -> None:
    site, server = desk.folder / "www", desk.folder / "server"
    desk.begin("folder")
    moved(site, server)
    for text in ("Uusi teksti.", "Kolmas teksti."):
        desk.write(**{"news/juttu.fi.md": news("Juttu", text)})
        assert desk.publish("--to", str(site))[0] == 0
        readers = FolderReaders(server / "current", ("index.html", "uutiset/juttu/index.html"))
        with polling(readers):
            moved(site, server)
        assert readers.missing == []
        assert files_of(Path(os.path.realpath(server / "current"))) == files_of(site)
    releases = sorted((server / "releases").iterdir())
    assert len(releases) == 3
    assert os.path.samefile(releases[0] / "robots.txt", releases[2] / "robots.txt")


def moved(site: Path, server: Path) -> None:
    subprocess.run(["sh", "-c", fenced("sh rsync"), "rsync", str(site), str(server)], check=True)


def test_hourly_script(desk: Desk) -> None:
    """It fetches, publishes, is quiet when all is well, and tells what is not."""
    git(desk.content, "add", ".")
    git(desk.content, "commit", "--quiet", "-m", "Sisältö")
    git(desk.content, "push", "--quiet", "origin", "main")
    git(desk.folder, "clone", "--quiet", "--branch=main", str(desk.remote), "server")
    server, root = desk.folder / "server", desk.folder / "www"
    program = server / "kaiku"
    options = f'--content "{server}/content" --cache "{desk.cache}" --now 2031-06-01 --lang fi'
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT}/tasks.py" "$@" {options}\n')
    program.chmod(0o755)
    line = [str(ROOT / "docs/hosting/kaiku-hourly"), str(server), "main", "--to", str(root)]
    first = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
    assert b"Vanha teksti." in files_of(root)["uutiset/juttu/index.html"]
    desk.write(**{"news/juttu.fi.md": news("Juttu", "[linkki](ei-ole.fi.md)")})
    git(desk.content, "commit", "--quiet", "-am", "Virhe")
    git(desk.content, "push", "--quiet", "origin", "main")
    second = subprocess.run(line, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert re.search(r"LNK001", second.stdout)
    assert b"Vanha teksti." in files_of(root)["uutiset/juttu/index.html"]
