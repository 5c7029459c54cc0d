"""One browser for the tests of a module, since only one Playwright runs in a thread; and the tests that take long."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, executable
from tests.laws import DAILY, LONG


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; gone before the next module, where programs under test may want an event loop of their own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="module", autouse=True)
def _tidy() -> Iterator[None]:
    """Collect what builds leave behind: they do not look for cycles themselves, and a fork copies all that is there.

    What is left then stays for good, as do the tests themselves: it is not looked through again after each module.
    """
    yield
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run what takes minutes: tests marked so, and laws at length")


def pytest_configure(config: pytest.Config) -> None:
    """Let laws be tried with more examples in a long run, and builds leave the other cores to the other workers.

    Compiled modules and templates are kept, as on anybody's machine: each program under test would compile them again.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if "PYTEST_XDIST_WORKER" in os.environ:
        os.environ["PYTHON_CPU_COUNT"] = "1"
    settings.load_profile(LONG if config.getoption("--long") else DAILY)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests wait for browsers, for git and for the disk."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests marked `long`; with `--long` leave out all that are neither marked so nor laws."""
    names = ("long", "law") if config.getoption("--long") else ()
    left_out = [item for item in items if not _belongs(item, names)]
    items[:] = [item for item in items if _belongs(item, names)]
    config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish() -> None:
    """Have no later search for cycles look through thousands of tests."""
    gc.collect()
    gc.freeze()


def _belongs(item: pytest.Item, names: tuple[str, ...]) -> bool:
    if names:
        return any(item.get_closest_marker(name) for name in names)
    return item.get_closest_marker("long") is None
