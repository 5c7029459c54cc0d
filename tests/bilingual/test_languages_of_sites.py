"""Whole sites in one, two and three languages, really built: every text in its language, every counterpart known."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from plugins.core.languages import LANGUAGES
from plugins.engine import command
from tests.laws import law
from tests.sites import options, write

ROOT = Path(__file__).parents[2]
BASE = "https://example.org/koe/"
WORD = re.compile(r"\b(fi|sv|en)sana\d*")
"""Words of the generated content tell their language."""

Draw = Callable[[st.SearchStrategy[str]], str]
SHOWN_ATTRIBUTES = ("alt", "title", "aria-label", "content", "placeholder")


@dataclass(frozen=True)
class Plan:
    """A site to be generated: its languages, and for each document its type, and its languages with their statuses."""

    languages: tuple[str, ...]
    policy: str
    documents: tuple[tuple[str, dict[str, str]], ...]
    files: dict[str, str] = field(default_factory=dict)
    has_extras: bool = True
    """Whether it has cards and a search, which take as long as all else."""

    def published(self, number: int) -> set[str]:
        """Give the languages in which a document is published."""
        return {code for code, status in self.documents[number][1].items() if status == "published"}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    codes = tuple(draw(st.permutations(("fi", "sv", "en")))[: draw(st.integers(1, 3))])
    statuses = st.sampled_from(("published", "published", "published", "draft"))
    versions = st.dictionaries(st.sampled_from(codes), statuses, min_size=1)
    kinds = st.sampled_from(("news", "meetings", "pilots", "pages", "projects"))
    documents = (
        ("projects", dict.fromkeys(draw(st.sets(st.sampled_from(codes), min_size=1)), "published")),
        *draw(st.lists(st.tuples(kinds, versions), max_size=6)),
    )
    plan = Plan(codes, draw(st.sampled_from(("notice", "hide"))), documents, has_extras=False)
    plan.files.update(_files(plan, draw))
    return plan


def _files(plan: Plan, draw: Draw) -> Iterator[tuple[str, str]]:
    each = ", ".join(f"{code}: {code}sana" for code in plan.languages)
    policies = ", ".join(f"{kind}: {plan.policy}" for kind in ("news", "meetings", "pilots", "projects", "pages"))
    site = f"name: {{{each}}}\ntagline: {{{each}}}\nbase_url: {BASE}\nlanguages: [{', '.join(plan.languages)}]\n"
    extras = "true" if plan.has_extras else "false"
    yield "site.yaml", f"{site}untranslated: {{{policies}}}\ncards: {extras}\nsearch: {extras}\n"
    for number, (kind, versions) in enumerate(plan.documents):
        for code, status in versions.items():
            yield f"{kind}/avain-{number}.{code}.md", _source(plan, number, code, status, draw)


def _source(plan: Plan, number: int, code: str, status: str, draw: Draw) -> str:
    kind, word = plan.documents[number][0], f"{code}sana{number}"
    front = [f"title: {word} otsikko", f"status: {status}", f"summary: {word} tiivis.", f"tags: [{code}sana]"]
    if kind not in {"projects", "pages"}:
        front += ["date: 2031-05-14", "project: avain-0"]
    if kind == "meetings":
        front += ["meeting:", "  kind: notes", f"  name: {word}", "  sessions: [{start: 2031-05-14T10:00}]"]
    if kind == "pilots":
        front += ["pilot:", f"  figures: [{{label: {word}, value: 4}}]"]
    if kind == "projects":
        front += [f"goals: [{word}]", "milestones:", f"  - {{date: 2031-01, text: {word}}}"]
    foreign = draw(st.sampled_from(sorted(LANGUAGES)))
    body = f"{word} teksti, *{foreign}sana*{{lang={foreign}}}.\n\n## {word} väliotsikko\n\n> {word}\n"
    if plan.published(0):
        target = draw(st.sampled_from(sorted(plan.documents[0][1])))
        body += f"\n[{word} linkki](../projects/avain-0.{target}.md)\n"
    return "---\n" + "".join(f"{line}\n" for line in front) + f"---\n\n{body}"


@dataclass(frozen=True)
class Page:
    """A page of the output: its address from the root of the site, and its parsed tree."""

    address: str
    root: Any

    @property
    def language(self) -> str:
        return str(self.root.get("lang"))

    @property
    def alternates(self) -> dict[str, str]:
        found = self.root.xpath("//head/link[@rel='alternate'][@hreflang]")
        return {one.get("hreflang"): one.get("href") for one in found}

    def target(self, href: str) -> str:
        return urlsplit(urljoin(BASE + self.address.removeprefix("/"), href)).path.removeprefix("/koe")


def built(folder: Path, files: dict[str, str]) -> dict[str, Page]:
    """Build a site; give its pages by address, without those that lead on from earlier addresses."""
    write(folder / "content", files)
    assert command.build(options(folder)) == 0
    pages = {}
    for path in sorted((folder / "output").rglob("*.html")):
        name = path.relative_to(folder / "output").as_posix()
        data = path.read_bytes()
        if data.startswith(b"<!doctype"):  # A block's file is a fragment, not a page.
            address = "/" + name.removesuffix("index.html")
            pages[address] = Page(address, lxml_html.document_fromstring(data))
    return pages


def interface_texts() -> dict[str, str]:
    """Give every interface text that only one language has, with that language."""
    found: dict[str, set[str]] = {}
    for code in LANGUAGES:
        with (ROOT / "theme" / "locale" / f"{code}.po").open("rb") as source:
            for message in read_po(source, locale=code):
                texts = message.string if isinstance(message.string, list | tuple) else (message.string,)
                for text in texts if message.id else ():
                    found.setdefault(str(text), set()).add(code)
        for name in LANGUAGES[code].names.values():
            found.setdefault(name, set()).add(code)
    return {text: next(iter(codes)) for text, codes in found.items() if len(codes) == 1 and "%" not in text}


INTERFACE = interface_texts()


def shown(root: Any) -> Iterator[tuple[str, str]]:
    """List the texts of a page with the language that holds for each."""
    for element in root.iter():
        # A text area shows a block's source: code, which has no language of its own.
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "textarea"}:
            continue
        language = next(one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang"))
        yield from ((element.get(name), language) for name in SHOWN_ATTRIBUTES if element.get(name))
        if element.text:
            yield element.text, language
        for child in element:
            if child.tail:
                yield child.tail, language


def judge_texts(page: Page) -> None:
    """Hold that every text stands in its own language."""
    for text, language in shown(page.root):
        for match in WORD.finditer(text):
            assert match[1] == language, f"{page.address}: {text.strip()!r} stands in {language}"
        wanted = INTERFACE.get(" ".join(text.split()))
        assert wanted in {None, language}, f"{page.address}: {text.strip()!r} stands in {language}"


def judge_counterparts(page: Page, pages: dict[str, Page], languages: tuple[str, ...]) -> None:
    """Hold that alternates are absolute, reciprocal and name the page itself, and that the switcher leads to pages."""
    alternates = page.alternates
    if alternates:
        assert page.root.xpath("string(//link[@rel='canonical']/@href)") == alternates[page.language]
        assert alternates.get("x-default") == alternates.get(languages[0])
        assert len(alternates.keys() - {"x-default"}) > 1
        for code, href in alternates.items():
            assert href.startswith(BASE)
            other = pages[unquote(page.target(href))]
            assert code in {"x-default", other.language}
            assert other.alternates == alternates
    choices = page.root.xpath("//nav[@class='language-switcher']//a")
    assert [one.get("hreflang") for one in choices] == (list(languages) if len(languages) > 1 or choices else [])
    for choice in choices:
        leads_to = pages[unquote(page.target(choice.get("href")))]
        assert leads_to.language == choice.get("hreflang")
        if choice.get("hreflang") in alternates:
            assert alternates[choice.get("hreflang")].removeprefix(BASE[:-1]) == page.target(choice.get("href"))


def judge_lists(page: Page) -> None:
    """Hold that no list shows a document twice."""
    for listing in page.root.xpath("//main//ol|//main//ul"):
        titles = listing.xpath("./li//*[contains(@class, 'entry-title')]//a")
        keys = [WORD.search(one.text_content()) for one in titles]
        numbers = [key[0][6:] for key in keys if key]
        assert len(set(numbers)) == len(numbers), page.address


def judge_site(plan: Plan, pages: dict[str, Page]) -> None:
    """Hold everything that is promised of a site."""
    for page in pages.values():
        judge_texts(page)
        judge_counterparts(page, pages, plan.languages)
        judge_lists(page)
    for number in range(len(plan.documents)):
        own = {}
        for page in pages.values():
            heading = page.root.xpath("string(//main//h1)")
            if (match := WORD.search(heading)) and match[0][6:] == str(number) and "otsikko" in heading:
                own[page.language] = page
        assert set(own) == plan.published(number)
        for page in own.values():
            named = page.alternates.keys() - {"x-default"}
            assert named == (set(own) if len(own) > 1 else set())


@law(20, 200)
@given(plan=plans())
def test_generated_sites(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("site")
    try:
        judge_site(plan, built(folder, plan.files))
    finally:
        shutil.rmtree(folder)


def whole(*languages: str, policy: str = "notice") -> Plan:
    """Plan a site that has every type: a document in all languages, and one in each language alone."""
    documents = tuple(
        (kind, dict.fromkeys(codes, "published"))
        for kind in ("projects", "news", "meetings", "pilots", "pages")
        for codes in (languages, *((code,) for code in languages))
    )
    plan = Plan(languages, policy, documents)
    plan.files.update(_files(plan, lambda _: languages[0]))
    return plan


@pytest.mark.parametrize(
    ("languages", "homes", "sections"),
    [
        (("fi", "sv", "en"), ["/", "/sv/", "/en/"], ["/uutiset/", "/sv/nyheter/", "/en/news/"]),
        (("fi",), ["/"], ["/uutiset/"]),
        (("en",), ["/"], ["/news/"]),
        (("sv", "fi"), ["/", "/fi/"], ["/nyheter/", "/fi/uutiset/"]),
    ],
)
def test_sites_of_one_two_and_three_languages(
    tmp_path: Path, languages: tuple[str, ...], homes: list[str], sections: list[str]
) -> None:
    plan = whole(*languages)
    pages = built(tmp_path, plan.files)
    judge_site(plan, pages)
    output = tmp_path / "output"
    for code, home, section in zip(languages, homes, sections, strict=True):
        assert pages[home].language == pages[section].language == code
        assert (output / home.strip("/") / "feed.rss").is_file()
        assert (output / section.strip("/") / "feed.rss").is_file()
        assert (output / "blocks" / f"avain-{1 + len(languages)}" / f"{code}.basic.html").is_file()
    assert {page.language for page in pages.values()} == set(languages)
    if len(languages) == 1:
        assert not any(page.alternates for page in pages.values())
        assert not any(page.root.xpath("//nav[@class='language-switcher']//a") for page in pages.values())


@pytest.fixture(scope="module")
def two_languages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, dict[str, Page], bytes]:
    """Build a site without a fault; give its plan, its pages, and one of them as it is written."""
    plan, folder = whole("fi", "sv"), tmp_path_factory.mktemp("two")
    pages = built(folder, plan.files)
    judge_site(plan, pages)
    return plan, pages, (folder / "output" / "sv" / "nyheter" / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('class="entry-summary" lang="fi"', 'class="entry-summary"'),
        ('lang="fi">suomi', 'lang="sv">suomi'),
        ('hreflang="fi" href="https://example.org/koe/uutiset/"', 'hreflang="fi" href="https://example.org/koe/"'),
        ('<a href="../../uutiset/" hreflang="fi"', '<a href="../../uutisia/" hreflang="fi"'),
        ('<ol class="entry-list"', '<ol class="entry-list"><li><p class="entry-title"><a href="">svsana4</a></p></li>'),
    ],
)
def test_the_judge_sees_faults(two_languages: tuple[Plan, dict[str, Page], bytes], old: str, new: str) -> None:
    plan, pages, page = two_languages
    text = page.decode()
    assert old in text
    faulty = Page("/sv/nyheter/", lxml_html.document_fromstring(text.replace(old, new).encode()))
    with pytest.raises((AssertionError, KeyError)):
        judge_site(plan, {**pages, "/sv/nyheter/": faulty})


def test_three_languages_check_without_alarm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = whole("fi", "sv", "en", policy="hide")
    write(tmp_path / "content", plan.files)
    assert command.check(options(tmp_path)) == 0
    assert "BIL" not in capsys.readouterr().out
