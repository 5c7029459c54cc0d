"""Results as tables: for a terminal and, the same, as Markdown."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bench.results import OPERATIONS, Case, Results, doubling_exponent, exponent

TITLES = {
    "visible": "edit → visible in the preview, s",
    "edit": "one edit, new process, s",
    "unchanged": "nothing changed, new process, s",
    "cold": "first build, s",
    "memory": "largest process, MiB",
}
NAMES = {"kaiku": "Kaiku", "hugo": "Hugo", "eleventy": "Eleventy", "pelican": "Pelican"}
EXTRA_NAMES = {
    "none": "none of them",
    "cards": "… with cards",
    "search": "… with search",
    "webp": "… with photos, as WebP",
    "avif": "photos as WebP and AVIF",
    "release": "a release",
    "compressed": "… with .gz and .br twins",
}
EXTRAS_EXPLAINED = (
    "Kaiku alone. The part of each is what its site takes longer than the one it is compared with: cards, search and "
    "WebP with a site that has none of them, AVIF with that of WebP, twins with a release that has none. A build with "
    "nothing changed makes none of them anew (otherwise the measurement ends); a release always writes its pages."
)
Row = Sequence[str]


def document(results: Results) -> str:
    """Write everything as one Markdown document."""
    return "\n".join(_document(results)) + "\n"


def _document(results: Results) -> Iterator[str]:
    yield f"# Measured on {results.date}"
    yield ""
    yield "; ".join(f"{name}: {value}" for name, value in results.machine.items()) + "."
    yield "Versions: " + ", ".join(f"{NAMES[name]} {version}" for name, version in results.versions.items()) + "."
    for name, reason in results.missing.items():
        yield f"{NAMES[name]} could not be measured: {reason}."
    yield f"Medians; below 1.00 Kaiku takes less than the peer.{disturbance(results)}"
    for case in results.cases:
        yield f"\n## {_title(case)}\n"
        yield markdown(comparison(case, results.programs))
        yield f"\nWhere Kaiku's first build of {sum(case.stages.values()):.2f} s went:\n"
        yield markdown(stages(case))
    if results.extras:
        yield f"\n## What peers do not make: {extras_of(results)}\n"
        yield EXTRAS_EXPLAINED
        yield ""
        yield markdown(list(extras(results)))
    growths = [*growth_by_count(results), *growth_by_length(results)]
    if growths:
        yield "\n## Growth\n"
        yield "The exponent p of time ~ size^p: 1.00 is linear, 2.00 quadratic; below 1, starting up still counts.\n"
        yield markdown([("", "operation", *(NAMES[name] for name in results.programs)), *growths])


def disturbance(results: Results) -> str:
    """State that figures are rough, where they are."""
    if not results.is_disturbed:
        return ""
    return f" **Rough:** the machine was at other work (load {results.machine['load before']} at the beginning)."


def _title(case: Case) -> str:
    length = f", {case.length} times as long" if case.length > 1 else ""
    return f"{case.corpus}, {case.count} × 2 texts{length}"


def comparison(case: Case, programs: Sequence[str]) -> list[Row]:
    """Return the medians of one case, and Kaiku's part of each peer's."""
    measured = [name for name in programs if name in case.samples]
    peers = [name for name in measured if name != "kaiku"]
    head = ("", *(NAMES[name] for name in measured), *(f"÷ {NAMES[name]}" for name in peers))
    return [head, *(_operation(case, operation, measured, peers) for operation in OPERATIONS)]


def _operation(case: Case, operation: str, measured: Sequence[str], peers: Sequence[str]) -> Row:
    digits = 0 if operation == "memory" else 2
    medians = [_number(case.median(name, operation), digits) for name in measured]
    return (TITLES[operation], *medians, *(_number(case.ratio(name, operation), 2) for name in peers))


def stages(case: Case) -> list[Row]:
    """Return the stages of Kaiku's first build; the last row is their sum."""
    whole = sum(case.stages.values())
    rows = [(name, f"{seconds:.2f}", f"{seconds / whole:.0%}") for name, seconds in case.stages.items()]
    return [("stage", "s", "part"), *rows, ("sum", f"{whole:.2f}", "100%")]


def extras_of(results: Results) -> str:
    """State beside what extras were measured."""
    return f"mixed, {results.extras[0].count} × 2 texts"


def extras(results: Results) -> Iterator[Row]:
    """Yield what each extra costs: seconds that a site takes longer than the same one without it."""
    yield ("", "pieces", "first build, s", "its part, s", "a piece, ms", "nothing changed, s", "its part, s")
    sites = {extra.name: extra for extra in results.extras}
    for extra in results.extras:
        cold, unchanged = extra.median("cold"), extra.median("unchanged")
        costs = ("–", "–", "–")
        if extra.beside:
            beside = sites[extra.beside]
            cost, again = cold - beside.median("cold"), unchanged - beside.median("unchanged")
            costs = (f"{cost:.2f}", f"{1000 * cost / extra.pieces:.0f}" if extra.pieces else "–", f"{again:.2f}")
        pieces = str(extra.pieces) if extra.beside else "–"
        yield (EXTRA_NAMES[extra.name], pieces, f"{cold:.2f}", costs[0], costs[1], f"{unchanged:.2f}", costs[2])


def growth_by_count(results: Results) -> Iterator[Row]:
    """Yield how times grow from one number of texts to the next."""
    for corpus in dict.fromkeys(case.corpus for case in results.cases):
        cases = results.of(corpus)
        for smaller, larger in pairwise(cases):
            for operation in OPERATIONS:
                row = [_exponent(smaller, larger, name, operation) for name in results.programs]
                yield (f"{corpus}, {smaller.count} → {larger.count} × 2", TITLES[operation].split(",")[0], *row)


def growth_by_length(results: Results) -> Iterator[Row]:
    """Yield how times grow with the length of a text, where a corpus was measured at ×1, ×2 and ×4."""
    for corpus in dict.fromkeys(case.corpus for case in results.cases):
        cases = sorted((case for case in results.cases if case.corpus == corpus), key=lambda case: case.length)
        if [case.length for case in cases] == [1, 2, 4]:
            for operation in OPERATIONS:
                row = [_doubling(cases, name, operation) for name in results.programs]
                yield (f"{corpus}, texts ×1 ×2 ×4", TITLES[operation].split(",")[0], *row)


def _exponent(smaller: Case, larger: Case, name: str, operation: str) -> str:
    few, many = smaller.median(name, operation), larger.median(name, operation)
    if few is None or many is None:
        return "–"
    return _number(exponent((smaller.count, few), (larger.count, many)), 2)


def _doubling(cases: Sequence[Case], name: str, operation: str) -> str:
    times = [case.median(name, operation) for case in cases]
    known = [time for time in times if time is not None]
    return _number(doubling_exponent(known), 2) if len(known) == len(times) else "–"


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def markdown(rows: Sequence[Row]) -> str:
    """Write rows as a table of Markdown, readable as it is: the first row is the head, numbers stand to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [_line(row, widths) for row in rows]
    rule = "|".join(("-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])))
    return "\n".join((lines[0], f"|{rule}|", *lines[1:]))


def _line(row: Row, widths: Sequence[int]) -> str:
    cells = [f"{row[0]:<{widths[0]}}", *(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))]
    return f"| {' | '.join(cells)} |"
