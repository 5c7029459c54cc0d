"""E-mail addresses are found from their signs, as the pattern finds them from their beginnings."""

from hypothesis import example, given
from hypothesis import strategies as st

from plugins.authoring.email_addresses import ADDRESS, email_addresses
from plugins.core.writing import Writing

PARTS = st.sampled_from(
    ("a", "b.c", "@", "@@", ".fi", "-", "+", "%", "_", "é", " ", "\n", "a@b.fi", "x" * 64, "y" * 63)
)


@given(st.lists(PARTS, max_size=12).map("".join))
@example(f"{'x' * 65}@b.fi a@{'y' * 63}.{'z' * 64}.fi")
@example(f"a@b{('.' + 'y' * 63) * 9}")
@example("a@b.fi@c.fi d@e.fi")
def test_every_address_is_found_where_it_is_written_first(source: str) -> None:
    writing = Writing("news/x.fi.md", "fi", source, (), (), (), frozenset(), ())
    first: dict[str, int] = {}
    for found in ADDRESS.finditer(source):
        first.setdefault(found[0].casefold(), found.start())
    assert email_addresses(writing) == tuple((address, writing.place(start)) for address, start in first.items())
