"""The mixed corpus: made-up news, meetings and pilots of 250 to 900 words, with everything that staff write."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bench.posts import LANGUAGES, Post, mark
from bench.words import PEOPLE, PROJECTS, TAGS
from bench.writer import Writer

SEED = 23
KINDS = ("news", "news", "meetings", "news", "pilots", "meetings")
"""Half are news, a third meetings, the others pilots."""

FIRST = datetime(2015, 1, 1, 9)
HOURS = 96_000
"""Dates are spread over eleven years."""

_WORDS = {
    "fi": {
        "board": "Ohjausryhmä", "members": "Pysyvät edustajat", "experts": "Asiantuntijat",
        "library": "Vertailukirjasto", "answers": "Vastauksia", "visitors": "Kävijöitä",
    },
    "sv": {
        "board": "Styrgruppen", "members": "Permanenta representanter", "experts": "Sakkunniga",
        "library": "Jämförelsebiblioteket", "answers": "Svar", "visitors": "Besökare",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a post has in both languages."""

    number: int
    kind: str
    project: str
    tags: tuple[str, ...]
    date: datetime
    slug: str

    @property
    def key(self) -> str:
        return f"{self.date:%Y-%m-%d}-{self.slug}"


def mixed_posts(count: int) -> Iterator[Post]:
    """Make `count` posts in each language; always the same ones."""
    plans = list(_plans(count))
    for plan in plans:
        for language in LANGUAGES:
            writer = Writer(language, f"{SEED}-{plan.number}-{language}")
            title = f"{writer.nouns(3, 7).capitalize()} {plan.number}"
            summary = writer.plain_sentence()
            body = _body(writer, plan, plans, language)
            fields = (
                f"project: {plan.project}",
                f'summary: "{summary}"',
                f"tags: [{', '.join(plan.tags)}]",
                *_facts(Writer(language, f"facts-{SEED}-{plan.number}"), plan, language),
            )
            named = (plan.number, language, plan.kind, plan.key, plan.slug, title, plan.date)
            yield Post(*named, plan.project, plan.tags, summary, body, fields)


def _plans(count: int) -> Iterator[_Plan]:
    chance = random.Random(SEED)
    for number in range(count):
        kind, project = chance.choice(KINDS), chance.choice(PROJECTS)
        tags = tuple(chance.sample(TAGS, chance.randint(1, 4)))
        date = FIRST + timedelta(hours=number * HOURS // count, minutes=number % 60)
        name, season = chance.choice(("kokous", "uutinen", "raportti")), chance.choice(("kevat", "talvi", "meri"))
        yield _Plan(number, kind, project, tags, date, f"{name}-{season}-{number:05d}")


def _body(writer: Writer, plan: _Plan, plans: list[_Plan], language: str) -> str:
    goal = writer.chance.randint(250, 900)
    other = plans[writer.chance.randrange(len(plans))]
    outside = f"https://example.org/aihe/{writer.chance.randrange(99)}"
    links = (outside, f"post:{other.kind}/{other.key}", "mailto:info@example.org")
    parts = [writer.paragraph(links)]
    words, notes, has_section = 0, 0, False
    while words < goal:
        part = _part(writer, links, has_section=has_section)
        has_section = has_section or part.startswith("## ")
        if part[0] not in "#-|>`1" and writer.chance.random() < 0.12:
            notes += 1
            part += f"[^{notes}]"
        words += len(part.split())
        parts.append(part)
    parts.append(mark(language, plan.number))
    parts += [f"[^{number}]: {writer.sentence()}" for number in range(1, notes + 1)]
    return "\n\n".join(parts) + "\n"


def _part(writer: Writer, links: tuple[str, ...], *, has_section: bool) -> str:
    """Write a heading, a list, a table, a quotation, some code or, half of the time, a paragraph."""
    place = writer.chance.random()
    if place < 0.16:
        return f"## {writer.nouns(2, 5).capitalize()}"
    if place < 0.20:
        return f"{'###' if has_section else '##'} {writer.nouns(2, 4).capitalize()}"
    if place < 0.34:
        return writer.bullets(writer.chance.randint(3, 6))
    if place < 0.39:
        return writer.steps(writer.chance.randint(3, 5))
    if place < 0.44:
        return writer.table(writer.chance.randint(3, 8))
    if place < 0.47:
        return f"> {writer.sentence()}"
    if place < 0.485:
        return writer.code()
    return writer.paragraph(links)


def _facts(writer: Writer, plan: _Plan, language: str) -> Iterator[str]:
    chance, words, date = writer.chance, _WORDS[language], plan.date
    who = chance.sample(PEOPLE, 6)
    if plan.kind == "meetings":
        yield "meeting:"
        yield f"  kind: {chance.choice(('notes', 'minutes'))}"
        yield f"  name: {words['board']}"
        yield f"  number: {plan.number + 1}/{date.year}"
        yield "  sessions:"
        yield f"    - {{start: {date:%Y-%m-%dT%H:%M}, end: {date + timedelta(hours=2):%Y-%m-%dT%H:%M}}}"
        yield "  place: Teams"
        yield f"  mode: {chance.choice(('onsite', 'remote', 'hybrid'))}"
        yield f'  chair: "{who[0]}, Helsinki"'
        yield f'  secretary: "{who[1]}, Vaasa"'
        yield "  present:"
        yield f'    "{words["members"]}": ["{who[2]} (Turku)", "{who[3]} (Oulu)"]'
        yield f'    "{words["experts"]}": ["{who[4]} (Kemi)"]'
        yield f'  absent: ["{who[5]} (Porvoo)"]'
        yield f"  next: {date + timedelta(days=60):%Y-%m-%dT%H:%M}"
    elif plan.kind == "pilots":
        yield "pilot:"
        yield f"  libraries: [{words['library']}]"
        yield f"  phase: {chance.choice(('preparation', 'running', 'evaluation', 'ended'))}"
        yield f"  period: {{start: {date.year}-02, end: {date.year}-12}}"
        yield "  figures:"
        yield f'    - {{label: "{words["answers"]}", value: {chance.randrange(900)}}}'
        yield f'    - {{label: "{words["visitors"]}", value: {chance.randrange(9000)}}}'
        yield f'  next_steps: ["{writer.plain_sentence()}"]'
