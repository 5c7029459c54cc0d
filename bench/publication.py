"""What is kept of a measurement: its results as JSON and as Markdown, the picture, and README's words about speed."""

from pathlib import Path

from bench.chart import chart
from bench.results import Results, write_results
from bench.tables import comparison, disturbance, document, markdown

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "bench/results"
PICTURE = ROOT / "docs/pictures/speed.svg"
README = ROOT / "README.md"
BEGINNING, END = "<!-- written by ./kaiku bench --record -->\n", "<!-- until here -->\n"
SHOWN = "mixed"
"""The corpus of the picture and of README."""


def publish(results: Results) -> None:
    """Write all of it."""
    data, text = RESULTS / f"{results.date}.json", RESULTS / f"{results.date}.md"
    write_results(results, data)
    text.write_text(document(results), encoding="utf-8")
    PICTURE.write_text(chart(results, SHOWN), encoding="utf-8")
    README.write_text(with_speed(README.read_text(encoding="utf-8"), results), encoding="utf-8")


def with_speed(readme: str, results: Results) -> str:
    """Put the words about speed into README, between their marks."""
    before, _, rest = readme.partition(BEGINNING)
    _, end, after = rest.partition(END)
    if not end:
        raise LookupError(f"README lacks {BEGINNING.strip()} or {END.strip()}")
    return before + BEGINNING + speed(results) + END + after


def speed(results: Results) -> str:
    """Write README's words about speed: the sizes that were measured, the medians of the largest one, the day."""
    cases = results.of(SHOWN)
    largest = max(cases, key=lambda case: (len(case.samples), case.count))
    return (
        f"Measured on {results.date} ({results.machine['cores']} cores, {results.machine['processor']}), medians with "
        f"{largest.count} `{SHOWN}` texts in each of two languages.{disturbance(results)}\n\n"
        f"{markdown(comparison(largest, results.programs))}\n\n"
        f"[All results](bench/results/{results.date}.md), with the stages of a build and how times grow.\n"
    )
