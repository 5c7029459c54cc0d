"""Rooms equip a pipeline in the order in which they were connected, each once."""

from pathlib import Path

from plugins.core.pipeline import Folders, Opening, Pipeline


def test_handlers_run_in_order_and_once() -> None:
    called: list[int] = []
    handlers = [lambda _, number=number: called.append(number) for number in range(100)]
    opening = Opening()
    for handler in (*handlers, *handlers[::-1]):
        opening.connect(handler)
    opening.send(Pipeline(Folders(Path(), Path(), Path(), Path())))
    assert called == list(range(100))
