"""Laws: properties that hold for whatever hypothesis makes up. A sample is tried every day, many in a long run."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

LONG = "long"
"""The profile of hypothesis that `--long` loads."""

Test = TypeVar("Test", bound=Callable[..., Any])


settings.register_profile(LONG)


def law(few: int, many: int) -> Callable[[Test], Test]:
    """Mark a property of hypothesis: so many examples every day, and so many with `./kaiku test --long`."""

    def marked(test: Test) -> Test:
        examples = many if settings.get_current_profile_name() == LONG else few
        tried = settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))(test)
        named: Test = pytest.mark.law(tried)
        return named

    return marked
