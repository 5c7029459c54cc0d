"""The numbered rules of the block contract, one by one."""

import hashlib
import re
import unicodedata

import pytest

from plugins.core.block_contract import FORMAT_RANGES, version
from plugins.core.markup.links import Link
from plugins.core.markup.tree import Element
from plugins.core.markup.web_address import canonical
from plugins.scanning.page import tokens_of
from plugins.scanning.said_text import said_by, version_in
from tests.blocks.fragments import a_view, block, content, normal, parsed, rendered, version_of

PAGE = "https://example.org/hankkeet/uutiset/otsikko/"


# 1, serialisation


def test_file_is_composed_utf8_with_a_blank_line_between_blocks() -> None:
    text = block("<p>\n  a\u0308a\u0308ni\n</p>\n\n\n<p>b</p>", title="O\u0308ljy")
    assert '<p lang="fi">ääni</p>\n\n<p lang="fi">b</p>' in text
    assert ">Öljy</h2>" in text
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("</p>\n")
    assert "\n\n\n" not in text


def test_file_stays_composed_where_a_text_begins_with_a_combining_sign() -> None:
    text = block((Element("p", (), (Element("em", (), ("\u0338a",)), "b")),))
    assert unicodedata.is_normalized("NFC", text)
    assert "<em>&#824;a</em>" in text


def test_attributes_are_quoted_and_signs_escaped() -> None:
    text = content('<p lang="fi"><a href="https://example.org/?a=%22&amp;b">a &amp; b</a></p>')
    assert text == '<p lang="fi"><a href="https://example.org/?a=%22&amp;b">a &amp; b</a></p>'


def test_control_characters_are_gone() -> None:
    assert content((Element("p", (), ("a\x00\x01b\ud800c\x85d\u2028e",)),)) == '<p lang="fi">abc d e</p>'


# 2 and 4, headings and ids


def test_ids_are_of_ascii_and_never_twice() -> None:
    html = '<h2 id="äiti">Äiti</h2><h2 id="Äiti!">Äiti</h2><h2 id="漢字">漢字</h2><p id="osa">x</p>'
    assert re.findall(r'id="([^"]*)"', block(html)) == [
        "kaiku-uutinen-fi",
        "kaiku-uutinen-fi-aiti",
        "kaiku-uutinen-fi-aiti-2",
        "kaiku-uutinen-fi-osa",
    ]


def test_two_languages_of_a_block_share_no_id() -> None:
    html = '<h2 id="a">A</h2>'
    ids = [set(re.findall(r'id="([^"]*)"', block(html, language=language))) for language in ("fi", "sv")]
    assert not ids[0] & ids[1]


# 3, URLs


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("http://example.org/", "http://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+358", "tel:+358"),
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("https://example.org:443/a/./b/../c", "https://example.org/a/c"),
        ("https://ä.example/", "https://xn--4ca.example/"),
        ("https://example.org/it's", "https://example.org/it%27s"),
        ("https://example.org/{a}|^?q='|^", "https://example.org/%7Ba%7D%7C%5E?q=%27%7C%5E"),
        ("mailto:a@example.org?subject=Hei vaan", "mailto:a@example.org?subject=Hei%20vaan"),
        ("//example.org/x", "https://example.org/x"),
        ("/x", "https://example.org/x"),
        ("../x", "https://example.org/hankkeet/uutiset/x"),
        ("?a=1", PAGE + "?a=1"),
        ("https://example.org/pää", "https://example.org/p%C3%A4%C3%A4"),
        ("javascript:alert(1)", None),
        ("JaVa\tScript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("\u200bjavascript:alert(1)", None),
        ("javascript&#58;alert(1)", None),
        ("javascript&amp;colon;alert(1)", None),
        ("%6Aavascript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("tag:example.org,2026:x", None),
        ("urn:isbn:1", None),
        ("webcal://example.org/x", None),
        ("file:///etc/passwd", None),
        ("", None),
        ("   ", None),
        ("https://[x/", None),
        ("//[x/", None),
    ],
)
def test_addresses_are_full_and_of_schemes_that_live(href: str, expected: str | None) -> None:
    assert canonical(href, PAGE) == expected


def test_a_link_of_another_scheme_leaves_its_words() -> None:
    assert content('<p><a href="javascript:alert(1)">a <em>b</em></a></p>') == '<p lang="fi">a <em>b</em></p>'


@pytest.mark.parametrize("profile", ["basic", "restricted", "full"])
def test_no_link_leads_within_the_block(profile: str) -> None:
    html = '<p><a href="#a">eteen</a></p><h2 id="a">A</h2>'
    assert f'<a href="{PAGE}#a">eteen</a>' in content(html, profile=profile)


def test_a_link_to_what_the_block_has_no_id_for_leads_to_the_page() -> None:
    assert f'<a href="{PAGE}#taulu">x</a>' in content('<p id="taulu"><a href="#taulu">x</a></p>')
    assert f'<a href="{PAGE}#muualla">x</a>' in content('<p><a href="#muualla">x</a></p>')


def test_links_to_documents_and_attachments_say_what_they_are() -> None:
    links = (
        Link("doc:news/b.sv.md", "https://example.org/sv/b/", "sv", "(ruotsiksi)"),
        Link("file:files/e.pdf", "https://example.org/files/e.pdf", None, "(PDF, 1,2 Mt)"),
    )
    html = '<p><a href="doc:news/b.sv.md">Kysely</a> <a href="file:files/e.pdf">Esitys</a> <a href="doc:x">ei</a></p>'
    assert content(html, links=links) == (
        '<p lang="fi"><a hreflang="sv" href="https://example.org/sv/b/">Kysely (ruotsiksi)</a> '
        '<a href="https://example.org/files/e.pdf">Esitys (PDF, 1,2 Mt)</a> ei</p>'
    )


# 5, language


def test_every_top_level_element_has_its_language() -> None:
    html = "<p>a</p><ul><li>b</li></ul><blockquote>c</blockquote><dl><dt>d</dt><dd>e</dd></dl><h2>f</h2><pre>g</pre>"
    tree = [node for node in parsed(block(html)) if isinstance(node, Element)]
    assert {node.get("lang") for node in tree} == {"fi"}


# 6, identity


def test_source_paragraph_is_exact() -> None:
    text = block("<p>a</p>")
    version = re.search("v=([0-9a-f]{12})", text)
    assert version
    assert text.rstrip().rsplit("\n", 1)[1] == (
        f'<p lang="fi">Lähde: <a hreflang="fi" href="{PAGE}#kaiku=uutinen;l=fi;p=basic;v={version[1]}">Otsikko</a></p>'
    )


@pytest.mark.parametrize(("language", "word"), [("fi", "Lähde"), ("sv", "Källa"), ("en", "Source")])
def test_source_word_of_each_language(language: str, word: str) -> None:
    assert f'<p lang="{language}">{word}: <a hreflang="{language}"' in block("<p>a</p>", language=language)


# 7, version


def test_version_is_the_hash_that_the_contract_says() -> None:
    text = block('<p>Ää ni\u00ad <a href="https://example.org/x">linkki</a></p>')
    said = f"OtsikkoÄänilinkkiLähde:Otsikko\nhttps://example.org/x\n{PAGE}"
    assert re.findall("v=([0-9a-f]{12})", text) == [hashlib.sha256(said.encode()).hexdigest()[:12]]
    assert rendered("<p>a</p>").v in block("<p>a</p>")


SAME = [
    "<p>ab</p>",
    "<p>a b</p>",
    "<p>a\u00adb</p>",
    "<p>a\u200b\n b</p>",
    "<p><b>a</b>b</p>",
    "<ul><li>a</li><li>b</li></ul>",
]


@pytest.mark.parametrize("html", SAME)
def test_version_ignores_white_space_format_characters_and_markup(html: str) -> None:
    assert rendered(html).v == rendered("<p>ab</p>").v


@pytest.mark.parametrize("html", ["<p>aB</p>", '<p><a href="https://example.org/">ab</a></p>', "<p>ab.</p>"])
def test_version_changes_with_a_letter_or_a_link(html: str) -> None:
    assert rendered(html).v != rendered("<p>ab</p>").v


@pytest.mark.parametrize(
    "html",
    [
        '<h2>Ö</h2><p>a<a href="https://example.org/?a=1&amp;b">b</a></p>',
        '<p lang="fi"><a lang="sv" hreflang="sv" href="https://example.org/">b</a></p>',
        '<p><code>&lt;a href="https://example.org/"&gt;</code> ja <em lang="en"> href="x"</em></p>',
    ],
)
def test_version_found_again_in_the_block_itself(html: str) -> None:
    text = block(html)
    assert version_of(text) in text
    assert version_in(said_by(tokens_of(text))) in text


def test_format_characters_are_those_of_unicode() -> None:
    listed = {code for first, last in FORMAT_RANGES for code in range(first, last + 1)}
    assert {code for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"} <= listed


def test_white_space_and_format_characters_make_no_version() -> None:
    assert version("a\u00a0b \u00adc\n d", ()) == version("abcd", ())
    signs = [chr(code) for first, last in FORMAT_RANGES for code in range(first, last + 1)]
    signs += [chr(code) for code in range(0x110000) if chr(code).isspace()]
    for sign in signs:
        assert version(f"a b{sign}c", ()) == version("abc", ()), hex(ord(sign))


# 10, size


def test_a_large_block_is_warned_of_and_a_too_large_one_left_out() -> None:
    word = "<p>kirjasto kirjasto kirjasto kirjasto</p>"
    large, too_large = rendered(word * 1_000), rendered(word * 2_000)
    assert large.data
    assert [(one.code, one.is_error) for one in large.diagnostics] == [("BLK002", False)]
    assert not too_large.data
    assert [(one.code, one.is_error) for one in too_large.diagnostics] == [("BLK003", False)]


# 11, safety


def test_nothing_that_runs_is_left() -> None:
    hostile = (
        Element("p", (("onclick", "x"), ("style", "x"), ("class", "x"), ("lang", 'fi"><script>')), ("a",)),
        Element("script", (), ("alert(1)",)),
        Element("p", (), (Element("a", (("href", "javascript:x"), ("onmouseover", "x")), ("b",)),)),
        Element("form", (("action", "https://example.org/"),), (Element("input", (("type", "text"),)), "c")),
        Element("ol", (("start", "1;x"),), (Element("li", (), ("d",)),)),
        Element("h2", (("id", 'a" onload="x'),), ("e",)),
        Element("iframe", (("srcdoc", "x"),), ("f",)),
    )
    text = content(hostile)
    for bad in ("script", "onclick", "style", "form", "onload=", "iframe", "srcdoc", "1;x", "javascript", "input"):
        assert bad not in text
    assert all(letter in text for letter in "abcde")


# 12, determinism


def test_two_runs_give_the_same_bytes() -> None:
    html = '<h2>A</h2><p>b <a href="#x">c</a></p><table><tr><th>d</th></tr><tr><td>e</td></tr></table>'
    assert rendered(html) == rendered(html)


def test_view_is_told_apart_by_its_repr() -> None:
    assert repr(a_view()) == repr(a_view())
    assert repr(a_view()) != repr(a_view(title="Toinen"))


def test_block_read_back_is_the_block() -> None:
    html = (
        "<ul><li>a<ul><li>b</li></ul></li></ul><blockquote><p>c</p><p>d</p></blockquote><dl><dt>e</dt><dd>f</dd></dl>"
    )
    text = block(html)
    assert normal(parsed(text)) == normal(parsed(re.sub(r"\n+", "", text)))
