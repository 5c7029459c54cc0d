"""`./kaiku bench`: Kaiku beside its peers, with the same texts, on this machine."""

import argparse
import signal
import sys
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.corpora import CORPORA
from bench.installing import NotAvailableError, installed, version
from bench.machine import commit, machine
from bench.measuring import measure
from bench.publication import SHOWN, publish
from bench.results import Case, Results, read_results
from bench.runs import FailedError
from bench.tables import NAMES, document

ROOT = Path(__file__).parents[1]
ONCE = 2000
"""More posts than these are measured in one round: a round takes an hour with 10,000."""

TERMINATED = 143
PEERS = tuple(name for name in NAMES if name != "kaiku")


def main() -> int:
    """Measure, print tables and, when asked, keep them: after each case, a night that ends early is not lost."""
    given = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that the servers of previews end too
    results = None
    try:
        for results in (read_results(given.redraw),) if given.redraw else _measured(given):
            if given.record or given.redraw:
                publish(results)
    except FailedError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if results is not None:
            print(document(results))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kaiku bench", description="Measure Kaiku beside its peers.")
    parser.add_argument("--n", type=_counts, default=(100,), help="posts in each of two languages: 100 or 100,1000")
    parser.add_argument("--corpus", type=_names_of(CORPORA), default=("mixed",), help=",".join(CORPORA))
    parser.add_argument("--against", type=_names_of((*PEERS, "none")), default=PEERS, help=f"{','.join(PEERS)} or none")
    rounds = f"how often each is measured; with more than {ONCE} posts once"
    parser.add_argument("--rounds", type=int, default=3, help=rounds)
    parser.add_argument("--record", action="store_true", help="write the results, the picture and README's figures")
    parser.add_argument("--redraw", type=Path, metavar="FILE.json", help="measure nothing: write those of a file again")
    given = parser.parse_args()
    if given.record and SHOWN not in given.corpus:
        parser.error(f"--record: README shows the corpus {SHOWN}")
    return given


def _counts(words: str) -> tuple[int, ...]:
    counts = tuple(sorted({int(word) for word in words.split(",")}))
    if counts[0] < 1:
        raise ValueError(words)
    return counts


def _names_of(known: Collection[str]) -> Callable[[str], tuple[str, ...]]:
    def names(words: str) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(words.split(",")))
        for word in found:
            if word not in known:
                raise argparse.ArgumentTypeError(f"{word} is none of {', '.join(known)}")
        return found

    return names


def _measured(given: argparse.Namespace) -> Iterator[Results]:
    """Measure every case that was asked for, with the peers that can be had; give all results so far after each."""
    today, described = datetime.now(UTC).date().isoformat(), machine()
    missing: dict[str, str] = {}
    for peer in given.against:
        if peer != "none":
            try:
                installed(peer)
            except NotAvailableError as reason:
                missing[peer] = str(reason)
                print(f"{NAMES[peer]} is not measured: {reason}", file=sys.stderr)
    names = ("kaiku", *(peer for peer in given.against if peer != "none" and peer not in missing))
    versions = {name: commit(ROOT) if name == "kaiku" else version(name) for name in names}
    cases: list[Case] = []
    for corpus in (CORPORA[name] for name in given.corpus):
        for count in dict.fromkeys(min(count, corpus.most or count) for count in given.n):
            rounds = given.rounds if count <= ONCE else 1
            for length in corpus.lengths:
                cases.append(measure(corpus, count, length, names, rounds))
                yield Results(today, described, versions, missing, tuple(cases))


if __name__ == "__main__":
    sys.exit(main())
