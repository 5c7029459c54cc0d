"""The cache holds what the content is now, however often it was edited, and nothing that it says is believed."""

import pickle
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from jinja2.bccache import bc_magic

from plugins.authoring.version_reading import SourceName, read_version
from plugins.core.documents import DocumentType, Reading
from plugins.core.output_tree import companion
from plugins.engine.command import build
from plugins.incremental.cache import SPARE_TREES, FileCache
from tests.sites import files_of, news, options, plain_site, write

NAME = SourceName("news/kysely.fi.md", DocumentType.NEWS, "kysely", "fi")


def edit(cache: FileCache, number: int) -> Reading:
    read = read_version(NAME, news("Kysely", f"Muokkaus {number}. " + "Teksti jatkuu. " * 200).encode())
    cache.keep_readings({NAME.path: (str(number), read.reading)}, read.trees)
    return read.reading


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def test_a_thousand_edits_do_not_make_it_grow(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    readings = [edit(cache, number) for number in range(2 * SPARE_TREES)]
    before = size(tmp_path)
    readings += [edit(cache, number) for number in range(2 * SPARE_TREES, 1000)]
    assert size(tmp_path) <= before
    digests = frozenset(reading.version.body.digest for reading in readings if reading.version)
    assert len(digests) == 1000
    assert len(cache.holds_trees(digests)) <= SPARE_TREES + 1


def test_the_text_as_it_is_and_the_one_before_keep_their_trees(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    last = [edit(cache, number).version for number in range(3 * SPARE_TREES)][-1]
    assert last is not None
    assert cache.tree(last.body.digest)
    _, reading = FileCache(tmp_path).readings()[NAME.path]
    assert isinstance(reading, Reading)
    assert reading.version == last


class Payload:
    """A pickle that runs code when it is read."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.trace,)


FOREIGN = {
    "a pickle": None,
    "noise": b"\xc1" * 40,
    "nothing": b"",
    "another type": msgspec.msgpack.encode({"a": [1, 2]}),
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site, and the same site with one more text; give the folder of both."""
    folder = tmp_path_factory.mktemp("sites")
    for name, texts in (("before", {"a": "Teksti."}), ("after", {"a": "Teksti.", "b": "Toinen."})):
        content = plain_site(folder / name / "content")
        write(content, {f"news/{key}.fi.md": news(key.upper(), body) for key, body in texts.items()})
        assert build(options(folder / name)) == 0
    return folder


@pytest.mark.parametrize("stored", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("place", ["readings", "trees", "record", "facts"])
def test_a_foreign_cache_runs_no_code_and_is_made_anew(
    tmp_path: Path, sites: Path, place: str, stored: bytes | None
) -> None:
    trace = tmp_path / "run"
    data = pickle.dumps(Payload(trace)) if stored is None else stored
    shutil.copytree(sites / "before", tmp_path, dirs_exist_ok=True)
    (readings,) = (tmp_path / "cache").glob("readings-*.sqlite")
    tables = {"readings": (readings, "readings", "data"), "trees": (readings, "trees", "data")}
    records = companion(tmp_path / "output") / "records"
    file, table, column = tables.get(place, (records, "outputs", place))
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(f"UPDATE {table} SET {column} = ?", (data,))  # noqa: S608 - names of our own
    write(tmp_path / "content", {"news/b.fi.md": news("B", "Toinen.")})
    (tmp_path / "output" / "index.html").unlink()
    for path in (tmp_path / "output" / "blocks" / "a").glob("*"):
        path.unlink()
    assert build(options(tmp_path)) == 0
    assert not trace.exists()
    assert files_of(tmp_path / "output") == files_of(sites / "after" / "output")


def test_no_file_of_a_foreign_cache_is_run(tmp_path: Path) -> None:
    """Neither what a pickle says, nor what would be taken for a compiled template; nor is it published."""
    trace = tmp_path / "run"
    write(plain_site(tmp_path / "content"), {"news/a.fi.md": news("A", "Teksti.")})
    assert build(options(tmp_path)) == 0
    before = files_of(tmp_path / "output")
    for path in [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]:
        path.write_bytes(bc_magic + pickle.dumps(Payload(trace)))
    shutil.rmtree(tmp_path / "output")
    assert build(options(tmp_path)) == 0
    assert not trace.exists()
    assert files_of(tmp_path / "output") == before
