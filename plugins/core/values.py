"""Values: frozen dataclasses with slots, made in a third of the time that `dataclass` takes.

There are more than a hundred, and every run makes them before it reads the first source. `dataclass` compiles each
method on its own; here only what names the fields is compiled, and in one go. Instances are made in half the time too.
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

Value = TypeVar("Value")
Method = Callable[..., Any]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[Value]) -> type[Value]:
    """Make a class what `dataclass(frozen=True, slots=True)` makes of it. Fields may have defaults, and no more.

    Its `repr` looks for no cycles: a value is made in one go of parts that are there before it, so it can hold none.
    """
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    init, represent, parts = _compiled(made)
    for method in (init, represent, *_comparing(parts), _refuse_to_set, _refuse_to_delete):
        setattr(made, method.__name__, method)
    return made


def _compiled(made: Any) -> tuple[Method, Method, Method]:
    """Write out what names the fields: how an instance is made and shown, and the tuple of its parts."""
    scope: dict[str, Any] = {"MISSING": MISSING}
    parameters, settings = ["self"], []
    for one in fields(made):
        name, given = one.name, one.name
        if one.default_factory is not MISSING:
            scope[f"new_{name}"] = one.default_factory
            parameters.append(f"{name}=MISSING")
            given = f"new_{name}() if {name} is MISSING else {name}"
        elif one.default is not MISSING:
            scope[f"default_{name}"] = one.default
            parameters.append(f"{name}=default_{name}")
        else:
            parameters.append(name)
        scope[f"set_{name}"] = getattr(made, name).__set__  # the slot's own, which refuses nothing
        settings.append(f"set_{name}(self, {given})")
    names = [one.name for one in fields(made)]
    shown = ", ".join(f"{name}={{self.{name}!r}}" for name in names)
    source = f"""
def __init__({", ".join(parameters)}):
    {"; ".join(settings) or "pass"}
def __repr__(self):
    return f"{{self.__class__.__qualname__}}({shown})"
def parts(self):
    return ({"".join(f"self.{name}, " for name in names)})
"""
    exec(source, scope)  # noqa: S102 - the names of the program's own fields, as `dataclass` does
    init: Method = scope["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"  # it is named when an argument is missing
    init.__annotations__ = {one.name: one.type for one in fields(made)} | {"return": None}
    return init, scope["__repr__"], scope["parts"]


def _comparing(parts: Method) -> Iterator[Method]:
    """Give the methods that go by the tuple of the parts. A pickle holds the call that makes the value."""

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - it becomes the method
        return parts(self) == parts(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(parts(self))

    def __reduce__(self: object) -> tuple[type, tuple[Any, ...]]:  # noqa: N807
        return self.__class__, parts(self)

    yield from (__eq__, __hash__, __reduce__)


def _refuse_to_set(_: object, name: str, __: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_refuse_to_set.__name__ = "__setattr__"
_refuse_to_delete.__name__ = "__delattr__"
