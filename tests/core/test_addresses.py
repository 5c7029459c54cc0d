"""Addresses: words of the language, relative wherever they stand."""

import posixpath
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.addresses import file_address, page_file, relative, slugify
from plugins.core.suggestions import nearest


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kysely lähtee kirjastoihin!", "kysely-lahtee-kirjastoihin"),
        ("ÅÄÖ åäö", "aao-aao"),
        ("S:t Michel & Łódź", "s-t-michel-lodz"),
        ("  –  ", ""),
        ("日本", ""),
        ("A\N{COMBINING DIAERESIS}", "a"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(max_size=90))
def test_slugs_drop_the_marks_of_any_letters(text: str) -> None:
    """The same as looking at each character of the whole text."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(one for one in apart if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")
    if not set(plain) & set("ßæøđðþł"):
        assert slugify(text) == re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("sana " * 40, "-".join(["sana"] * 20)),
        ("a" * 130, "a" * 100),
        ("a" * 100, "a" * 100),
        (f"{'a' * 99} bb", "a" * 99),
        (f"{'a' * 98} b c", f"{'a' * 98}-b"),
        (f"a {'b' * 130}", "a"),
    ],
)
def test_slugs_are_cut_at_a_word(text: str, slug: str) -> None:
    assert slugify(text) == slug


words = st.lists(st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True), max_size=4)
addresses = words.map(lambda parts: "/" + "".join(f"{part}/" for part in parts))


@given(addresses, addresses)
def test_relative_addresses_lead_there(origin: str, target: str) -> None:
    joined = posixpath.normpath(posixpath.join(origin, relative(origin, target)))
    assert joined.rstrip("/") == target.rstrip("/")


@given(addresses)
def test_files_and_addresses_are_two_names(address: str) -> None:
    assert file_address(page_file(address)) == address


def test_nearest_known_name() -> None:
    assert nearest("titel", ["title", "date"]) == "title"
    assert nearest("xyz", ["title", "date"]) is None
