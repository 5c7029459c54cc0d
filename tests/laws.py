"""Laws: properties that hold for whatever hypothesis makes up. A sample is tried every day, many in a long run."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

DAILY, LONG = "daily", "long"
"""The profiles of hypothesis: of every day, with the same examples each time, and the one that `--long` loads.

What chance finds on a day belongs to nobody's change. In neither does time decide.
"""

Test = TypeVar("Test", bound=Callable[..., Any])

for profile in (DAILY, LONG):
    settings.register_profile(profile, deadline=None, derandomize=profile == DAILY)


def law(few: int, many: int) -> Callable[[Test], Test]:
    """Mark a property of hypothesis: so many examples every day, and so many with `./kaiku test --long`."""

    def marked(test: Test) -> Test:
        examples = many if settings.get_current_profile_name() == LONG else few
        tried = settings(max_examples=examples, suppress_health_check=list(HealthCheck))(test)
        named: Test = pytest.mark.law(tried)
        return named

    return marked
