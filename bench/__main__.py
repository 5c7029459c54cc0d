"""`./kaiku bench`: Kaiku beside its peers, with the same texts, on this machine."""

import argparse
import signal
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.corpora import CORPORA, Corpus
from bench.extras import measure_extras
from bench.installing import NotAvailableError, installed, version
from bench.machine import commit, machine
from bench.measuring import measure
from bench.publication import SHOWN, publish
from bench.results import Results, read_results
from bench.runs import FailedError
from bench.tables import NAMES, document

ROOT = Path(__file__).parents[1]
MANY = 2000
"""More posts than these are measured in one round, and beside `MANY_BESIDE` only: others would take the night."""
MANY_BESIDE = ("hugo",)
INTERRUPTED, TERMINATED = 130, 143
PEERS = tuple(name for name in NAMES if name != "kaiku")


def main() -> int:
    """Measure, print tables and, when asked, keep them: after each round, so that whoever interrupts has the others."""
    given = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that the servers of previews end too
    results = None
    try:
        for results in (read_results(given.redraw),) if given.redraw else _measured(given):
            if (given.record or given.redraw) and results.of(SHOWN):
                publish(results)
    except FailedError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if results is not None:
            print(document(results))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kaiku bench", description="Measure Kaiku beside its peers.")
    parser.add_argument("--n", type=_counts, default=(100,), help="posts in each of two languages: 100 or 100,1000")
    parser.add_argument("--corpus", type=_names_of(CORPORA), default=("mixed",), help=",".join(CORPORA))
    parser.add_argument("--against", type=_names_of((*PEERS, "none")), default=PEERS, help=f"{','.join(PEERS)} or none")
    rounds = f"how often each is measured; with more than {MANY} posts once, beside {', '.join(MANY_BESIDE)} only"
    parser.add_argument("--rounds", type=int, default=3, help=rounds)
    parser.add_argument("--record", action="store_true", help="write the results, the picture and README's figures")
    parser.add_argument("--redraw", type=Path, metavar="FILE.json", help="measure nothing: write those of a file again")
    given = parser.parse_args()
    if given.rounds < 1:
        parser.error("--rounds: at least 1")
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
    """Measure all that was asked for, small cases first, with the peers that can be had; then all that is known.

    What peers do not make is measured after the smallest cases, with as many posts.
    """
    known = _prepared(given.against)
    for count, corpora in sorted(_sizes(given).items()):
        names = tuple(name for name in known.versions if count <= MANY or name in ("kaiku", *MANY_BESIDE))
        for corpus, length in [(candidate, length) for candidate in corpora for length in candidate.lengths]:
            before = known.cases
            for case in measure(corpus, count, length, names, given.rounds if count <= MANY else 1):
                known = replace(known, cases=(*before, case))
                yield known
        if count == given.n[0]:
            for extras in measure_extras(count, given.rounds):
                known = replace(known, extras=extras)
                yield known


def _prepared(against: Sequence[str]) -> Results:
    """Install the peers, and give results without a case: who is measured on which machine."""
    missing: dict[str, str] = {}
    versions = {"kaiku": commit(ROOT)}
    for peer in against:
        if peer != "none":
            try:
                installed(peer)
                versions[peer] = version(peer)
            except NotAvailableError as reason:
                missing[peer] = str(reason)
                print(f"{NAMES[peer]} is not measured: {reason}", file=sys.stderr)
    return Results(datetime.now(UTC).date().isoformat(), machine(), versions, missing, ())


def _sizes(given: argparse.Namespace) -> dict[int, list[Corpus]]:
    """Return the corpora to be measured by the number of posts."""
    sizes: dict[int, list[Corpus]] = {}
    for corpus in (CORPORA[name] for name in given.corpus):
        for count in dict.fromkeys(min(count, corpus.most or count) for count in given.n):
            sizes.setdefault(count, []).append(corpus)
    return sizes


if __name__ == "__main__":
    sys.exit(main())
