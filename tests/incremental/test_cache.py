"""The cache holds what the content is now, however often it was edited."""

from pathlib import Path

from plugins.authoring.version_reading import SourceName, read_version
from plugins.core.documents import DocumentType, Reading
from plugins.incremental.cache import SPARE_TREES, FileCache
from tests.sites import news

NAME = SourceName("news/kysely.fi.md", DocumentType.NEWS, "kysely", "fi")


def edit(cache: FileCache, number: int) -> Reading:
    read = read_version(NAME, news("Kysely", f"Muokkaus {number}. " + "Teksti jatkuu. " * 200).encode())
    cache.keep_readings({NAME.path: (str(number), read.reading)}, {read.digest: read.tree})
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
    assert FileCache(tmp_path).readings()[NAME.path][1].version == last
