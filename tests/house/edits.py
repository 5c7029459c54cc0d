"""Random edits of a small site, in every way in which staff change one; the same seed gives the same edits."""

import random
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from tests.images import originals
from tests.sites import write

KINDS = ("news", "meetings", "pilots")
FIRST = datetime(2031, 5, 1, 12)  # noqa: DTZ001 - local time, as --now takes it
WORDS = (
    "kysely aineisto hanke tulos lukija kunta verkko ohje 14.–30.6. 'sana' \"lainaus\" a--b **vahva** `koodi`".split()
)
FACTS = {
    "news": "",
    "meetings": "meeting:\n  kind: {kind}\n  name: Ryhmä {word}\n  sessions:\n    - {{start: 2031-0{month}-04T10:00}}\n"
    "  present: [Nimi {word}]\n",
    "pilots": "pilot:\n  libraries: [Kirjasto {word}]\n  phase: {phase}\n"
    "  figures: [{{label: Vastauksia, value: {number}}}]\n",
}
BLOCKS = (
    "uusimmat: {{kind: latest, project: hanke, types: [news, pilots], limit: {limit}}}",
    "esittely: {{kind: project, project: hanke}}",
    "yhteydet: {{kind: contacts, project: toinen}}",
    "aikajana: {{kind: timeline, project: hanke}}",
    "kokoukset: {{kind: meetings, project: toinen}}",
    "luvut: {{kind: figures, project: hanke}}",
)


class Editor:
    """Somebody who edits the content of one site; `now` moves on too."""

    def __init__(self, content: Path, seed: int) -> None:
        """Write the site as it is at first."""
        self.content = content
        self.chance = random.Random(seed)  # noqa: S311 - it is to be repeated
        self.now = FIRST
        self.write_settings()
        for key in ("hanke", "toinen"):
            for language in ("fi", "sv"):
                self._write_project(key, language)
        for _ in range(8):
            self.add_text()

    def edit(self) -> str:
        """Make one edit; give what it was."""
        edits: tuple[tuple[int, Callable[[], object]], ...] = (
            (6, self.rewrite), (4, self.change_field), (3, self.add_text), (2, self.remove_text), (2, self.rename),
            (2, self.edit_project), (2, self.write_settings), (2, self.write_blocks), (1, self.write_placements),
            (2, self.put_picture), (1, self.remove_file), (1, self.put_attachment), (1, self.let_time_pass),
        )  # fmt: skip
        chosen = self.chance.choices([one for _, one in edits], [weight for weight, _ in edits])[0]
        return f"{chosen.__name__}: {chosen()}"

    def rewrite(self) -> object:
        """Write another body under the same front matter."""
        if (path := self._text()) is None:
            return self.add_text()
        front = path.read_text("utf-8").split("---\n", 2)[1]
        path.write_text(f"---\n{front}---\n\n{self._body(path)}", "utf-8")
        return path.name

    def change_field(self) -> object:
        """Set, change or take away a field of the front matter."""
        if (path := self._text()) is None:
            return self.add_text()
        day = (self.now + timedelta(days=self.chance.randint(-20, 20))).date()
        number = self.chance.randrange(4)
        field = self.chance.choice((
            f"title: Otsikko {number}", f"tags: [aihe {number}, kysely]", f"date: {day}", f"expires: {day}",
            f"updated: {day}", f"slug: osoite-{number}", f"summary: Tiivistelmä {number}.", "status: draft",
            "status: withdrawn", "status: published", "project: toinen", "project: [hanke, toinen]",
            f"aliases: [/vanha/{number}/]",
        ))  # fmt: skip
        name = field.partition(":")[0]
        front, body = path.read_text("utf-8").split("---\n", 2)[1:]
        lines = [line for line in front.splitlines() if not line.startswith(f"{name}:")]
        if name in {"title", "date", "project"} or self.chance.random() < 0.7:
            lines.insert(0, field)
        path.write_text("---\n" + "\n".join(lines) + f"\n---\n{body}", "utf-8")
        return f"{path.name} {field}"

    def add_text(self) -> object:
        """Write a version of a document, which may be there already."""
        kind, number = self.chance.choice(KINDS), self.chance.randrange(6)
        path = self.content / kind / f"{kind}-{number}.{self.chance.choice(('fi', 'fi', 'sv'))}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        # Facts that differ between the languages of a document would be errors.
        facts = FACTS[kind].format(
            kind=("notes", "minutes")[number % 2], word="abcdef"[number], month=number + 3,
            phase=("running", "ended")[number % 2], number=number,
        )  # fmt: skip
        front = (
            f"title: {kind.title()} {number} {self.chance.randrange(9)}\ndate: 2031-04-{number + 10}\nproject: hanke\n"
        )
        path.write_text(f"---\n{front}{facts}---\n\n{self._body(path)}", "utf-8")
        return path.name

    def remove_text(self) -> object:
        """Take a version away."""
        if path := self._text():
            path.unlink()
        return path

    def rename(self) -> object:
        """Give the files of a document another KEY, with or without its old identity."""
        if (path := self._text()) is None:
            return self.add_text()
        old, language = path.name.split(".")[:2]
        new = path.with_name(f"{old[:12]}-x{self.chance.randrange(3)}.{language}.md")
        text = path.read_text("utf-8")
        if self.chance.random() < 0.5 and "\nid:" not in text:
            text = text.replace("---\n", f"---\nid: {old}\n", 1)
        path.unlink()
        new.write_text(text, "utf-8")
        return f"{path.name} {new.name}"

    def edit_project(self) -> object:
        """Change a project's page in one language."""
        return self._write_project(self.chance.choice(("hanke", "toinen")), self.chance.choice(("fi", "sv")))

    def _write_project(self, key: str, language: str) -> object:
        number = self.chance.randrange(4)
        phase = self.chance.choice(("running", "ended"))
        text = (
            f"---\ntitle: {key.title()} {number}\nshort: {key} {number % 2}\nphase: {phase}\n"
            f"contacts: [{{name: Nimi {number}, role: Rooli, email: nimi{number}@example.org}}]\n"
            f"milestones: [{{date: 2031-0{number + 4}-10, text: Vaihe {number}}}]\n---\n\nHankkeen {number} esittely.\n"
        )
        write(self.content, {f"projects/{key}.{language}.md": text})
        return f"{key}.{language} {number}"

    def write_settings(self) -> object:
        """Change the site itself."""
        number = self.chance.randrange(3)
        languages = self.chance.choice(("[fi, sv]", "[fi, sv]", "[fi, sv]", "[fi, sv, en]"))
        policy = self.chance.choice(("notice", "hide"))
        text = (
            f"name: {{fi: Koesivusto {number}, sv: Provplats {number}}}\nbase_url: https://example.org/koe/\n"
            f"languages: {languages}\nuntranslated: {{news: {policy}, projects: notice}}\n"
            f"feeds: {{items: {number + 2}}}\ntagline: {{fi: Alaotsikko {number}, sv: Underrubrik}}\n"
        )
        if self.chance.random() < 0.3:
            text += "sections: {fi: {news: ajankohtaista}}\n"
        write(self.content, {"site.yaml": text})
        return f"{number} {languages} {policy}"

    def write_blocks(self) -> object:
        """Ask for other blocks, in other forms."""
        some = self.chance.sample(BLOCKS, self.chance.randint(0, len(BLOCKS)))
        lines = [f"  {one.format(limit=self.chance.randint(1, 4))}" for one in some]
        profiles = self.chance.choice(("[basic]", "[basic, restricted, full]", "[full]"))
        blocks = "blocks:\n" + "\n".join(lines) if lines else "blocks: {}"
        defaults = f"defaults: {{level: {self.chance.randint(2, 4)}, profiles: {profiles}}}"
        write(self.content, {"blocks.yaml": f"{blocks}\n{defaults}\n"})
        return f"{len(some)} {profiles}"

    def write_placements(self) -> object:
        """Write down where blocks stand elsewhere."""
        name = self.chance.choice(("news-1", "uusimmat", "luvut"))
        place = f"{{url: 'https://kirjastot.example/{self.chance.randrange(3)}', lang: fi, profile: basic}}"
        write(self.content, {"placements.yaml": f"{name}: [{place}]\n"})
        return name

    def put_picture(self) -> object:
        """Put a picture into the folder, or another one in its place."""
        name = f"images/kuva-{self.chance.randrange(3)}.png"
        scene = originals.scene(self.chance.choice((60, 90)), self.chance.choice((40, 50)))
        (self.content / "images").mkdir(exist_ok=True)
        (self.content / name).write_bytes(originals.written(scene, "PNG"))
        return name

    def put_attachment(self) -> object:
        """Put an attachment into the folder."""
        name = f"files/liite-{self.chance.randrange(2)}.txt"
        write(self.content, {name: f"Liite {self.chance.randrange(9)}\n"})
        return name

    def remove_file(self) -> object:
        """Take a picture or an attachment away, or settings that nobody has to have."""
        names = ("images/*", "files/*", "blocks.yaml", "placements.yaml")
        found = sorted(path for name in names for path in self.content.glob(name))
        if found:
            self.chance.choice(found).unlink()
        return len(found)

    def let_time_pass(self) -> object:
        """Build on a later day: what is scheduled appears, what expires goes."""
        self.now += timedelta(days=self.chance.randint(1, 6))
        return self.now

    def _text(self) -> Path | None:
        found = sorted(path for kind in KINDS for path in (self.content / kind).glob("*.md"))
        return self.chance.choice(found) if found else None

    def _body(self, path: Path) -> str:
        """Write a body of a few parts, some of which lead to what is there now and may be gone later."""
        language = path.name.split(".")[1]
        parts = [self._part(language) for _ in range(self.chance.randint(1, 4))]
        notes = [part for part in parts if part.startswith("[^")]
        return "\n\n".join((*(part for part in parts if part not in notes), *notes[:1])) + "\n"

    def _part(self, language: str) -> str:
        words = " ".join(self.chance.choices(WORDS, k=self.chance.randint(3, 12))).capitalize()
        other = self.chance.choice(sorted(self.content.glob(f"*/*.{language}.md")) or [self.content / "site.yaml"])
        picture = self.chance.choice(sorted(self.content.glob("images/*")) or [None])
        return self.chance.choice((
            f"{words}.", f"{words}.", f"## {words.replace('*', '')}", f"- {words}\n- Toinen kohta",
            f"| A | B |\n|---|--:|\n| {words.replace('|', '')} | 2 |", f"> {words}",
            f"{words} [linkki](../{other.parent.name}/{other.name})." if other.suffix == ".md" else words,
            f"![Kuva](../images/{picture.name})" if picture else f"{words}!", f"{words}.[^1]\n\n[^1]: {words}.",
        ))  # fmt: skip


def copy_of(content: Path, target: Path) -> Path:
    """Keep the content as it is now."""
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(content, target))
