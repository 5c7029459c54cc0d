"""For each kind of input that once went wrong, neighbours of it: what they become, and what is told at which place."""

import pytest

from plugins.authoring.version_reading import SourceName, VersionRead, read_version
from plugins.core.documents import DocumentType
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import decoded
from plugins.quality.rules import WRITING_RULES

HEAD = "---\ntitle: Otsikko\ndate: 2031-05-14\nproject: hanke\n---\n\n"
BODY_LINE = HEAD.count("\n")


def read(text: str, language: str = "fi") -> VersionRead:
    name = SourceName(f"news/x.{language}.md", DocumentType.NEWS, "x", language)
    return read_version(name, text.encode("utf-8", "surrogatepass"), WRITING_RULES)


def told(result: VersionRead, lines_before: int = 0) -> list[str]:
    """List what was told: code, line and column."""
    found = sorted(result.reading.diagnostics, key=lambda one: (one.place.line, one.place.column))
    return [f"{one.code} {one.place.line - lines_before}:{one.place.column}" for one in found]


BODIES: dict[str, list[tuple[str, str, list[str]]]] = {
    "facts-attr-list-scrambled": [
        ("**a**{lang=sv} ja {liite}{lang=sv}", '<strong lang="sv">a</strong> ja {liite}{lang=sv}', ["TXT010 1:26"]),
        ("`a`{lang=sv} (b {c}) d", '<code lang="sv">a</code> (b {c}) d', []),
        ("*a*{lang=sv}{lang=fi} b", '<em lang="sv">a</em>{lang=fi} b', ["TXT010 1:13"]),
        ("*a*{at=x} *b*{to=y} c", "<em>a</em> <em>b</em> c", ["TXT003 1:1", "TXT003 1:11"]),
    ],
    "attributes-given-twice": [
        ('[a](https://example.org/ "b"){title=c}', "{title=c}", ["TXT010 1:30"]),
        ("[a](https://example.org/){href=b.fi.md}", 'href="https://example.org/"', ["TXT010 1:26"]),
        ("![a](../images/a.jpg){alt=b}", 'alt="a"', ["TXT010 1:22"]),
        ("[a](https://example.org/){title=b title=c}", "{title=b title=c}", ["TXT010 1:26"]),
        ("[a](https://example.org/){title=b lang=sv}", 'title="b"', []),
    ],
    "facts-date-as-list": [
        ("1. tammikuuta alkaa\n2. tammikuuta jatkuu", "<p>1. tammikuuta alkaa 2. tammikuuta jatkuu</p>", []),
        ("- 31. lokakuuta\n- 1. marraskuuta", "<ul>\n<li>31. lokakuuta</li>\n<li>1. marraskuuta</li>\n</ul>", []),
        ("> 6. joulukuuta", "<blockquote>\n<p>6. joulukuuta</p>\n</blockquote>", []),
        ("1999. vuosi", "<p>1999. vuosi</p>", []),
        ("1. Yksi\n3. Kolme", "<ol>", ["TXT016 2:1"]),
    ],
    "facts-footnote-in-summary": [
        ("## Tulos[^1] ~~vanha~~ 10<sup>6</sup>\n\n[^1]: Lähde.", '<h2 id="tulos-106">', []),
        ("- kohta[^1]\n- toinen[^1]\n\n[^1]: Lähde.", '<sup id="_fnref-1-2">', []),
        ("| A[^1] |\n|---|\n| b |\n\n[^1]: Lähde.", "<th>A<sup", []),
    ],
    "notes-in-links": [
        ("[45[^1]](https://example.org/)\n\n[^1]: a", '>45</a><sup id="_fnref-1"><a', []),
        ("[*45[^1] b*](https://example.org/)\n\n[^1]: a", '<em>45 b</em></a><sup id="_fnref-1">', []),
        ("![kuva[^1]](../images/a.jpg)\n\n[^1]: a", 'alt="kuva"><sup id="_fnref-1">', []),
        ('<a href="https://example.org/">45[^1]</a>\n\n[^1]: a', "45[^1]</a>", ["TXT010 1:34", "TXT012 3:1"]),
        ("[*a@example.org*](mailto:a@example.org)", "<em>a@example.org</em></a>", []),
    ],
    "text-backslash-escapes": [
        ("\\# ei otsikkoa", "<p># ei otsikkoa</p>", []),
        ("1\\. ei luettelo", "<p>1. ei luettelo</p>", []),
        ("C:\\kansio \\& \\`a\\` \\_b\\_", "<p>C:\\kansio &amp; `a` _b_</p>", []),
        ("a\\\n\\\nb", "<p>a<br><br>b</p>", []),
    ],
    "text-bullets-of-word": [
        ("\uf0b7 yksi\n\uf0b7 kaksi", "yksi", ["TXT010 1:1", "TXT010 2:1"]),
        ("·\tyksi", "yksi", ["TXT010 1:1"]),
        ("▪ yksi", "yksi", ["TXT010 1:1"]),
        ("2) yksi\n3) kaksi", '<ol start="2">', []),
        ("●\tyksi\n\no\tkaksi\n\n§  kolme", "yksi", ["TXT010 1:1", "TXT010 3:1", "TXT010 5:1"]),
        ("•yksi\n•kaksi", "yksi", ["TXT010 1:1", "TXT010 2:1"]),
        ("-Yksi\n-Kaksi\n\n1.Yksi\n2.Kaksi", "-Yksi -Kaksi", ["TXT010 1:1", "TXT010 4:1"]),
        ("–Yksi\n–Kaksi\n\n✓ Yksi\n✓ Kaksi", "–Yksi –Kaksi", ["TXT010 1:1", "TXT010 4:1"]),
        ("a. yksi\nb. kaksi\n\nii) yksi\niii) kaksi", "a. yksi b. kaksi", ["TXT010 1:1", "TXT010 4:1"]),
        ("-5 astetta\n-3 astetta\n\n✓ Valmis.\n\nA. Aalto\nB. Berg\n\no sana", "A. Aalto B. Berg", []),
        ("5.4. kokous\n6.4. kokous", "5.4. kokous 6.4. kokous", []),
    ],
    "comments-written-wrong": [
        ("<!- huomautus ->", "&lt;!- huomautus", ["TXT010 1:1"]),
        ("a <! -- huomautus -->", "huomautus", ["TXT010 1:3"]),
        ("<!— huomautus —>", "huomautus", ["TXT010 1:1"]),
    ],
    "links-taken-apart": [
        ("[a b] (../news/b.fi.md)", "[a b] (../news/b.fi.md)", ["TXT010 1:5"]),
        ("[a b] (https://example.org/)", "[a b] (<a", ["TXT010 1:5", "TXT005 1:8"]),
        ("[a] (erikseen) ja [b] (*lihava*) ja `[c] (d.md)`", "[a] (erikseen) ja [b]", []),
    ],
    "tasks-that-are-none": [
        ("- [] a\n- [ x ] b\n- [✓] c", "<li>[] a</li>", ["TXT010 1:3", "TXT010 2:3", "TXT010 3:3"]),
        ("[ ] a\n[x] b", "[ ] a [x] b", ["TXT010 1:1", "TXT010 2:1"]),
        ("- [ ] a\n\n  [ ] b", "<p>☐ a</p>\n<p>[ ] b</p>", ["TXT010 3:3"]),
        ("| A |\n|---|\n| [ ] b |", "<td>[ ] b</td>", ["TXT010 3:3"]),
        ("☐ a\n☑ b", "☐ a ☑ b", ["TXT010 1:1"]),
        ("- [x] a\n- [ ] b\n\n[y] c\n\n[y]: https://example.org/", "<li>☑ a</li>", []),
    ],
    "text-comment-leaks": [
        ("## Otsikko <!-- salaisuus -->", '<h2 id="otsikko">Otsikko</h2>', []),
        ("Termi\n: selitys <!-- salaisuus\nsalaisuus --> loppu", "selitys", []),
        ("a[^1]\n\n[^1]: viite <!-- salaisuus -->", "viite", []),
        ("<details>\n<summary>a</summary>\n<!-- salaisuus -->\nb\n</details>", "b", []),
        ("- a\n  <!-- salaisuus\n\n  salaisuus", "<li>a</li>", ["TXT015 2:3"]),
    ],
    "text-leftover-attribute-list": [
        ("## A {lang=sv} b", '<h2 id="a-lang-sv-b">', ["TXT010 1:6"]),
        ("> a {lang=sv} b", "{lang=sv}", ["TXT010 1:5"]),
        ("a [b{#c} d", "{#c}", ["TXT010 1:5"]),
        ("**a", "**a", ["TXT010 1:1"]),
        ("> [!NOTE] Otsikko", "[!NOTE] Otsikko", ["TXT010 1:3"]),
    ],
    "text-list-after-paragraph": [
        ("## Otsikko\n- a", "<ul>\n<li>a</li>\n</ul>", []),
        ("teksti\n1) a", "<p>teksti</p>\n<ol>", []),
        ("- a\n1. b", "</ul>\n<ol>", []),
        ("| A |\n|---|\n| b |\n- c", "</table>\n<ul>", []),
        ("- a\n  teksti\n  - b", "<li>a teksti<ul>\n<li>b</li>", []),
    ],
    "text-markdown-in-html": [
        ("<section>\n\n**a**\n\n</section>\n\nb", "<p><strong>a</strong></p>", []),
        ("<div>a\n\n**b**", "<p><strong>b</strong></p>", ["TXT017 1:1"]),
        ("<div>\n**a**\n</div>", "**a**", ["TXT010 2:1", "TXT010 2:4"]),
        ("<blockquote>\n\n- a\n\n</blockquote>", "<blockquote>\n<ul>\n<li>a</li>", []),
    ],
    "text-outside-cells": [
        ("<table>a<tr><th>b</th></tr></table>", "<p>a</p>\n<table>", ["TXT023 1:1"]),
        ("<table>\n\na\n\n<tr><th>b</th></tr></table>", "<p>a</p>\n<table>", ["TXT023 1:1"]),
        ("<table><tr>*a*<th>b</th></tr></table>", "*a*", ["TXT023 1:8"]),
        ("x <table><tr><b>a</b><th>b</th></tr></table>", "<strong>a</strong>", ["TXT023 1:10"]),
        ("<table>\n<caption>a</caption>\n<tr><th>b\n<td>c\n</table>", "<caption>a</caption>", []),
        ("<col>a", "<p>a</p>", ["TXT003 1:1"]),
    ],
    "text-nested-list-two-spaces": [
        ("- a\n\t- b", "<li>a<ul>\n<li>b</li>", []),
        ("1. a\n   > b", "<blockquote>\n<p>b</p>", []),
        ("* a\n    * b\n        * c", "<li>b<ul>\n<li>c</li>", []),
        ("- a\n\n  ```\n  b\n  ```", "<pre><code>b\n</code></pre>", []),
    ],
    "definitions-without-blank-lines": [
        ("A\n: b\n: c", "<dt>A</dt>\n<dd>b</dd>\n<dd>c</dd>", []),
        ("A\n: b\nC\n: d", "<dt>A</dt>\n<dd>b</dd>\n<dt>C</dt>\n<dd>d</dd>", []),
        ("A\n: b\n  jatkuu\nC\n: d", "<dd>b jatkuu</dd>\n<dt>C</dt>", []),
        ("- a\n: b", "<li>a : b</li>", ["TXT010 2:1"]),
        ("A\n: b\n\n  kappale\n: c", "<p>kappale</p>\n</dd>\n<dd>c</dd>", []),
        ("> A\n> : - b\n>   - c\n> D\n> : e", "<li>c</li>\n</ul>\n</dd>\n<dt>D</dt>", []),
        ("A\n: b\njatkuu", "<dd>b jatkuu</dd>", []),
    ],
    "text-no-break-space": [
        ("##\u00a0Otsikko", "<h2", []),
        (">\u00a0lainaus", "<blockquote>", []),
        ("-\u00a0[\u00a0]\u00a0tehtävä", "<li>☐ tehtävä</li>", []),
        ("a\n\u200b\nb", "<p>a</p>\n<p>b</p>", []),
        ("|\u00a0A\u00a0|\n|\u00a0---\u00a0|\n|\u00a0b\u00a0|", "<th>A</th>", []),
    ],
    "text-repliikkiviiva": [
        ("– Sanoo hanke.", "<p>– Sanoo hanke.</p>", []),
        ("— Sanoo hanke.", "Sanoo hanke.</p>", []),
        ("\\- Sanoo hanke.", "<p>- Sanoo hanke.</p>", []),
    ],
    "text-table-after-paragraph": [
        ("Teksti\nA | B\n--- | ---\na | b", "<p>Teksti</p>\n<table>", []),
        ("- kohta\n\n  | A |\n  |---|\n  | b |", "<li>\n<p>kohta</p>\n<table>", []),
        ("> | A |\n> |:-:|\n> | b |", '<th class="align-center">A</th>', []),
        ("| A | B |\n|---|\n| a | b |", "| A | B |", ["TXT010 2:1"]),
        ("| A | B |\n| a | b |", "| A | B |", ["TXT010 1:1"]),
        ("Teksti\n| A | B |\n|———|———|\n| a | b |", "| A | B |", ["TXT010 2:1"]),
        ("| a |b\nc | d", "| a |b c | d", []),
    ],
    "text-undefined-references": [
        ("## Otsikko [a][b]", "[a][b]", ["TXT011 1:12"]),
        ("| A[^x] |\n|---|\n| b |", "A[^x]", ["TXT011 1:4"]),
        ("![kuva][puuttuu]", "[puuttuu]", ["TXT011 1:1"]),
        ("a[^1]\n\n[^1]: b[^2]", "b[^2]", ["TXT011 3:8"]),
        ("[a]: https://example.org/a\n[a]: https://example.org/b\n\n[x][a]", "org/a", ["TXT022 2:1"]),
        ("[a]: https://example.org/a", "", ["TXT022 1:1"]),
        ("[//]: # (huomautus itselle)\n\na", "<p>a</p>", []),
        ("*[ABC]: selitys\n\nAB", "<p>AB</p>", ["TXT022 1:1"]),
        ("*[ABC]: selitys\n*[ABC]: toinen\n\nABC", '<abbr title="selitys">ABC</abbr>', ["TXT022 2:1"]),
        ("a[^1]\n\n[^1]: yksi\n\n[^1]: kaksi", "yksi", ["TXT022 5:1"]),
        ("``` python print.py\na\n```", "<pre><code>a\n</code></pre>", ["TXT022 1:12"]),
        ("``` {.python}\na\n```", "<pre><code>a\n</code></pre>", []),
        ("*[b]: selitys\n\n<b>a</b> `b` b", '<code>b</code> <abbr title="selitys">b</abbr>', []),
    ],
    "link-bare-address": [
        ("(https://example.org/a_(b)), c", 'href="https://example.org/a_(b)"', ["TXT005 1:2"]),
        ("HTTPS://EXAMPLE.ORG/A.", "</a>.", ["TXT005 1:1"]),
        ("a.b+c@example.org!", 'href="mailto:a.b+c@example.org"', []),
        ('<a href="mailto:a@example.org">a@example.org</a>, b@example.org', ">a@example.org</a>, <a", []),
        ('<a href="https://example.org/a">https://example.org/a</a>', "org/a</a></p>", ["TXT005 1:1"]),
        ("example.org on sivu", "<p>example.org on sivu</p>", []),
    ],
    "entities-in-addresses": [
        ("[a](https://example.org/?id=1&section=2&copy=3)", "?id=1&amp;section=2&amp;copy=3", []),
        ('<a href="https://example.org/?id=1&section=2">a</a>', "?id=1&amp;section=2", []),
        ("[a](https://example.org/?a=1&amp;section=2)", "?a=1&amp;section=2", []),
        ("https://example.org/?a=1&amp;section=2", "?a=1&amp;section=2</a>", ["TXT005 1:1"]),
        ("https://&lt;palvelin&gt;/x", "<p>https://&lt;palvelin&gt;/x</p>", []),
        ("(https://example.org/a&gt;b)", 'org/a">https://example.org/a</a>&gt;b)', ["TXT005 1:2"]),
        ("https://example.org/" + "a" * 4000, "a" * 4000 + '"', ["TXT005 1:1"]),
        ("[a](https://example.org/" + "a" * 4000 + ")", "a" * 4000 + '"', []),
    ],
    "link-pdf-page": [
        ("[a](../files/ESITYS.PDF#page=5)", "files/ESITYS.PDF#page=5", []),
        ("[a](../files/oma%20esitys.pdf#page=5)", "files/oma esitys.pdf#page=5", []),
        ("[a](https://example.org/a.pdf?x=1#page=5)", "https://example.org/a.pdf?x=1#page=5", []),
    ],
    "link-space-in-address": [
        ("[a](https://example.org/ä ö.pdf)", "%C3%A4%20%C3%B6.pdf", []),
        ("[a](<https://example.org/a b>)", "https://example.org/a%20b", []),
        ("![a](../images/oma kuva.jpg)", "images/oma kuva.jpg", []),
    ],
    "link-to-nowhere": [
        ("[a](http://)", "a", ["LNK006 1:5"]),
        ("[a](tel:)", "a", ["LNK006 1:5"]),
        ("[\u200b](https://example.org/)", "", ["LNK006 1:5"]),
        ("[![\u200b](../images/a.jpg)](https://example.org/)", "", ["IMG002 1:7", "LNK006 1:25"]),
        ("[a](\\\\palvelin\\jako)", "a", ["LNK006 1:5"]),
    ],
    "message-place-of-link": [
        ("[a](b.fi.md) ja [a](b.fi.md)", "b.fi.md", []),
        ("| A |\n|---|\n| [a](tel:) |", "a", ["LNK006 3:7"]),
        ("> - [a](tel:)", "a", ["LNK006 1:9"]),
        ("a[^1]\n\n[^1]: [b](tel:)", "b", ["LNK006 3:11"]),
    ],
    "crash-empty-footnote": [
        ("a[^1]\n\n[^1]: <br>", "a", []),
        ("a[^1]\n\n[^1]: <iframe src=x></iframe>", "a", ["TXT003 3:7"]),
        ("-\n\n>\n\n#\n\nTermi\n:", "Termi", ["TXT020 5:1"]),
        ("| |\n|-|\n| |", "", ["TXT007 1:1"]),
        ("[^1]:\n\n[^2]: <!-- a -->", "", ["TXT013 1:1", "TXT013 3:1"]),
    ],
    "stop-heading-of-the-theme": [
        ("## Main\n\n## Related\n\n## Fn 1", 'id="fn-1"', []),
        ("## Kaiku", 'id="kaiku"', []),
        ("## _content", 'id="content"', []),
        ("## 日本", 'id="kohta"', []),
    ],
    "stop-own-id-twice": [
        ('a\n\n## B {#b}\n\n<a id="b">c</a>', 'id="b"', ["TXT018 5:1"]),
        ("*a*{#b} *c*{#b}", 'id="b"', ["TXT018 1:9"]),
        ("## B {#b}\n\n## B", 'id="b-2"', []),
        ("a\n{#_fn-1}", "<p>a</p>", ["TXT019 1:1"]),
    ],
    "stop-unclosed-anchor": [
        ("a <b>b", "a b", ["TXT017 1:3"]),
        ("a </b>b", "a b", ["TXT017 1:3"]),
        ("<A ID=x>a</A> b", '<a id="x">a</a> b', []),
        ("a </o:p>b", "a b", ["TXT003 1:3"]),
        ("<o:p>a</o:p> </st1:place>", "a", ["TXT003 1:1", "TXT003 1:14"]),
        ("<i>a <b>b</i> c</b>", "<em>a b</em> c", ["TXT017 1:6", "TXT017 1:16"]),
        ('<a class="footnote-ref" href="puuttuu.fi.md">a</a>', "puuttuu.fi.md", ["TXT003 1:1"]),
        ("[a](puuttuu.fi.md){.footnote-ref}", "puuttuu.fi.md", ["TXT003 1:5"]),
    ],
    "address-invisible-letters": [
        ("## A\u0308iti", 'id="aiti"', []),
        ("## Kirja\u00a0kerho", 'id="kirja-kerho"', []),
        ("## Kirja\u2060kerho", 'id="kirjakerho"', []),
        ("## \u200b", "", ["TXT020 1:1"]),
        ("## ![\u200b](../images/a.jpg)", "<p><img", ["TXT020 1:1", "IMG002 1:9"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("body", "shown", "expected"),
    [pytest.param(*row, id=f"{name}-{at}") for name, rows in BODIES.items() for at, row in enumerate(rows)],
)
def test_bodies(body: str, shown: str, expected: list[str]) -> None:
    result = read(HEAD + body)
    html = to_html(decoded(result.tree)).replace("\N{NO-BREAK SPACE}", " ")
    assert told(result, BODY_LINE) == expected
    assert shown in html
    assert "salaisuus" not in html


FRONT_MATTER: dict[str, list[tuple[str, list[str]]]] = {
    "crash-emoji-surrogates": [
        ('title: "\\U0001F31E \\ud83c\\udf1e"\n', []),
        ('title: "\\ud83c"\n', ["FRM007 2:9"]),
        ('title: A\nsummary: "\\udf1e\\ud83c"\n', ["FRM007 3:11"]),
        ('title: A\ntags: ["\\ud83c\\udf1e", "\\ud83c"]\n', ["FRM007 3:25"]),
    ],
    "message-empty-value-line": [
        ("title: A\ntags:\n\n\nsummary: B\n", ["FRM011 3:1"]),
        ("title: A\nimage:\n  file:\n  alt: B\n", ["FRM011 4:3"]),
        ("title: A\naliases:\n# huomautus\n", ["FRM011 3:1"]),
        ('title: ""\n', ["FRM012 2:8"]),
    ],
    "message-invisible-signs-in-keys": [
        ("\u200btitle: A\n", ["FRM016 2:1"]),
        ("title\uff1a A\n", ["FRM016 2:6"]),
        ("title: A\nt\u0430gs: [a]\n", ["FRM016 3:2"]),
        ("title: A\nupdated: 2031\u201105\u201114\n", ["FRM016 3:14"]),
        ("title: A\ntags: [a,\u00a0b]\n", []),
    ],
    "message-no-space-after-colon": [
        ("title: A\n\tsummary: B\n", ["FRM007 3:1"]),
        ('title: "A\nsummary: B\n', ["FRM007 2:8"]),
        ("title: A\ntags:\n-a\n-b\n", ["FRM007 4:2", "FRM007 5:2"]),
        ("title: A\nsummary:B\n", ["FRM007 3:9"]),
    ],
    "title-hash": [
        ("title: no\n", []),
        ("title: 1.10\n", ["FRM011 2:8"]),
        ("title: 012\n", ["FRM011 2:8"]),
        ("title: 12:30\n", []),
        ("title: 2031-05-14\n", []),
        ("title: Kysely:\n", ["FRM007 2:14"]),
        ("title: A #b\n", ["FRM015 2:10"]),
    ],
    "crash-long-title": [
        (f"title: A\nslug: {'a' * 101}\n", ["FRM012 3:7"]),
        (f"title: A\naliases: [/{'ä' * 200}/]\n", ["FRM012 3:11"]),
        (f"title: A\ntags: [{'sana ' * 60}]\n", []),
    ],
    "crash-year-limits": [
        ("title: A\nupdated: 0000-01-01\n", ["FRM012 3:10"]),
        ("title: A\nupdated: 10000-01-01\n", ["FRM012 3:10"]),
        ("title: A\nexpires: 9999-12-31T23:59\n", []),
    ],
    "invisible-texts": [
        ('title: "\u200b"\n', ["FRM012 2:8"]),
        ('title: "\u2800"\n', ["FRM012 2:8"]),
        ('title: A\ntags: ["\u00ad"]\n', ["FRM012 3:8"]),
        ('title: A\nimage: {file: images/a.jpg, alt: "\u200b"}\n', ["FRM012 3:34"]),
        ("title: A\nimage: {file: images/a.jpg}\n", ["FRM010 3:1"]),
    ],
}


@pytest.mark.parametrize(
    ("front", "expected"),
    [pytest.param(*row, id=f"{name}-{at}") for name, rows in FRONT_MATTER.items() for at, row in enumerate(rows)],
)
def test_front_matter(front: str, expected: list[str]) -> None:
    assert told(read(f"---\n{front}date: 2031-05-14\nproject: hanke\n---\n\nTeksti.\n")) == expected


MINUTES = HEAD.replace(
    "---\n\n", "meeting:\n  kind: minutes\n  name: Ryhmä\n  sessions: [{start: 2031-05-14}]\n---\n\n"
)


@pytest.mark.parametrize(
    ("language", "body", "decisions"),
    [
        ("sv", "**Beslutsförslag:** a\n\n**Beslutförhet:** b\n\n**Beslut:** c", ("c",)),
        ("fi", "**Päätösehdotus:** a\n\n**Päätökseksi esitetään:** b", ()),
        ("fi", "1. **Päätös:** a\n2. b", ("a",)),
        ("fi", "**Päätös:** 45[^1]\n\n[^1]: b", ("45",)),
        ("fi", "Päätös: a", ()),
        ("fi", "**Päätös** tehdään syksyllä.", ()),
        ("fi", "**Päätös**: a\n\n**Päätös**\n\nb", ("a", "b")),
        ("fi", "**Päätös**\\\na", ("a",)),
        ("sv", "**Beslut:**\n\n- a\n- b", ("a b",)),
    ],
)
def test_minutes(language: str, body: str, decisions: tuple[str, ...]) -> None:
    name = SourceName(f"meetings/x.{language}.md", DocumentType.MEETINGS, "x", language)
    version = read_version(name, (MINUTES + body).encode()).reading.version
    assert version is not None
    assert version.body.decisions == decisions


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![" + "*" * 4000 + "a" + "*" * 4000 + "](b.jpg)", ["TXT004 1:3921"]),
        ("*" * 400 + "a" + "*" * 400, ["TXT004 1:319"]),
        ("| " + "*" * 400 + "a" + "*" * 400 + " |\n|---|", ["TXT004 1:321"]),
        ("<b>" * 3000 + "a" + "</b>" * 3000, ["TXT004 1:178"]),
        ("- " * 300 + "a", ["TXT004 1:41"]),
        (">" * 300 + "a", ["TXT004 1:41"]),
    ],
)
def test_what_is_nested_too_deeply_is_told_where_it_is(body: str, expected: list[str]) -> None:
    assert told(read(HEAD + body), BODY_LINE) == expected
