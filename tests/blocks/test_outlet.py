"""Which blocks there are, what they say of meetings and pilots, and what the manifest tells of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from plugins.blocks.manifest import manifest as manifest_of
from plugins.blocks.manifest import render_manifest, render_schema
from plugins.blocks.outlet import document_blocks, other_blocks
from plugins.blocks.rendering import render_block
from plugins.blocks.views import PictureSource, PlannedBlock, SchemaView
from plugins.core.documents import ContentFile, DocumentType, Picture, PictureFacts, Variant
from plugins.core.index import SiteIndex, assemble
from plugins.core.ledger import BlockVersion, Ledger, PublishedBlock
from plugins.core.outputs import Output
from plugins.core.site import BlockDefaults
from plugins.engine.planning import published
from tests.blocks.fragments import Given, parsed
from tests.blocks.sites import NOW, a_site, a_version, an_index

GOLDEN = Path(__file__).parent


def blocks(index: SiteIndex, language: str) -> Iterator[Output]:
    """Give every block of a language, and the feeds of blocks."""
    for version in published(index, language):
        yield from document_blocks(index, version)
    yield from other_blocks(index, language)


def by_path(index: SiteIndex) -> dict[str, Output]:
    outputs = [output for language in index.site.languages for output in blocks(index, language)]
    return {output.path: output for output in (*outputs, *manifest_of(index, outputs))}


def written(output: Output, profile: str = "basic", html: str = "<p>Teksti</p>") -> str:
    made = render_block(output.view, Given(parsed(html)))
    return made.beside[dict(output.view.files)[profile]].decode()


def test_published_news_meetings_and_pilots_are_blocks_in_each_language_they_have() -> None:
    files = ("basic.html", "full.html", "json", "restricted.html")
    made = ("kokous/fi", "kokous-summary/fi", "nyhet/sv", "pilotti/fi", "uutinen/fi", "uutinen/sv")
    paths = [path for output in by_path(an_index()).values() for path in output.paths]
    others = ["blocks/manifest.json", "blocks/manifest.schema.json", "blocks/tekoaly/fi.rss"]
    assert sorted(paths) == sorted([*others, *(f"blocks/{one}.{name}" for one in made for name in files)])


def test_profiles_are_those_that_the_site_asks_for() -> None:
    index = an_index(block_defaults=BlockDefaults(profiles=("restricted", "basic")))
    assert by_path(index)["blocks/kokous/fi.json"].beside == (
        "blocks/kokous/fi.basic.html",
        "blocks/kokous/fi.restricted.html",
    )
    assert not [path for path in by_path(an_index(block_defaults=BlockDefaults(profiles=()))) if "kokous" in path]


def test_manifest_gathers_every_block() -> None:
    outputs = by_path(an_index())
    made = {path for path, output in outputs.items() if output.kind == "block"}
    assert set(outputs["blocks/manifest.json"].gathers) == made


def test_link_to_the_other_language_says_so() -> None:
    link = '<p><a href="doc:news/nyhet.sv.md">Nyhet</a></p>'
    text = written(by_path(an_index())["blocks/uutinen/fi.json"], html=link)
    assert '<a hreflang="sv" href="https://example.org/hankkeet/sv/nyheter/nyhet-sv/">Nyhet (ruotsiksi)</a>' in text


@pytest.mark.parametrize("profile", ["basic", "restricted", "full"])
def test_meeting(profile: str) -> None:
    output = by_path(an_index())["blocks/kokous/fi.json"]
    text = written(output, profile, '<h2 id="1-avaus">1. Avaus</h2><p>Avattiin.</p>')
    assert text == (GOLDEN / f"golden_meeting.fi.{profile}.html").read_text("utf-8")


def test_attendance_is_left_out_where_the_site_says_so() -> None:
    index = an_index(block_defaults=BlockDefaults(attendance=False))
    text = written(by_path(index)["blocks/kokous/fi.json"])
    assert "Läsnä" not in text
    assert "Alavus" not in text
    assert "Puheenjohtaja" in text


def test_pilot() -> None:
    text = written(by_path(an_index())["blocks/pilotti/fi.json"])
    assert text.split("\n\n")[1:-1] == [
        (
            '<dl lang="fi">\n<dt><p>Pilottikirjastot</p></dt>\n<dd><p>Esimerkkilän kirjasto</p></dd>\n'
            "<dd><p>Toisen kirjasto</p></dd>\n<dt><p>Vaihe</p></dt>\n<dd><p>Käynnissä</p></dd>\n"
            "<dt><p>Toteutusaika</p></dt>\n<dd><p>helmikuu–marraskuu 2031</p></dd>\n</dl>"
        ),
        '<p lang="fi">Teksti</p>',
        '<h3 id="kaiku-pilotti-fi-lukuina" lang="fi">Lukuina</h3>',
        '<dl lang="fi">\n<dt><p>Vastauksia</p></dt>\n<dd><p>45</p></dd>\n</dl>',
        '<h3 id="kaiku-pilotti-fi-seuraavat-askeleet" lang="fi">Seuraavat askeleet</h3>',
        '<ul lang="fi">\n<li>Kysely</li>\n<li>Raportti</li>\n</ul>',
    ]


def manifest(index: SiteIndex) -> dict[str, Any]:
    outputs = by_path(index)
    made = {
        path: render_block(output.view, Given(parsed("<p>Teksti</p>"))).facts
        for path, output in outputs.items()
        if isinstance(output.view, PlannedBlock)
    }
    facts = {path: one for path, one in made.items() if one}
    lost = facts["blocks/nyhet/sv.json"]
    files = {profile: file for profile, file in lost.files.items() if profile != "basic"}
    facts["blocks/nyhet/sv.json"] = replace(lost, files=files)
    data = render_manifest(outputs["blocks/manifest.json"].view, Given(of_outputs=facts)).data
    assert data is not None
    read: dict[str, Any] = json.loads(data)
    return read


def test_manifest_tells_of_each_block() -> None:
    read = manifest(an_index())
    assert [block["id"] for block in read["blocks"]] == ["kokous", "kokous-summary", "nyhet", "pilotti", "uutinen"]
    news = read["blocks"][4]
    assert (news["kind"], news["type"], news["projects"], list(news["languages"])) == (
        "document",
        "news",
        ["tekoaly"],
        ["fi", "sv"],
    )
    finnish = news["languages"]["fi"]
    index = an_index()
    data = written(by_path(index)["blocks/uutinen/fi.json"])
    assert finnish["profiles"]["basic"]["bytes"] == len(data.encode())
    assert f"v={finnish['profiles']['basic']['v']}" in data
    assert finnish["profiles"]["basic"]["path"] == "blocks/uutinen/fi.basic.html"
    assert (finnish["url"], finnish["published"], finnish["changed"]) == (
        "https://example.org/hankkeet/uutiset/uutinen-fi/", "2031-05-14", "2031-05-14",
    )  # fmt: skip
    assert finnish["text"] == "uutinen fi\nTeksti\nLähde: uutinen fi"
    assert news["languages"]["sv"]["changed"] == "2031-05-20"


def test_manifest_says_what_could_not_be_exported() -> None:
    nyhet = manifest(an_index())["blocks"][2]["languages"]["sv"]
    assert nyhet["profiles"]["basic"] == {"exported": False}
    assert nyhet["profiles"]["full"]["exported"]


def test_manifest_tells_of_earlier_versions() -> None:
    before = manifest(an_index())["blocks"][4]["languages"]["fi"]["profiles"]["basic"]
    assert (before["since"], before["earlier"]) == ("", [])
    states = (BlockVersion("0" * 12, "2031-01-01"), BlockVersion("1" * 12, "2031-02-01"))
    now = (*states, BlockVersion(before["v"], "2031-05-20"))
    for versions, since in ((states, ""), (now, "2031-05-20")):
        index = an_index()
        known = replace(index, ledger=Ledger(blocks=(PublishedBlock("uutinen", "document", "fi", "basic", versions),)))
        read = manifest(known)["blocks"][4]["languages"]["fi"]["profiles"]["basic"]
        assert read["since"] == since
        assert read["earlier"] == [
            {"v": "1" * 12, "date": "2031-02-01"},
            {"v": "0" * 12, "date": "2031-01-01"},
        ]


def test_a_text_that_returns_is_new_once_more() -> None:
    index = an_index()
    v = manifest(index)["blocks"][4]["languages"]["fi"]["profiles"]["basic"]["v"]
    states = (BlockVersion(v, "2031-01-01"), BlockVersion("1" * 12, "2031-02-01"))
    for versions, since in ((states, ""), ((*states, BlockVersion(v, "2031-03-01")), "2031-03-01")):
        ledger = Ledger(blocks=(PublishedBlock("uutinen", "document", "fi", "basic", versions),))
        read = manifest(replace(index, ledger=ledger))["blocks"][4]["languages"]["fi"]["profiles"]["basic"]
        assert read["since"] == since
        assert read["earlier"] == [{"v": "1" * 12, "date": "2031-02-01"}, {"v": v, "date": "2031-01-01"}]


def test_manifest_is_of_its_schema() -> None:
    data = render_schema(SchemaView(), Given()).data
    assert data is not None
    schema = json.loads(data)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(manifest(an_index()), schema, jsonschema.Draft202012Validator)


def test_outlet_gives_the_same_twice() -> None:
    index = an_index()
    first, second = ([one.view for one in blocks(index, "fi")] for _ in range(2))
    assert repr(first) == repr(second)


def test_picture_is_known_by_its_largest_variant() -> None:
    variants = (Variant("kuvat/x-400.jpg", 400, 300), Variant("kuvat/x-800.jpg", 800, 600))
    picture = ContentFile("images/x.jpg", 9, "1" * 32, PictureFacts("JPEG", 800, 600, variants=variants))
    news = a_version(DocumentType.NEWS, "uutinen", image=Picture("images/x.jpg", "Talo"))
    index = assemble(a_site(), [news], {"images/x.jpg": picture}, NOW)
    view = by_path(index)["blocks/uutinen/fi.json"].view.view
    assert view.sources == (PictureSource("images/x.jpg", "https://example.org/hankkeet/kuvat/x-800.jpg", 800, 600),)
