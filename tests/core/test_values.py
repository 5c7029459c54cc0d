"""Values do what frozen dataclasses with slots do, only sooner."""

import copy
import dataclasses
import importlib
import inspect
import pickle
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.values import value

ROOT = Path(__file__).parents[2]


@value
class Point:
    """A value with defaults of both kinds."""

    name: str
    place: tuple[int, ...] = ()
    notes: Mapping[str, str] = dataclasses.field(default_factory=dict)


@value
class Empty:
    """A value of one kind only."""


def values() -> list[type]:
    """Give every value of the program."""
    modules = (path.relative_to(ROOT).with_suffix("") for path in sorted((ROOT / "plugins").rglob("*.py")))
    found = (member for name in modules for member in vars(importlib.import_module(".".join(name.parts))).values())
    kinds = {one: None for one in found if isinstance(one, type) and "__reduce__" in vars(one)}
    return [Point, Empty, *(one for one in kinds if dataclasses.is_dataclass(one))]


def twin(kind: Any) -> Any:
    """Make with the standard library what `value` has made."""
    own = {"__module__", "__init__", "__repr__", "__eq__", "__hash__", "__reduce__", "__setattr__", "__delattr__"}
    names = [one.name for one in dataclasses.fields(kind)]
    defaults = {one.name: one.default for one in dataclasses.fields(kind) if one.default is not dataclasses.MISSING}
    made = {
        one.name: dataclasses.field(default_factory=one.default_factory)
        for one in dataclasses.fields(kind)
        if one.default_factory is not dataclasses.MISSING
    }
    kept = {name: one for name, one in vars(kind).items() if name not in {*own, *names, "__slots__"}}
    kept = {name: one for name, one in kept.items() if not name.startswith("__dataclass")}
    return dataclasses.dataclass(frozen=True, slots=True)(type(kind.__name__, (), {**kept, **defaults, **made}))


def public(kind: Any) -> dict[str, Any]:
    """Tell what a class shows of itself."""
    fields = [(one.name, one.type, one.init, one.repr, one.compare, one.hash) for one in dataclasses.fields(kind)]
    return {
        "fields": fields,
        # How a default that is made anew is written in the signature is nobody's business.
        "signature": re.sub(r"= <[^>]*?(MISSING_TYPE[^>]*|factory)>", "= …", str(inspect.signature(kind))),
        "match": kind.__match_args__,
        "slots": kind.__slots__,
        "doc": kind.__doc__,
        "members": sorted(vars(kind).keys() - {"__getstate__", "__setstate__", "__reduce__"}),
    }


def test_values_are_many() -> None:
    assert len(values()) > 100


@pytest.mark.parametrize("kind", values(), ids=lambda kind: f"{kind.__module__}.{kind.__qualname__}")
def test_value_is_like_a_dataclass(kind: Any) -> None:
    """Every value of the program has the fields, the constructor, the `repr` and the order of its twin."""
    other = twin(kind)
    assert public(kind) == public(other)
    names = [one.name for one in dataclasses.fields(kind)]
    parts = {name: f"part {number}" for number, name in enumerate(names)}
    mine, twins = kind(**parts), other(**parts)
    assert repr(mine).removeprefix(kind.__qualname__) == repr(twins).removeprefix(other.__qualname__)
    assert dataclasses.asdict(mine) == dataclasses.asdict(twins)
    assert hash(mine) == hash(twins)
    assert mine == kind(**parts)
    assert all(mine != dataclasses.replace(mine, **{name: "another"}) for name in names)


parts = st.tuples(st.text(), st.lists(st.integers()).map(tuple), st.dictionaries(st.text(), st.text()))


@given(parts, parts)
def test_comparing(some: Any, more: Any) -> None:
    """Equal parts make equal values, of the same class only; what has no hash makes a value without one."""
    other = twin(Point)
    assert (Point(*some) == Point(*more)) == (other(*some) == other(*more)) == (some == more)
    assert Point(*some) != other(*some)
    assert Point(*some) != some
    with pytest.raises(TypeError):
        hash(Point(*some))


@given(parts)
def test_copies(some: Any) -> None:
    """A value comes back whole from a pickle of any protocol, and from a copy."""
    one = Point(*some)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(one, protocol)) == one
    assert copy.copy(one) == copy.deepcopy(one) == dataclasses.replace(one) == one


def test_defaults() -> None:
    """What is made anew for each instance is not shared."""
    first, second = Point("a"), Point("a", notes={})
    assert first == second
    assert first.notes is not Point("a").notes
    assert Point("a", ()).place == ()


def test_frozen() -> None:
    """Nothing can be changed, added or taken away."""
    one: Any = Point("a")
    for name in ("name", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, "b")
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(one, name)
    with pytest.raises(TypeError, match=r"Point.__init__\(\) missing 1 required positional argument: 'name'"):
        Point()  # type: ignore[call-arg]
    assert (repr(one), repr(Empty())) == ("Point(name='a', place=(), notes={})", "Empty()")
