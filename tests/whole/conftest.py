"""The whole sites, built once a process."""

from collections.abc import Iterator

import pytest

from tests.whole.served import Site, served


@pytest.fixture(scope="session", params=["real", "rich"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(request.param, tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served("real", tmp_path_factory.mktemp("real")) as running:
        yield running
