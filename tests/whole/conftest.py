"""The whole sites, each built once in a run of the tests and served by every process that asks for it."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from tests.whole.served import Site, build, sample, serving


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run of the tests, the same for all its processes."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def built(shared: Path) -> Iterator[Callable[[str], Site]]:
    def made(name: str) -> Path:
        folder, unfinished = shared / f"whole-{name}", shared / f"whole-{name}-unfinished"
        with FileLock(f"{folder}.lock"):  # who comes later finds it finished
            if not folder.exists():
                build(name, unfinished)
                unfinished.rename(folder)
        return folder

    with ExitStack() as running:
        yield cache(lambda name: running.enter_context(serving(made(name))))


@pytest.fixture(scope="session", params=["real", "rich"])
def site(request: pytest.FixtureRequest, built: Callable[[str], Site]) -> Site:
    return built(request.param)


@pytest.fixture(scope="session")
def real_site(built: Callable[[str], Site]) -> Site:
    return built("real")


@pytest.fixture(scope="session")
def sites(built: Callable[[str], Site]) -> list[Site]:
    return [built("real"), built("rich")]


@pytest.fixture(scope="session")
def pages(sites: list[Site]) -> list[tuple[Site, str]]:
    """The pages of every day: what both sites have, shown by as few as possible."""
    return sample(sites)
