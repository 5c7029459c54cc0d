"""Sharing work: the same results in the same order, whatever becomes of the workers."""

import os
import signal

import pytest

from plugins.incremental.parallel import WORTHWHILE, spread


@pytest.mark.parametrize("count", [0, 1, WORTHWHILE - 1, WORTHWHILE, 40 * WORTHWHILE])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    done: list[int] = []
    assert spread(lambda number: number * number, range(count), advance=done.append) == [n * n for n in range(count)]
    assert sum(done) == count


def test_a_lost_worker_loses_no_work() -> None:
    """One that the system ends for want of memory must not keep a build waiting for ever."""
    here = os.getpid()

    def work(number: int) -> int:
        if number == 1000 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return -number

    done: list[int] = []
    assert spread(work, range(2000), advance=done.append) == [-number for number in range(2000)]
    assert sum(done) == 2000


def test_a_fault_in_a_worker_is_told_as_it_is() -> None:
    def work(number: int) -> int:
        return 1 // (number - 1000)

    with pytest.raises(ZeroDivisionError):
        spread(work, range(2000), advance=lambda _: None)
