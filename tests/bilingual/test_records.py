"""The file of records: what is written is read, and damage costs a line."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.bilingual.changes import ChangeKind, changes
from plugins.bilingual.records import Pair, TranslationRecord, load, parse, save, written
from tests.laws import law

digests = st.text("0123456789abcdef", min_size=10, max_size=10)
fields = st.text("abcdefghijklmnopqrstuvwxyz_.", min_size=1, max_size=9)
marks = st.one_of(digests, st.builds("{}:{}".format, fields, digests))
records = st.builds(
    TranslationRecord,
    st.builds(Pair, st.text(min_size=1), st.sampled_from(["fi", "sv"]), st.sampled_from(["fi", "sv", "en"])),
    st.dates().map(str),
    st.lists(marks).map(tuple),
)


@law(100, 5_000)
@given(st.lists(records, unique_by=lambda record: record.pair))
def test_what_is_written_is_read(some: list[TranslationRecord]) -> None:
    text = written(some)
    assert parse(text) == ({record.pair: record for record in some}, ())
    assert written(reversed(some)) == text
    assert text.count("\n") == len(some)


@law(100, 5_000)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert not parse(text).by_pair


LINE = '{"key": "a", "lang": "sv", "against": "fi", "date": "2026-02-16", "paragraphs": ["title:0a", "0b"]}'


def test_damaged_lines_are_told_and_the_others_read() -> None:
    damaged = [
        LINE[:40],
        "[]",
        '"a"',
        "12",
        LINE.replace("2026-02-16", "eilen"),
        LINE.replace('"0b"', "5"),
        LINE.replace('["title:0a", "0b"]', '"0b"'),
        LINE.replace('"key"', '"avain"'),
        "[" * 5000,
    ]
    read = parse("\n".join(["", *damaged, LINE, ""]))
    assert list(read.by_pair) == [Pair("a", "sv", "fi")]
    assert [(one.code, one.place.path, one.place.line) for one in read.diagnostics] == [
        ("BIL004", "translations.jsonl", number) for number in range(2, 11)
    ]


def test_a_merge_with_conflicts_leaves_the_latest() -> None:
    newer, newest = LINE.replace("02-16", "02-20"), LINE.replace("02-16", "02-20").replace("0b", "0c")
    text = f"<<<<<<< meidän\n{newer}\n=======\n{newest}\n{LINE}\n>>>>>>> heidän\n"
    read = parse(text)
    assert read.by_pair[Pair("a", "sv", "fi")].paragraphs == ("title:0a", "0c")
    assert [one.place.line for one in read.diagnostics] == [1, 3, 6]


def test_the_file(tmp_path: Path) -> None:
    assert load(tmp_path) == ({}, ())
    record = TranslationRecord(Pair("a", "sv", "fi"), "2026-02-16", ("0b",))
    save(tmp_path, [record])
    assert load(tmp_path).by_pair == {record.pair: record}
    (tmp_path / "translations.jsonl").write_bytes(b"\xff\xfe\n" + (tmp_path / "translations.jsonl").read_bytes())
    assert load(tmp_path).by_pair == {record.pair: record}
    assert [path.name for path in tmp_path.iterdir()] == ["translations.jsonl"]
    (tmp_path / "translations.jsonl").unlink()
    (tmp_path / "translations.jsonl").mkdir()
    assert [one.code for one in load(tmp_path).diagnostics] == ["FRM014"]


def test_changes_name_passages() -> None:
    old = ("title:a0", "summary:b0", "c0", "d0", "e0")
    new = ("title:a1", "image:f0", "c0", "d1", "e0", "e1")
    assert [(one.kind, one.key or one.number) for one in changes(old, new)] == [
        (ChangeKind.CHANGED, "title"),
        (ChangeKind.ADDED, "image"),
        (ChangeKind.REMOVED, "summary"),
        (ChangeKind.CHANGED, 2),
        (ChangeKind.ADDED, 4),
    ]


states = st.lists(st.from_regex(r"[0-9a-c]", fullmatch=True), max_size=8).map(tuple)


@given(states, states)
def test_changes_account_for_every_passage(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    found = changes(old, new)
    assert (not found) == (old == new)
    kept_old = [mark for place, mark in enumerate(old) if place not in {one.before for one in found}]
    kept_new = [mark for place, mark in enumerate(new) if place not in {one.after for one in found}]
    assert kept_old == kept_new
