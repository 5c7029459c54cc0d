"""The ledger as a value and as a file."""

import json
import tomllib
from pathlib import Path
from string import Formatter
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.addresses import alias_address, page_file
from plugins.core.languages import LANGUAGES
from plugins.core.ledger import BlockVersion, Ledger, PublishedBlock, PublishedEvent, PublishedVersion
from plugins.publishing.changes import changes
from plugins.publishing.ledger_file import read_ledger, written
from plugins.publishing.ledger_schema import LEDGER_SCHEMA
from plugins.publishing.succession import absent_block, present_block
from tests.laws import law

TEXTS = Path(__file__).parents[2] / "plugins" / "publishing" / "texts"
KEYS = st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True)
CODES = st.sampled_from(("fi", "sv", "en"))
DATES = st.dates().map(lambda one: one.isoformat())
ADDRESSES = st.lists(st.text(max_size=9).map(lambda one: f"/{one}/"), max_size=3, unique=True).map(tuple)
SENTENCES = st.from_regex(r"([#*:]?[A-Za-z0-9+/]{4}(\.[A-Za-z0-9+/]{4}){0,2}){0,4}", fullmatch=True)
CHANGES = st.from_regex(r"(([=ncma]|-[hidp])[1-9]){0,4}", fullmatch=True)
STATES = st.builds(BlockVersion, st.from_regex(r"[0-9a-f]{12}", fullmatch=True), DATES)
MOMENTS = st.datetimes().map(lambda one: one.isoformat()[:16]) | DATES | DATES.map(lambda one: one[:7])
HEX = st.from_regex(r"[0-9a-f]{2,16}", fullmatch=True)


def events_of(uid: str) -> st.SearchStrategy[PublishedEvent]:
    kinds, states = st.sampled_from(("meeting", "next", "milestone", "pilot")), ("", "cancelled", "replaced")
    times = (MOMENTS, MOMENTS | st.just(""))
    known = (HEX, HEX, st.integers(0, 9), DATES, st.sampled_from(states))
    return st.builds(PublishedEvent, st.just(uid), KEYS, CODES, kinds, *times, st.lists(KEYS).map(tuple), *known)


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    versions, blocks = [], []
    for key in sorted(draw(st.sets(KEYS, max_size=4))):
        kind = draw(st.sampled_from(("news", "meetings", "pilots", "projects", "pages")))
        for code in sorted(draw(st.sets(CODES, min_size=1))):
            withdrawn = draw(st.just("") | DATES)
            feed_id = f"tag:example.org,2026:{key}/{code}"
            versions.append(PublishedVersion(key, code, kind, draw(ADDRESSES), feed_id, draw(DATES), withdrawn))
    for block in sorted(draw(st.sets(KEYS, max_size=4))):
        for code in sorted(draw(st.sets(CODES, min_size=1))):
            for profile in sorted(draw(st.sets(st.sampled_from(("basic", "full")), min_size=1))):
                states = tuple(draw(st.lists(STATES, min_size=1, max_size=3)))
                told = draw(SENTENCES), draw(CHANGES)
                blocks.append(PublishedBlock(block, "document", code, profile, states, *told))
    events = [draw(events_of(uid)) for uid in sorted(draw(st.sets(st.text(min_size=1, max_size=9), max_size=3)))]
    return Ledger(tuple(versions), tuple(blocks), tuple(events))


@law(few=100, many=1000)
@given(ledgers())
def test_a_ledger_comes_back_as_it_was_written(ledger: Ledger) -> None:
    from tempfile import TemporaryDirectory

    data = written(ledger.versions, ledger.blocks, ledger.events)
    jsonschema.validate(json.loads(data), LEDGER_SCHEMA)
    with TemporaryDirectory() as folder:
        (Path(folder) / "ledger.json").write_bytes(data)
        read = read_ledger(Path(folder) / "ledger.json")
    assert not read.diagnostics
    assert read.ledger == ledger
    assert written(read.ledger.versions, read.ledger.blocks, read.ledger.events) == data


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(LEDGER_SCHEMA)


EVENT: dict[str, Any] = {
    "key": "a",
    "language": "fi",
    "kind": "meeting",
    "start": "2031-06-14T10:00",
    "projects": ["hanke"],
    "words": "00ff",
    "state": "00ff",
    "sequence": 0,
    "modified": "2031-06-01",
}
GOOD: dict[str, Any] = {
    "$schema": "ledger.schema.json",
    "format": 1,
    "documents": {
        "a": {"type": "news", "versions": {"fi": {"id": "tag:x", "addresses": [], "published": "2031-01-01"}}},
    },
    "blocks": {
        "a": {
            "kind": "document",
            "versions": {
                "fi": {
                    "basic": [
                        {"v": "0" * 12, "date": "2031-01-01", "sentences": "#AAAA", "change": "=1"},
                        {"v": "1" * 12, "date": "2031-01-02", "sentences": "#AAAABBBB.CC+/", "change": "=1n1-p2"},
                    ]
                }
            },
        },
    },
    "events": {"a.fi.meeting-1@example.org": EVENT},
}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "\xff",
        json.dumps({**GOOD, "format": 2}),
        json.dumps({**GOOD, "more": 1}),
        json.dumps({**GOOD, "events": {"x": {**EVENT, "start": "2031-13"}}}),
        json.dumps({**GOOD, "events": {"x": {**EVENT, "end": "<b>"}}}),
        json.dumps({**GOOD, "events": {"x": {**EVENT, "kind": "feast"}}}),
        json.dumps({**GOOD, "events": {"x": {**EVENT, "sequence": -1}}}),
        json.dumps({**GOOD, "events": {"x": {**EVENT, "key": "../x"}}}),
        json.dumps({**GOOD, "blocks": {"../x": {"kind": "document", "versions": {}}}}),
        json.dumps(GOOD).replace("2031-01-01", "1.1.2031"),
        json.dumps(GOOD).replace("news", "uutiset"),
        json.dumps(GOOD).replace("#AAAABBBB", "#AAAABBB"),
        json.dumps(GOOD).replace("#AAAABBBB", "?AAAABBBB"),
        json.dumps(GOOD).replace("=1n1-p2", "=1n1-p"),
        json.dumps(GOOD).replace("=1n1-p2", "=1n1-2"),
        json.dumps(GOOD).replace("=1n1-p2", "<script>"),
    ],
)
def test_a_ledger_that_cannot_be_read_is_a_fault(text: str, tmp_path: Path) -> None:
    file = tmp_path / "ledger.json"
    file.write_text(json.dumps(GOOD))
    assert not read_ledger(file).diagnostics
    file.write_text(text, encoding="latin-1")
    assert [one.code for one in read_ledger(file).diagnostics] == ["LED001"]


def test_what_is_known_of_sentences_is_known_of_the_last_state_only(tmp_path: Path) -> None:
    file = tmp_path / "ledger.json"
    file.write_text(json.dumps(GOOD))
    (block,) = read_ledger(file).ledger.blocks
    assert (block.sentences, block.change) == ("#AAAABBBB.CC+/", "=1n1-p2")
    again = json.loads(written((), [block], ()))["blocks"]["a"]["versions"]["fi"]["basic"]
    assert again == [{"v": "0" * 12, "date": "2031-01-01"}, GOOD["blocks"]["a"]["versions"]["fi"]["basic"][1]]


BEFORE = PublishedBlock("a", "document", "fi", "basic", (BlockVersion("0" * 12, "2031-01-01"),), "#AAAABBBB")


def test_a_block_that_changes_leaves_no_fingerprints_of_what_it_was() -> None:
    after = present_block(BEFORE, "1" * 12, "#AAAACCCC", "2031-01-02")
    assert after.versions == (*BEFORE.versions, BlockVersion("1" * 12, "2031-01-02"))
    assert (after.sentences, after.change) == ("#AAAACCCC", "=1c1")
    assert present_block(after, "1" * 12, "#AAAACCCC", "2031-01-03") is after
    assert b"BBBB" not in written((), [after], ())


def test_a_block_that_goes_leaves_no_fingerprints_and_may_come_back() -> None:
    gone = absent_block(present_block(BEFORE, "1" * 12, "#AAAACCCC", "2031-01-02"))
    assert (gone.sentences, gone.change, len(gone.versions)) == ("", "", 2)
    same = present_block(gone, "1" * 12, "#AAAACCCC", "2031-01-04")
    assert (same.versions, same.sentences, same.change) == (gone.versions, "#AAAACCCC", "")
    other = present_block(gone, "2" * 12, "#AAAA", "2031-01-04")
    assert (len(other.versions), other.sentences, other.change) == (3, "#AAAA", "")


def test_an_older_ledger_learns_the_fingerprints_of_what_stands() -> None:
    older = PublishedBlock("a", "document", "fi", "basic", BEFORE.versions)
    learnt = present_block(older, "0" * 12, "#AAAA", "2031-01-02")
    assert (learnt.versions, learnt.sentences, learnt.change) == (BEFORE.versions, "#AAAA", "")


def test_things_are_found_in_a_ledger() -> None:
    states = (BlockVersion("0" * 12, "2031-01-01"),)
    version = PublishedVersion("a", "fi", "news", ("/a/",), "tag:x", "2031-01-01")
    ledger = Ledger((version,), (PublishedBlock("a", "document", "fi", "basic", states),))
    assert ledger.version("a", "fi") is version
    assert ledger.version("a", "sv") is None
    assert ledger.block_versions("a", "fi", "basic") == states
    assert ledger.block_versions("a", "fi", "full") == ()
    assert (dict(ledger.types), dict(ledger.kinds)) == ({"a": "news"}, {"a": "document"})


@law(few=100, many=10_000)
@given(st.text(alphabet="ab/.%25Ec\\ä\0 ", max_size=20).map(lambda one: f"/{one}"))
def test_no_alias_leads_out_of_the_site(alias: str) -> None:
    if ".." in alias.split("/"):
        return  # the schema of front matter does not let it through
    path = page_file(alias_address(alias))
    assert not path.startswith("/")
    assert not {"", ".", ".."} & set(path.split("/"))
    assert path.endswith((".html", ".htm"))


def test_changes() -> None:
    found = changes({"a": "1", "b": "1", "c": "1"}, {"b": "2", "c": "1", "d": "1"})
    assert (found.added, found.changed, found.removed) == (("d",), ("b",), ("a",))
    assert found
    assert not changes({"a": "1"}, {"a": "1"})


def test_every_language_has_the_same_messages() -> None:
    texts = {code: tomllib.loads((TEXTS / f"{code}.toml").read_text("utf-8")) for code in LANGUAGES}
    for table in texts.values():
        assert table.keys() == texts["en"].keys()
        for key, text in table.items():
            named = {name for _, name, _, _ in Formatter().parse(text) if name}
            assert named == {name for _, name, _, _ in Formatter().parse(texts["en"][key]) if name}, key


def test_every_message_is_used_and_every_used_one_is_there() -> None:
    room = TEXTS.parent
    source = "".join(path.read_text("utf-8") for path in room.glob("*.py"))
    for key in tomllib.loads((TEXTS / "fi.toml").read_text("utf-8")):
        assert f'"{key}"' in source, key
