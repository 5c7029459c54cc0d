"""The whole sites, each built once a process, when a test first asks for it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest

from tests.whole.served import Site, served


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Site]]:
    with ExitStack() as running:
        yield cache(lambda name: running.enter_context(served(name, tmp_path_factory.mktemp(name))))


@pytest.fixture(scope="session", params=["real", "rich"])
def site(request: pytest.FixtureRequest, built: Callable[[str], Site]) -> Site:
    return built(request.param)


@pytest.fixture(scope="session")
def real_site(built: Callable[[str], Site]) -> Site:
    return built("real")
