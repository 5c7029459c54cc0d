"""Sharing work among processes where that pays."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

WORTHWHILE = 48
"""Items below which starting processes costs more than it saves: a start takes about as long as ten items."""

CHUNKS_PER_WORKER = 48
"""Enough that nobody waits long for the last chunk: pages of lists take ten times as long as others."""

BATCH = 16
"""Items that a function gets at once: enough to take them through its steps together, little to hold in memory."""

_Function: TypeAlias = Callable[[Sequence[Any]], list[Any]]
_Advance: TypeAlias = Callable[[int], None]

_function: _Function | None = None
_items: Sequence[Any] = ()


def _work(bounds: tuple[int, int]) -> list[Any]:
    assert _function is not None
    return _in_batches(_function, _items[bounds[0] : bounds[1]], lambda _: None)


def _in_batches(function: _Function, items: Sequence[Any], advance: _Advance) -> list[Any]:
    results: list[Any] = []
    for start in range(0, len(items), BATCH):
        some = function(items[start : start + BATCH])
        results += some
        advance(len(some))
    return results


def spread(function: _Function, items: Sequence[Any], *, advance: _Advance) -> list[Any]:
    """Let a function work through items, a batch at a time; results in the order of the items.

    `advance` is told of every few items that are done.


    Workers are forked, so that they see the index without its being copied or pickled; only results travel.
    Where there is no fork (Windows), or other threads run that a fork could leave holding a lock, or the work is
    little, it is done here and now.
    """
    global _function, _items
    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8)
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if workers < 2 or not can_fork or len(items) < WORTHWHILE:
        return _in_batches(function, items, advance)
    size = max(1, -(-len(items) // (workers * CHUNKS_PER_WORKER)))
    bounds = [(start, min(start + size, len(items))) for start in range(0, len(items), size)]
    _function, _items = function, items
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            results: list[Any] = []
            for chunk in pool.imap(_work, bounds):
                results += chunk
                advance(len(chunk))
            return results
    finally:
        _function, _items = None, ()
