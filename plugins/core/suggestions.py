"""The nearest known name to one that is not known, for asking whether it was meant."""

import difflib
from bisect import bisect
from collections.abc import Iterable
from functools import cached_property

FEW = 40
"""Up to so many names each is compared; of more, those that begin or end most like the wrong one."""
_AROUND = 6
_LONGEST = 200
"""Characters of a name; what is longer is no slip of anybody's finger, and slow to compare."""


class Names:
    """Known names, sorted when first needed: the nearest is found as fast among thousands as among forty."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take the names; of those that differ by case alone the last is given."""
        self._known = known

    @cached_property
    def _by_folded(self) -> dict[str, str]:
        return {name.casefold(): name for name in self._known if len(name) <= _LONGEST}

    @cached_property
    def _forwards(self) -> list[str]:
        return sorted(self._by_folded)

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(name[::-1] for name in self._by_folded)

    def nearest(self, wrong: str) -> str | None:
        """Return the known name most like a wrong one, or None when nothing is near."""
        folded = wrong.casefold()
        if folded in self._by_folded:
            return self._by_folded[folded]
        if len(folded) > _LONGEST:
            return None
        close = difflib.get_close_matches(folded, self._candidates(folded), n=1, cutoff=0.6)
        return self._by_folded[close[0]] if close else None

    def _candidates(self, folded: str) -> list[str]:
        if len(self._by_folded) <= FEW:
            return list(self._by_folded)
        backwards = folded[::-1]
        alike_in_front = _around(self._forwards, folded)
        alike_at_the_end = (name[::-1] for name in _around(self._backwards, backwards))
        return list(dict.fromkeys((*alike_in_front, *alike_at_the_end)))


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """Return the known name most like the wrong one, for one question; `Names` answers several."""
    return Names(known).nearest(wrong)


def _around(names: list[str], name: str) -> list[str]:
    """Return the neighbours of a name in a sorted list."""
    place = bisect(names, name)
    return names[max(0, place - _AROUND) : place + _AROUND]
