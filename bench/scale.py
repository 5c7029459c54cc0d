"""A logarithmic scale: places on an axis for values of several magnitudes."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values from `low` to `high` (both above 0) to places from `start` to `end`; `end` may be the smaller one."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Return the place of a value."""
        part = math.log(value / self.low) / math.log(self.high / self.low)
        return round(self.start + part * (self.end - self.start), 1)

    def ticks(self) -> tuple[float, ...]:
        """Return round values on the scale, 1, 2 and 5 of each magnitude; of many only the powers of ten."""
        powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        steps = (1, 2, 5) if self.high / self.low < 300 else (1,)
        found = (float(f"{step}e{power}") for power in powers for step in steps)
        return tuple(value for value in found if self.low <= value <= self.high)


def scale_for(values: Iterable[float], start: float, end: float) -> Scale:
    """Make a scale on which all values have a place, with some room on both sides."""
    known = list(values)
    return Scale(min(known) / 1.25, max(known) * 1.25, start, end)


def shown(value: float) -> str:
    """Write a value of a tick without needless zeros: 0.05, 2, 1000."""
    return f"{value:g}"
