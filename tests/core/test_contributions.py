"""Contributions add up in the order of the rooms; what only one can do is claimed by one."""

import pytest

from plugins.core.contributions import Contributions, Rooms, UnclearClaimError, added
from plugins.core.outputs import Kind, KindUpon, Rendering
from tests.rooms import SETTINGS, house

PLAIN = Kind(lambda _view, _materials: Rendering(b"plain"), "key")


def test_rooms_are_asked_in_order_and_once() -> None:
    called: list[int] = []

    def room(number: int) -> Contributions:
        called.append(number)
        return Contributions()

    asked = [lambda _, number=number: room(number) for number in range(100)]
    connected = Rooms()
    for contribute in (*asked, *asked[::-1]):
        connected.connect(contribute)
    connected.contributions(SETTINGS)
    assert called == list(range(100))


def test_rules_and_kinds_add_up() -> None:
    before = house()
    after = house(Contributions(rules=(before.rules[0],), kinds={"new": PLAIN}))
    assert len(after.rules) == len(before.rules) + 1
    assert after.rules[-1] is before.rules[0]
    assert after.kinds.keys() - before.kinds.keys() == {"new"}


@pytest.mark.parametrize(
    "more", [Contributions(kinds={"page": PLAIN}), Contributions(read=house().read)], ids=["kind", "reading"]
)
def test_nothing_is_claimed_twice(more: Contributions) -> None:
    with pytest.raises(UnclearClaimError):
        house(more)


def test_what_a_run_needs_is_claimed() -> None:
    with pytest.raises(UnclearClaimError, match="0 rooms"):
        added(SETTINGS, [])


def test_a_kind_upon_another_changes_with_it() -> None:
    made = house(Contributions(kinds={"old": PLAIN, "new": KindUpon("old", lambda render: render)}))
    assert made.kinds["new"] == PLAIN
