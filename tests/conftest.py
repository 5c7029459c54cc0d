"""One browser for all tests of a process, for Playwright runs once in a thread; and the tests that take long, apart."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, executable


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        yield chromium
        chromium.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests that take minutes, and only those")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests marked `long`; with `--long` leave out all others."""
    wanted = config.getoption("--long")
    left_out = [item for item in items if (item.get_closest_marker("long") is not None) is not wanted]
    items[:] = [item for item in items if (item.get_closest_marker("long") is not None) is wanted]
    config.hook.pytest_deselected(items=left_out)
