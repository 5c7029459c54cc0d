"""The nearest name, of few and of many."""

from unittest.mock import patch

import pytest

from plugins.core.suggestions import FEW, Names, nearest

MANY = [f"2031-{month:02d}-{day:02d}-kokous" for month in range(1, 13) for day in range(1, 28)] + [
    "kysely",
    "tekoaly",
    "alkukartoitus",
    "Saavutettavuusseloste",
    "viitearkkitehtuuri",
]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("kyzely", "kysely"),
        ("kyselyt", "kysely"),
        ("akysely", "kysely"),
        ("tekoäly", "tekoaly"),
        ("lkukartoitus", "alkukartoitus"),
        ("alkukartotus", "alkukartoitus"),
        ("saavutettavuuseloste", "Saavutettavuusseloste"),
        ("viitarkkitehtuuri", "viitearkkitehtuuri"),
        ("2031-05-14-kokus", "2031-05-14-kokous"),
    ],
)
def test_a_slip_is_seen_among_many_as_among_few(wrong: str, meant: str) -> None:
    assert Names(MANY).nearest(wrong) == meant
    assert nearest(wrong, [meant, "muu", "toinen"]) == meant


def test_nothing_is_near() -> None:
    assert Names(MANY).nearest("xyz") is None
    assert nearest("x" * 10_000, ["x" * 10_000]) is None
    assert nearest("a", []) is None


def test_each_question_compares_a_bounded_number_of_names() -> None:
    names = Names(f"kohta-{number}" for number in range(5000))
    with patch("plugins.core.suggestions.difflib.get_close_matches", return_value=[]) as close:
        for number in range(50):
            names.nearest(f"kohhta-{number}")
    assert close.call_count == 50
    assert max(len(call.args[1]) for call in close.call_args_list) <= FEW
