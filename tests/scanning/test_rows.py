"""The rows of the contract's rule 8, each with pages as CMSs, browsers and editors make them."""

import pytest
from msgspec.structs import replace

from plugins.core.block_contract import BlockIdentity
from plugins.core.scanned_blocks import ScannedBlock
from plugins.core.site import Placement
from plugins.scanning.findings import Page, findings
from plugins.scanning.known_blocks import KnownBlocks
from tests.scanning.cms_pages import block, known, mailed, page, version, without_heading, without_link

NEW, OLD = block(300), block(200)
URL = "https://example.org/uutiset/kysely/"
SOURCE = f"{URL}#kaiku=kysely;l=fi;p=basic;v="
TITLE = "<h1>Kysely lähtee</h1>"
LINK = NEW[NEW.index(SOURCE) : NEW.index('">', NEW.index(SOURCE))]
OTHER = block(300, id="muu")


def led(new: str, html: str = NEW) -> str:
    """Give the block with another beginning of its source link."""
    return html.replace(URL + "#kaiku", new + "#kaiku")


CMS = "changed-by-cms"
ROWS: dict[str, tuple[list[str], list[tuple[str, tuple[str, ...]]]]] = {
    # The source link, whatever became of its address.
    "another scheme": ([led("http://example.org/uutiset/kysely/")], [(CMS, ("link-scheme",))]),
    "no last slash": ([led("https://example.org/uutiset/kysely")], [(CMS, ("link-slash",))]),
    "capitals of the host": ([led("HTTPS://EXAMPLE.org:443/uutiset/kysely/")], [("current", ())]),
    "no scheme": ([led("//example.org/uutiset/kysely/")], [("current", ())]),
    "parameters": ([led(URL + "?utm_source=kirjastot")], [(CMS, ("link-parameters",))]),
    "percent-encoded": ([NEW.replace("#kaiku=", "%23kaiku%3D").replace(";l=fi;", "%3Bl%3Dfi%3B")],
                        [(CMS, ("link-encoded",))]),
    "the mark alone percent-encoded": ([NEW.replace(";l=fi;", "%3Bl%3Dfi%3B")], [(CMS, ("link-encoded",))]),
    "a redirector": (
        [NEW.replace(LINK, "/redirect?url=" + LINK.replace(":", "%3A").replace("/", "%2F").replace("#", "%23"))],
        [(CMS, ("link-redirector",))],
    ),
    "a redirector in the path": ([led("https://cms.example/exit/" + URL)], [(CMS, ("link-redirector",))]),
    "a mail filter, encoded twice": (
        [NEW.replace(LINK, "https://safe.example/?url=" + LINK.replace(":", "%253A").replace("/", "%252F").replace(
            "#", "%2523").replace("=", "%253D") + "&amp;data=5")],
        [(CMS, ("link-redirector",))],
    ),
    "two changes at once": ([led("http://example.org/uutiset/kysely?a=1")],
                            [(CMS, ("link-scheme", "link-slash", "link-parameters"))]),
    "an old version by another scheme": (
        [led("http://example.org/uutiset/kysely/", OLD)], [("stale", ("link-scheme",))],
    ),
    "a source link that leads elsewhere": ([led("https://muu.example/")], [("edited", ("link-elsewhere",))]),
    # What CMSs add.
    "bare addresses made links": (
        [mailed(NEW.replace("esim.example.org", '<a href="http://esim.example.org">esim.example.org</a>'))],
        [(CMS, ("cms-links",))],
    ),
    "a permalink": (
        [NEW.replace("</h2>", ' <a class="headerlink" href="#kaiku-kysely-fi">#</a></h2>')],
        [(CMS, ("cms-permalinks",))],
    ),
    "a paragraph sign for a permalink": (
        [NEW.replace("</h2>", '<a href="https://cms.example/sivu#kaiku-kysely-fi">¶</a></h2>')],
        [(CMS, ("cms-permalinks",))],
    ),
    "a note on a link": (
        [NEW.replace("ohje</a>", 'ohje<span class="ext"><span> (link is external)</span></span></a>')],
        [(CMS, ("cms-notes",))],
    ),
    "a note in Finnish": ([NEW.replace("ohje</a>", "ohje</a> (linkki on ulkoinen)")], [(CMS, ("cms-notes",))]),
    "a note in Swedish": ([NEW.replace("ohje</a>", "ohje</a> (länken är extern)")], [(CMS, ("cms-notes",))]),
    "a note that only screen readers say": (
        [NEW.replace("ohje</a>", 'ohje<span class="visually-hidden">Avautuu muualla</span></a>')],
        [(CMS, ("cms-asides",))],
    ),
    "an icon of a typeface": (
        [NEW.replace("ohje</a>", 'ohje<i class="icons" aria-hidden="true">open_in_new</i></a>')],
        [(CMS, ("cms-asides",))],
    ),
    "a button in the heading": (
        [NEW.replace("</h2>", '<button type="button">Kopioi linkki</button></h2>')], [(CMS, ("cms-asides",))],
    ),
    "a heading that is a button": (
        [NEW.replace('-fi">', '-fi"><button>', 1).replace("</h2>", "</button></h2>", 1)], [("current", ())],
    ),
    "all of it hidden below a dialogue": ([f'<div aria-hidden="true" class="sr-only">{NEW}</div>'], [("current", ())]),
    "a button and a note of another kind": (
        [NEW.replace("</h2>", "<button>Kuuntele</button></h2>").replace("ohje</a>", "ohje</a> (link is external)")],
        [(CMS, ("cms-asides", "cms-notes"))],
    ),
    "an address kept from robots": (
        [NEW.replace(mailed("{}"), '<span class="spamspan"><span class="u">nimi</span> [at] <span class="d">'
         "example [dot] org</span></span>")],
        [(CMS, ("cms-emails",))],
    ),
    "an address kept from robots, its link left": (
        [NEW.replace(">nimi@example.org<", ">nimi(at)example.org<")], [(CMS, ("cms-emails",))],
    ),
    "an address that a network encodes": (
        [NEW.replace(mailed("{}"), '<a href="/cdn-cgi/l/email-protection#5a343337331a3f223b372a363f7435283d">'
         "[email&#160;protected]</a>")],
        [(CMS, ("cms-emails",))],
    ),
    "links counted": (
        [NEW.replace("/ohje/", "/ohje/?utm_source=kirjastot&amp;utm_medium=x")], [(CMS, ("cms-addresses",))],
    ),
    "links by way of a counter": (
        [NEW.replace("https://example.org/ohje/", "/out?to=https%3A%2F%2Fexample.org%2Fohje%2F")],
        [(CMS, ("cms-addresses",))],
    ),
    "links of another scheme": ([NEW.replace("https://example.org/ohje/", "http://example.org/ohje")],
                                [(CMS, ("cms-addresses",))]),
    "headings a level lower": ([NEW.replace("<h2", "<h4").replace("</h2", "</h4")], [("current", ())]),
    "headings that are none": ([NEW.replace("<h2", '<div role="heading"').replace("</h2", "</div")], [("current", ())]),
    "an old version with additions": (
        [OLD.replace("ohje</a>", "ohje</a> (link is external)").replace("</h2>", ' <a href="#x">#</a></h2>')],
        [("stale", ("cms-permalinks", "cms-notes"))],
    ),
    "an addition and a change": (
        [NEW.replace("ohje</a>", "ohje</a> (link is external)").replace("kaikkiin", "joihinkin")], [("edited", ())],
    ),
    # Without the heading.
    "the page's title says the same": ([TITLE, without_heading(NEW)], [("without-heading", ("title-instead",))]),
    "the title says it, and the CMS has added": (
        [TITLE, without_heading(NEW).replace("ohje</a>", "ohje</a> (link is external)")],
        [("without-heading", ("title-instead", "cms-notes"))],
    ),
    "the title says something else": (["<h1>Muuta</h1>", without_heading(NEW)], [("damaged", ("no-heading",))]),
    "an old version below the title": ([TITLE, without_heading(OLD)], [("stale", ("title-instead",))]),
    "text before it": ([TITLE, "<p>Johdanto.</p>", without_heading(NEW), "<p>Loppu.</p>"],
                       [("without-heading", ("title-instead",))]),
    "a changed text below the title": (
        [TITLE, without_heading(NEW).replace("toinen", "kolmas")], [("damaged", ("no-heading",))],
    ),
    # Ordinary links.
    "an ordinary link": ([f'<p>Katso <a href="{LINK}">kysely</a>.</p>'], []),
    "an ordinary link after a block": ([NEW, f'<p>Katso <a href="{LINK}">kysely</a>.</p>'], [("current", ())]),
    "an ordinary link before a block": ([f'<p>Katso <a href="{LINK}">kysely</a>.</p>', NEW], [("current", ())]),
    "an ordinary link to an old version": ([f'<ul><li><a href="{LINK[:-12]}000000000000">kysely</a></li></ul>'], []),
    "a citation": ([f'<p>Jotain.</p><p>Lähde: <a href="{LINK}">Kysely lähtee</a></p>'], []),
    "an ordinary link to another id": ([f'<p>Katso <a href="{LINK.replace("kysely;", "muu;")}">muu</a>.</p>'], []),
    "an ordinary link without a mark": ([f'<p><a href="{URL}">kysely</a> <a href="{URL}#kaiku">x</a></p>'], []),
    "an address as text": ([f"<p>{LINK}</p>"], []),
    "an address as text, linked": ([f'<p><a href="{LINK}">{LINK}</a></p>'], []),
    # One cause, one finding.
    "a block in a block": (
        [NEW.replace("<ul", OTHER + "<ul", 1)], [("edited", ("nested",)), ("unknown", ("no-block",))],
    ),
    "a known block in a block": (
        [NEW.replace("<ul", block(300, "sv") + "<ul", 1)], [("edited", ("nested",)), ("current", ())],
    ),
    "a block in itself": ([NEW.replace("<ul", NEW + "<ul", 1)], [("edited", ("nested",)), ("current", ())]),
    "pasted as text, its addresses made links": (
        ["<p>" + NEW.replace("<", "&lt;").replace(LINK, f'<a href="{LINK}">{LINK}</a>') + "</p>"],
        [("damaged", ("escaped",))],
    ),
    "pasted as text twice over": (["<pre>" + NEW.replace("<", "&lt;") * 2 + "</pre>"], [("damaged", ("escaped",))]),
    "neither heading nor link": ([without_link(without_heading(NEW))], []),
    "heading without its link": ([without_link(NEW), "<h2>Muu</h2>", f'<p><a href="{URL}">x</a></p>'],
                                 [("damaged", ("no-link",))]),
    "a broken mark below its heading": ([NEW.replace(";v=", ";w=")], [("damaged", ("mark",))]),
    "a link of another version": ([NEW.replace(LINK[-12:], "0123456789ab")], [("edited", ("mark-differs",))]),
    "the link before the heading": (
        [f'<p><a href="{LINK}">x</a></p>' + without_link(NEW)], [("damaged", ("no-link",))],
    ),
    # What is not shown, and what is.
    "in a shadow root": (
        [f'<kirjasto-nosto><template shadowrootmode="open"><slot></slot>{NEW}</template></kirjasto-nosto>'],
        [("current", ())],
    ),
    "in a closed shadow root of a shadow root": (
        [(f'<a-b><template shadowrootmode="open"><c-d><template shadowrootmode="closed">{OLD}</template></c-d>'
         "</template></a-b>")],
        [("stale", ())],
    ),
    "in a template that nobody shows": ([f"<template>{NEW}</template>"], []),
    "in a details element": ([f"<details><summary>Lue</summary>{NEW}</details>"], [("current", ())]),
}  # fmt: skip


@pytest.fixture(scope="module")
def blocks(tmp_path_factory: pytest.TempPathFactory) -> KnownBlocks:
    return known(tmp_path_factory.mktemp("tunnetut"))


def judged(blocks: KnownBlocks, *parts: str, placed: tuple[Placement, ...] = ()) -> tuple[ScannedBlock, ...]:
    return findings(Page("https://cms.example/sivu", page(*parts)), blocks, placed)


@pytest.mark.parametrize("row", ROWS)
def test_row(blocks: KnownBlocks, row: str) -> None:
    parts, expected = ROWS[row]
    assert [(str(one.state), one.reasons) for one in judged(blocks, *parts)] == expected


LONG = "https://example.org/haku/?a=1&amp;b=%C3%A4#osa"
CARRIED = {
    "by a mail filter": "https://safe.example/?url=https%3A%2F%2Fexample.org%2Fhaku%2F%3Fa%3D1%26b%3D%25C3%25A4%23osa&amp;data=5",
    "half encoded": "https://search.example/url?q=https://example.org/haku/%3Fa%3D1%26b%3D%25C3%25A4%23osa&amp;sa=D",
    "as it is": "https://search.example/url?q=https://example.org/haku/?a=1&amp;b=%C3%A4#osa",
    "in a path": "https://archive.example/2026/https://example.org/haku/?a=1&amp;b=%C3%A4#osa",
    "counted": "https://example.org/haku/?a=1&amp;b=%C3%A4&amp;utm_source=x&amp;utm_medium=y#osa",
}  # fmt: skip


def _with_another_link(blocks: KnownBlocks, href: str) -> tuple[str, KnownBlocks]:
    """Give the block with another link in it, and what is known of it then."""
    html = NEW.replace("https://example.org/ohje/", href)
    html = html.replace(LINK[-12:], version(html))
    identity = BlockIdentity("kysely", "fi", "basic")
    return html, {identity: replace(blocks[identity], html=html, v=version(html))}


@pytest.mark.parametrize("way", CARRIED)
def test_a_link_with_parameters_by_way_of_another(blocks: KnownBlocks, way: str) -> None:
    html, changed = _with_another_link(blocks, LONG)
    (one,) = judged(changed, html.replace(LONG, CARRIED[way]))
    assert (str(one.state), one.reasons) == (CMS, ("cms-addresses",))


def test_a_network_that_encodes_an_address_leaves_the_words_of_its_link(blocks: KnownBlocks) -> None:
    html, changed = _with_another_link(blocks, "mailto:nimi@example.org")
    encoded = html.replace("mailto:nimi@example.org", "/cdn-cgi/l/email-protection#5a343337331a3f223b372a363f7435283d")
    (one,) = judged(changed, encoded)
    assert (str(one.state), one.reasons) == (CMS, ("cms-emails",))


def test_only_what_people_changed_is_shown(blocks: KnownBlocks) -> None:
    """Neither what the CMS added nor the links that it wrote otherwise are among the changes."""
    added = NEW.replace("ohje</a>", "ohje</a> (link is external)").replace("</h2>", ' <a href="#x">#</a></h2>')
    (one,) = judged(
        blocks, added.replace("kaikkiin", "joihinkin").replace("https://example.org/ohje", "http://example.org/ohje")
    )
    assert [change.text for change in one.changes if change.run != "same"] == ["joihinkin", "kaikkiin"]
    assert (one.links_gone, one.links_new) == ((), ())
    (old,) = judged(blocks, added.replace(NEW[NEW.index("300") : NEW.index("300") + 3], "200"))
    assert [change.text for change in old.changes if change.run != "same"] == ["200", "300"]


def test_nothing_has_to_be_done_about_what_is_current(blocks: KnownBlocks) -> None:
    for parts, expected in ROWS.values():
        for one, (state, _) in zip(judged(blocks, *parts), expected, strict=True):
            assert one.needs_editor is (state not in {"current", CMS, "without-heading"})
            assert bool(one.replacement) is (one.needs_editor and state != "unknown")


@pytest.mark.parametrize("placed", ["fi", "sv"])
def test_a_page_that_cannot_be_read_is_one_finding(blocks: KnownBlocks, placed: str) -> None:
    several = tuple(Placement("kysely", "https://cms.example/", language) for language in ("fi", placed))
    (one,) = findings(Page("https://cms.example/", problem="slow"), blocks, several)
    assert (str(one.state), one.reasons) == ("unreadable", ("slow",))


@pytest.mark.parametrize("placed", [None, "basic", "restricted", "full"])
def test_a_block_without_its_link_is_of_the_profile_that_was_placed(blocks: KnownBlocks, placed: str | None) -> None:
    """The fragment that an editor is given must outlive the page's text format."""
    usual = blocks[BlockIdentity("kysely", "fi", "basic")]
    everywhere = {BlockIdentity("kysely", "fi", profile): replace(usual, profile=profile, html=f"{usual.html}{profile}")
                  for profile in ("basic", "restricted", "full")}  # fmt: skip
    placements = (Placement("kysely", "https://cms.example/sivu", "fi", placed),) if placed else ()
    for spoilt in (without_link(NEW), NEW.replace(";v=", ";w=")):
        (one,) = judged(everywhere, spoilt, placed=placements)
        assert (str(one.state), one.profile) == ("damaged", placed or "basic")
        assert one.replacement.endswith(placed or "basic")


def test_a_link_alone_does_not_fill_a_placement(blocks: KnownBlocks) -> None:
    placement = Placement("kysely", "https://cms.example/sivu", "fi")
    found = judged(blocks, f'<p>Katso <a href="{LINK}">kysely</a>.</p>', placed=(placement,))
    assert [str(one.state) for one in found] == ["missing"]


FORMS = {
    "settings": (
        ('<script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"baseUrl":"\\/",'
        '"pathPrefix":"fi\\/","currentPath":"node\\/77"}}</script>'), "https://cms.example/fi/node/77/edit",
    ),
    "settings of a site in a folder": (
        ('<script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"baseUrl":"\\/web\\/",'
        '"pathPrefix":"","currentPath":"taxonomy\\/term\\/5"}}</script>'), "https://cms.example/web/taxonomy/term/5/edit",
    ),
    "settings of a page that is none": (
        ('<script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"currentPath":"haku"}}'
        "</script>"), "",
    ),
    "spoilt settings": (
        '<script type="application/json" data-drupal-selector="drupal-settings-json">{"path":</script>', "",
    ),
    "settings that are a list": (
        '<script type="application/json" data-drupal-selector="drupal-settings-json">[1]</script>', "",
    ),
    "short link": ('<link rel="shortlink" href="https://cms.example/node/12">', "https://cms.example/node/12/edit"),
    "relative short link": ('<link rel="shortlink" href="/fi/node/12">', "https://cms.example/node/12/edit"),
    "canonical link": ('<link rel="canonical" href="https://cms.example/node/3">', "https://cms.example/node/3/edit"),
    "canonical link that says nothing": ('<link rel="canonical" href="https://cms.example/sivu">', ""),
    "Drupal 7": (
        ('<script>jQuery.extend(Drupal.settings, {"basePath":"\\/","pathPrefix":"sv\\/","ajaxPageState":{}});</script>'
        '<link rel="shortlink" href="/node/8">'), "https://cms.example/sv/node/8/edit",
    ),
    "another host's base": ('<base href="https://muu.example/"><link rel="shortlink" href="/node/8">',
                            "https://muu.example/node/8/edit"),
}  # fmt: skip


@pytest.mark.parametrize("case", FORMS)
def test_a_page_tells_where_it_is_edited(blocks: KnownBlocks, case: str) -> None:
    head, form = FORMS[case]
    html = page(NEW).decode().replace("<head>", f"<head>{head}")
    assert findings(Page("https://cms.example/sivu", html.encode()), blocks)[0].edit == form


@pytest.mark.parametrize(
    ("name", "number"), [("page-node-123", "123"), ("node--123", "123"), ("nodeid-5", "5"), ("page-node-type-a", "")]
)
def test_a_body_tells_its_node(blocks: KnownBlocks, name: str, number: str) -> None:
    html = page(NEW).decode().replace('class="path-node"', f'class="path-node {name}"')
    (one,) = findings(Page("https://cms.example/sivu", html.encode()), blocks)
    assert one.edit == (f"https://cms.example/node/{number}/edit" if number else "")


def test_the_node_around_a_block_is_edited(blocks: KnownBlocks) -> None:
    nodes = "".join(f'<article data-history-node-id="{number}">{html}</article>'
                    for number, html in ((4, "<p>Nosto</p>"), (5, OLD), ("x", block(300, "sv"))))  # fmt: skip
    stale, broken = judged(blocks, nodes)
    assert stale.edit == "https://cms.example/node/5/edit"
    assert broken.edit == ""


def test_a_saved_page_tells_where_it_came_from(blocks: KnownBlocks) -> None:
    html = page(NEW).decode().replace("<head>", '<head><link rel="canonical" href="https://cms.example/fi/node/9">')
    (one,) = findings(Page("tallennettu.html", html.encode()), blocks)
    assert one.edit == "https://cms.example/node/9/edit"


WRITTEN = {
    "the header says windows-1252": ("windows-1252", "windows-1252", ""),
    "the header says iso-8859-1 and means windows-1252": ("windows-1252", "iso-8859-1", ""),
    "the page says iso-8859-1": ("windows-1252", "", '<meta charset="iso-8859-1">'),
    "the page says it the old way": (
        "windows-1252",
        "",
        '<meta http-equiv="Content-Type" content="text/html; charset=latin1">',
    ),
    "nothing is said": ("windows-1252", "", ""),
    "the page says UTF-8 and is none": ("windows-1252", "utf-8", '<meta charset="utf-8">'),
    "the page says iso-8859-1 and is UTF-8": ("utf-8", "iso-8859-1", '<meta charset="iso-8859-1">'),
    "the header wins over the page": ("iso-8859-15", "iso-8859-15", '<meta charset="koi8-r">'),
    "a mark of byte order": ("utf-8-sig", "iso-8859-1", ""),
    "UTF-16 with its mark": ("utf-16", "", '<meta charset="utf-8">'),
    "UTF-16 by its header": ("utf-16-le", "utf-16le", ""),
    "UTF-16 that nobody tells": ("utf-16-be", "", ""),
    "XML": ("iso-8859-15", "", '<?xml version="1.0" encoding="iso-8859-15"?>'),
    "a charset that there is none of": ("utf-8", "x-klingon", '<meta charset="nothing">'),
}


@pytest.mark.parametrize("case", WRITTEN)
def test_a_page_is_read_in_what_it_is_written(blocks: KnownBlocks, case: str) -> None:
    encoding, header, said = WRITTEN[case]
    text = page(NEW).decode()
    text = said + text if said.startswith("<?xml") else text.replace("<head>", f"<head>{said}")
    assert [str(one.state) for one in findings(Page("x", text.encode(encoding), header), blocks)] == ["current"]


def test_one_wrong_byte_spoils_no_page(blocks: KnownBlocks) -> None:
    data = page(NEW).replace(b"Etusivu", b"Etusivu \xe4")
    assert [str(one.state) for one in findings(Page("x", data, "utf-8"), blocks)] == ["current"]


def nested(count: int) -> str:
    """Give blocks in blocks."""
    return NEW[: NEW.index("<ul")] * count + NEW[NEW.index("<ul") :] * count


HUGE = {
    "a thousand blocks": NEW * 1000,
    "a thousand headings and one link": NEW[: NEW.index("<p")] * 1000 + NEW,
    "a thousand ordinary links": f'<p>Katso <a href="{LINK}">kysely</a>.</p>' * 1000,
    "a thousand paragraphs before a block without its heading": "<p>Kappale tekstiä.</p>" * 5000 + without_heading(NEW),
    "blocks in blocks": nested(150),
    "deep elements": "<div>" * 3000 + NEW,
    "an endless address": NEW.replace("/ohje/", "/" + "a" * 1_000_000),
    "an endless mark": f'<p><a href="{URL}#kaiku={"%25" * 300_000}">x</a></p>' + NEW,
    "many notes": "<p>" + " (" * 100_000 + "</p>" + NEW,
}


@pytest.mark.parametrize("case", HUGE)
def test_a_hostile_page_is_answered(blocks: KnownBlocks, case: str) -> None:
    found = judged(blocks, HUGE[case])
    assert all(one.block == "kysely" for one in found)
    assert (len(found) > 0) is (case != "a thousand ordinary links")


@pytest.mark.long
def test_five_hundred_blocks_in_blocks_are_answered(blocks: KnownBlocks) -> None:
    assert {one.block for one in judged(blocks, nested(500))} == {"kysely"}
