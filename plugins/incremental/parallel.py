"""Sharing work among processes where that pays."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeAlias

WORTHWHILE = 48
"""Items below which starting processes costs more than it saves: a start takes about as long as ten items."""

CHUNKS_PER_WORKER = 48
"""Enough that nobody waits long for the last chunk: pages of lists take ten times as long as others."""

_Function: TypeAlias = Callable[[Any], Any]
_Advance: TypeAlias = Callable[[int], None]

_function: _Function | None = None
_items: Sequence[Any] = ()


def _work(place: int) -> Any:
    assert _function is not None
    return _function(_items[place])


def spread(function: _Function, items: Sequence[Any], *, advance: _Advance) -> list[Any]:
    """Let a function work through items; results in the order of the items.

    `advance` is told of every item that is done.

    Workers are forked, so that they see the index without its being copied or pickled; only results travel.
    Where there is no fork (Windows) or the system's own libraries do not bear one (macOS), or other threads run that a
    fork could leave holding a lock, or the work is little, it is done here and now. So is what is left when a worker is
    lost, as one may be for want of memory.
    """
    workers = min(cores(), 8)
    has_fork = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    can_fork = has_fork and threading.active_count() == 1
    results: list[Any] = []
    if workers > 1 and can_fork and len(items) >= WORTHWHILE:
        _share(function, items, workers, results, advance)
    for item in items[len(results) :]:
        results.append(function(item))
        advance(1)
    return results


def cores() -> int:
    """Return how many cores there are for a build; `PYTHON_CPU_COUNT` allows it fewer, as it does Python from 3.13 on.

    Tests that run on every core at once set it: shared again, their work would only be done twice.
    """
    limit = os.environ.get("PYTHON_CPU_COUNT", "")
    if limit.isdecimal() and int(limit):
        return int(limit)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _share(function: _Function, items: Sequence[Any], workers: int, results: list[Any], advance: _Advance) -> None:
    """Add results of workers, all of them or those that came before a worker was lost."""
    global _function, _items
    _function, _items = function, items
    size = max(1, -(-len(items) // (workers * CHUNKS_PER_WORKER)))
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
            for result in pool.map(_work, range(len(items)), chunksize=size):
                results.append(result)
                advance(1)
    except BrokenProcessPool:
        return
    finally:
        _function, _items = None, ()
