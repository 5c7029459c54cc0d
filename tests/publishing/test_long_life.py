"""The long life of a site: after many rounds of everything that staff do, what was published once still means it."""

import json
import random
import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import feedparser
import icalendar
import pytest

from tests.publishing.places import WITHOUT_SEARCH, Desk, news

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')
BASE = "https://example.org"


class Life:
    """A site, its staff's whims, and all that its readers have ever been told."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.root = desk.folder / "www"
        self.chance = random.Random(seed)  # noqa: S311 - whims, not secrets
        self.day = 0
        self.count = 0
        self.texts: dict[str, dict[str, str]] = {}
        """Front matter by file."""
        self.gone: dict[str, dict[str, str]] = {}
        self.addresses: dict[str, tuple[str, str]] = {}
        """Every address at which a document has stood, and whose it was last."""
        self.ids: dict[str, str] = {}
        """Every id of a feed or calendar, and the document that it means."""
        self.owners: dict[tuple[str, str], str] = {}
        """Every document in a language, and its id."""
        self.done: dict[str, int] = {}

    @property
    def now(self) -> str:
        month, day = divmod(self.day, 28)
        return f"{2031 + month // 12}-{month % 12 + 1:02}-{day + 1:02}T12:00"

    # What staff do.

    def add(self) -> None:
        self.count += 1
        key = f"asia-{self.count}"
        kind = self.chance.choice(["news", "news", "meetings"])
        for language in self.chance.choice([("fi",), ("sv",), ("fi", "sv")]):
            self.texts[f"{kind}/{key}.{language}.md"] = self._front(key, kind)

    def _front(self, key: str, kind: str) -> dict[str, str]:
        front = {"title": f"Tunnus {key}", "date": "2031-01-01", "project": "hanke"}
        if kind == "meetings":
            front["meeting"] = f"{{kind: notes, name: Ryhmä {key}, sessions: [{{start: 2039-05-14T10:00}}]}}"
        return front

    def edit(self) -> None:
        self._some()["summary"] = f"Muutos {self.day}."

    def move(self) -> None:
        self._some()["slug"] = f"paikka-{self.chance.randrange(10**6)}"

    def move_back(self) -> None:
        self._some().pop("slug", None)

    def alias(self) -> None:
        self._some()["aliases"] = f"[/vanha/{self.chance.randrange(10**6)}/]"

    def withdraw(self) -> None:
        self._some()["status"] = self.chance.choice(["withdrawn", "draft"])

    def restore(self) -> None:
        self._some().pop("status", None)

    def expire(self) -> None:
        self._some()["expires"] = self.now[:10]

    def delete(self) -> None:
        path = self.chance.choice(sorted(self.texts))
        self.gone[path] = self.texts.pop(path)

    def bring_back(self) -> None:
        if self.gone:
            path = self.chance.choice(sorted(self.gone))
            front = self.gone.pop(path)
            if not self._is_there(self._key(path, front), path[-5:]):
                self.texts[path] = front

    def _is_there(self, key: str, ending: str) -> bool:
        return any(self._key(path, front) == key and path.endswith(ending) for path, front in self.texts.items())

    def rename(self) -> None:
        """Rename a document's files, and say so."""
        path = self.chance.choice(sorted(self.texts))
        stem = path.partition(".")[0]
        key = self._key(path, self.texts[path])
        self.count += 1
        for language in ("fi", "sv"):
            old = f"{stem}.{language}.md"
            if old in self.texts:
                self.texts[f"{stem.partition('/')[0]}/nimi-{self.count}.{language}.md"] = {
                    **self.texts.pop(old),
                    "id": key,
                }

    def translate(self) -> None:
        """Give a document its other language, or take one of two away."""
        path = self.chance.choice(sorted(self.texts))
        other = path.replace(".fi.", ".xx.").replace(".sv.", ".fi.").replace(".xx.", ".sv.")
        if other in self.texts:
            self.gone[other] = self.texts.pop(other)
        elif other not in self.gone and not self._is_there(self._key(path, self.texts[path]), other[-5:]):
            self.texts[other] = {
                key: text for key, text in self.texts[path].items() if key not in ("slug", "aliases", "status")
            }

    def _some(self) -> dict[str, str]:
        return self.texts[self.chance.choice(sorted(self.texts))]

    @staticmethod
    def _key(path: str, front: dict[str, str]) -> str:
        return front.get("id", path.partition("/")[2].partition(".")[0])

    def round(self) -> None:
        """Change a few things, publish, sometimes take it back, and look at everything."""
        whims = [self.add, self.edit, self.move, self.move_back, self.alias, self.withdraw, self.restore, self.expire]
        whims += [self.delete, self.bring_back, self.rename, self.translate]
        whims += [self.add] * 2  # a site grows: else half of what is done would befall the same few documents
        for _ in range(self.chance.randint(1, 4)):
            whim = self.chance.choice(whims) if len(self.texts) > 3 else self.add
            whim()
            self.done[whim.__name__] = self.done.get(whim.__name__, 0) + 1
        self.write()
        self.day += 1
        code, said = self.desk.publish("--resume", "--to", str(self.root), now=self.now)
        assert code == 0, said
        self.look()
        if self.day > 2 and self.chance.random() < 0.2:
            self.day += 1
            numbers = [
                one["number"]
                for one in json.loads(self.desk.apart("releases", "--to", str(self.root), "--format", "json")[1])
            ]
            words = self.chance.choice([[], [str(self.chance.choice(numbers))]])
            code, said = self.desk.run("rollback", *words, "--yes", "--to", str(self.root), now=self.now)
            assert code == 0 or "There is no earlier release" in said, said
            self.done["rollback"] = self.done.get("rollback", 0) + 1
            self.look()

    def write(self) -> None:
        for path in [*self.desk.content.glob("news/*"), *self.desk.content.glob("meetings/*")]:
            path.unlink()
        self.desk.write(**{path: news(body=f"Teksti {path}.", **front) for path, front in self.texts.items()})

    # What readers see.

    def look(self) -> None:
        ledger = json.loads((self.root / "ledger.json").read_bytes())["documents"]
        for key, document in ledger.items():
            for language, one in document["versions"].items():
                self._remember_id(one["id"], key, (key, language))
                if not one.get("withdrawn"):
                    self.addresses[one["addresses"][0]] = (key, language)
        for address, (key, language) in self.addresses.items():
            self._answers(address, ledger[key]["versions"][language], key)
        for path in self.root.rglob("*"):
            if path.suffix in (".rss", ".atom") and "blocks" not in path.parts:
                self._look_at_feed(path)
            elif path.suffix == ".ics":
                self._look_at_calendar(path)

    def _look_at_feed(self, path: Path) -> None:
        for item in feedparser.parse(path.read_bytes()).entries:
            self._remember_id(item.id, _named(item.title))

    def _look_at_calendar(self, path: Path) -> None:
        for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
            if str(event.get("STATUS", "")) != "CANCELLED":
                said = f"{event['SUMMARY']} {event.get('DESCRIPTION', '')}"
                self._remember_id(str(event["UID"]), _named(said))

    def _remember_id(self, known: str, key: str, owner: tuple[str, str] | None = None) -> None:
        assert self.ids.setdefault(known, key) == key, known
        if owner is not None:
            assert self.owners.setdefault(owner, known) == known, owner

    def _answers(self, address: str, known: dict[str, object], key: str) -> None:
        """A page is the document's own, leads to it in one step, or says that it is gone."""
        page = self._page(address)
        refresh = REFRESH.search(page)
        if refresh:
            target = unquote(urljoin(f"{BASE}{address}", refresh[1]).removeprefix(BASE))
            assert not known.get("withdrawn"), address
            assert target == known["addresses"][0], (address, target, known)  # type: ignore[index]
            page = self._page(target)
            assert not REFRESH.search(page), f"{address} leads to {target}, which leads on"
        elif known.get("withdrawn"):
            assert "Tämä sivu on poistettu" in page or "Den här sidan har tagits bort" in page, address
            assert f"Tunnus {key}" not in page
            return
        assert f"Tunnus {key}</h1>" in page, address

    def _page(self, address: str) -> str:
        file = self.root / address.removeprefix("/") / "index.html"
        assert file.is_file(), f"nothing answers at {address}"
        return file.read_text(encoding="utf-8")


def _named(text: str) -> str:
    found = re.search(r"asia-\d+|hanke", text)
    assert found is not None, text
    return found[0]


def lived(desk: Desk, rounds: int, seed: int) -> Life:
    for path in desk.content.rglob("*.md"):
        path.unlink()
    projects = {f"projects/hanke.{one}.md": "---\ntitle: Tunnus hanke\n---\n\nHanke.\n" for one in ("fi", "sv")}
    desk.write(**{"site.yaml": WITHOUT_SEARCH}, **projects)
    life = Life(desk, seed)
    for _ in range(rounds):
        life.round()
    return life


def test_four_rounds(desk: Desk) -> None:
    """Of a seed with which more befalls a site than in most lives of ten."""
    life = lived(desk, 4, 461)
    assert len(life.addresses) > 5
    assert {"add", "edit", "move", "withdraw", "rename", "translate", "rollback"} <= life.done.keys()


@pytest.mark.long
def test_a_hundred_rounds(desk: Desk) -> None:
    life = lived(desk, 100, 2131)
    assert len(life.addresses) > 60
    assert {"add", "edit", "move", "withdraw", "delete", "rename", "translate", "rollback"} <= life.done.keys()
    print(life.done, len(life.addresses), "addresses", len(life.ids), "ids")
