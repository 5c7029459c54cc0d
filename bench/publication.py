"""What is kept of a measurement: its results as JSON and as Markdown, the picture, and README's words about speed."""

from pathlib import Path

from bench.chart import chart
from bench.results import Results, write_results
from bench.tables import comparison, disturbance, document, extras, extras_of, markdown

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
    """Write README's words about speed: the largest size with all programs, a larger one, and what others lack."""
    cases = results.of(SHOWN)
    compared = max(cases, key=lambda case: (len(case.samples), case.count))
    machine = f"{results.machine['cores']} cores, {results.machine['processor']}"
    texts = f"{compared.count} `{SHOWN}` texts in each of two languages"
    parts = [f"Measured on {results.date} ({machine}), medians with {texts}.{disturbance(results)}"]
    parts.append(markdown(comparison(compared, results.programs)))
    if cases[-1].count > compared.count:
        parts += [f"With {cases[-1].count}, in one run:", markdown(comparison(cases[-1], results.programs))]
    if results.extras:
        parts += [f"What peers do not make ({extras_of(results)}):", markdown(list(extras(results)))]
    parts.append(f"[All results](bench/results/{results.date}.md), with the stages of a build and how times grow.")
    return "\n\n".join(parts) + "\n"
