"""Sharing work: the same results in the same order, whatever becomes of the workers."""

import os
import signal

import pytest

from plugins.incremental.parallel import WORTHWHILE, cores, spread


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share the work, on whatever machine."""
    monkeypatch.setenv("PYTHON_CPU_COUNT", "2")


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


def test_a_build_takes_no_more_cores_than_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cores() == 2
    here = os.getpid()
    assert here not in spread(lambda _: os.getpid(), range(WORTHWHILE), advance=lambda _: None)
    monkeypatch.setenv("PYTHON_CPU_COUNT", "1")
    assert set(spread(lambda _: os.getpid(), range(WORTHWHILE), advance=lambda _: None)) == {here}


@pytest.mark.parametrize("told", [None, "", "0", "default", "-1", "kaksi"])
def test_all_cores_are_taken_where_nothing_else_is_told(told: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_CPU_COUNT")
    if told is not None:
        monkeypatch.setenv("PYTHON_CPU_COUNT", told)
    assert cores() == (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count())
