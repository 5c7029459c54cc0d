"""A made-up corpus: N posts in each of two languages, the same text for every program, each in its own format."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORDS = {
    "fi": (
        "kirjasto aineisto osaaminen hanke kysely tulos kokous asiakas palvelu verkko sanomalehti pilotti "
        "kunta kehittäminen valtakunnallinen yhteistyö tiedonhaku lukeminen näyttely tapahtuma ohjaus "
        "koulutus ja on sekä kun että myös vielä nyt ensi viime uusi hyvä suuri pieni yhteinen avoin "
        "digitoitu alueellinen"
    ).split(),
    "sv": (
        "bibliotek material kompetens projekt enkät resultat möte kund tjänst nät tidning pilot kommun "
        "utveckling riksomfattande samarbete informationssökning läsning utställning evenemang handledning "
        "utbildning och är samt när att också ännu nu nästa förra ny god stor liten gemensam öppen "
        "digitaliserad regional"
    ).split(),
}
SECTIONS = {"fi": "Taustaa", "sv": "Bakgrund"}


@dataclass(frozen=True, slots=True)
class Post:
    """A post in one language."""

    number: int
    language: str
    title: str
    date: str
    body: str

    @property
    def key(self) -> str:
        """The name that both languages share."""
        return f"{self.date}-juttu-{self.number}"

    @property
    def tag(self) -> str:
        """One of twenty tags; no number at its end, which plain Pelican would take for a page's."""
        return f"aihe {chr(97 + self.number % 20)}"


def posts(count: int) -> Iterator[Post]:
    """Make `count` posts in each language, 250 to 900 words each; always the same ones."""
    for number in range(count):
        date = f"{2010 + number % 16}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        for language in ("fi", "sv"):
            chance = random.Random(number)
            title = f"{_sentence(chance, language, 5).rstrip('.')} {number}"
            yield Post(number, language, title, date, _body(chance, language))


def _sentence(chance: random.Random, language: str, words: int) -> str:
    return " ".join(chance.choices(WORDS[language], k=words)).capitalize() + "."


def _paragraph(chance: random.Random, language: str, words: int) -> str:
    sentences = [_sentence(chance, language, chance.randint(6, 16)) for _ in range(max(1, words // 11))]
    sentences[0] = f"**{sentences[0]}**"
    if len(sentences) > 2:
        sentences[2] = f"[{sentences[2].rstrip('.')}](https://example.com/{chance.randint(1, 999)})."
    return " ".join(sentences)


def _body(chance: random.Random, language: str) -> str:
    wanted = chance.randint(250, 900)
    parts: list[str] = []
    written = 0
    while written < wanted:
        parts.append(f"## {SECTIONS[language]} {len(parts)}\n\n{_paragraph(chance, language, 80)}")
        parts.append(_paragraph(chance, language, 60))
        parts.append("\n".join(f"- {_sentence(chance, language, 8)}" for _ in range(3)))
        written += 170
    return "\n\n".join(parts) + "\n"


def write_for_kaiku(folder: Path, count: int) -> Path:
    """Write the corpus as Kaiku's content; give the file that an edit changes."""
    (folder / "news").mkdir(parents=True)
    (folder / "projects").mkdir()
    (folder / "site.yaml").write_text(
        "name: {fi: Koe, sv: Prov}\nbase_url: https://example.org/\nlanguages: [fi, sv]\n", encoding="utf-8"
    )
    for language in ("fi", "sv"):
        project = "---\ntitle: Koehanke\nslug: koe\n---\n\nTeksti.\n"
        (folder / "projects" / f"koe.{language}.md").write_text(project, encoding="utf-8")
    path = folder
    for post in posts(count):
        front = f"---\ntitle: {post.title}\ndate: {post.date}\nproject: koe\ntags: [{post.tag}]\n---\n\n"
        path = folder / "news" / f"{post.key}.{post.language}.md"
        path.write_text(front + post.body, encoding="utf-8")
    return path


def write_for_pelican(folder: Path, count: int) -> Path:
    """Write the corpus as plain Pelican's content; give the file that an edit changes."""
    folder.mkdir(parents=True)
    path = folder
    for post in posts(count):
        front = (
            f"Title: {post.title}\nDate: {post.date}\nCategory: koe\nTags: {post.tag}\n"
            f"Slug: {post.key}\nLang: {post.language}\n\n"
        )
        path = folder / f"{post.key}.{post.language}.md"
        path.write_text(front + post.body, encoding="utf-8")
    return path
