"""The picture of results, SVG: Kaiku's part of each peer's time, and how times grow with the number of texts.

It is made for README, so it brings its own colours for light and dark, and describes itself to who cannot see it.
"""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from bench.results import OPERATIONS, Case, Results
from bench.scale import Scale, scale_for, shown
from bench.tables import NAMES, TITLES

WIDTH, ROW, TOP, GROWTH = 960, 44, 84, 300
LEFT, RIGHT = 330, 930
"""The ends of the axis of ratios; left of it stand the names of operations."""

PANELS = (("cold", 60), ("edit", 370), ("visible", 680))
"""Operations whose growth is shown, each with the left end of its axis."""
PANEL = 190
"""Width of a panel of growth; names of programs stand to the right of it."""

STYLE = """
svg { --ink: #1f2328; --quiet: #59636e; --rule: #d1d9e0; --paper: #ffffff;
      --kaiku: #b4232a; --hugo: #0a5fb4; --eleventy: #7a5200; --pelican: #1a7040; }
@media (prefers-color-scheme: dark) {
  svg { --ink: #f0f6fc; --quiet: #9ba5b1; --rule: #3d444d; --paper: #0d1117;
        --kaiku: #ff8b85; --hugo: #79b8ff; --eleventy: #e3b04b; --pelican: #6fce8f; }
}
.paper { fill: var(--paper) } .rule { stroke: var(--rule) } .one { stroke: var(--ink); stroke-width: 1.5 }
text { fill: var(--ink); font: 15px system-ui, sans-serif } .quiet { fill: var(--quiet); font-size: 13px }
.head { font-weight: 600; font-size: 17px } .end { text-anchor: end } .middle { text-anchor: middle }
polyline { fill: none; stroke-width: 2.5 }
""" + "\n".join(
    f".{name} {{ fill: var(--{name}) }} polyline.{name} {{ fill: none; stroke: var(--{name}) }}" for name in NAMES
)


def chart(results: Results, corpus: str) -> str:
    """Draw the results of one corpus; raises LookupError when there are none of it."""
    cases = results.of(corpus)
    if not cases:
        raise LookupError(f"no results of {corpus}")
    compared = max(cases, key=lambda case: (len(case.samples), case.count))
    peers = [name for name in results.programs if name != "kaiku" and name in compared.samples]
    bottom = TOP + ROW * len(OPERATIONS) + 40
    height = bottom + GROWTH
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height}",
            "role": "img",
            "aria-labelledby": "title desc",
        },
    )
    ET.SubElement(svg, "title", {"id": "title"}).text = f"Kaiku's speed beside other programs, {results.date}"
    ET.SubElement(svg, "desc", {"id": "desc"}).text = described(compared, peers)
    ET.SubElement(svg, "style").text = STYLE
    ET.SubElement(svg, "rect", {"class": "paper", "width": str(WIDTH), "height": str(height)})
    _draw_ratios(svg, compared, peers)
    for operation, left in PANELS:
        _draw_growth(svg, cases, operation, results.programs, left, bottom)
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def described(case: Case, peers: Sequence[str]) -> str:
    """Describe the ratios in words."""
    parts = [f"With {case.count} texts in each of two languages, Kaiku's part of a peer's time or memory."]
    for operation in OPERATIONS:
        ratios = [(NAMES[peer], case.ratio(peer, operation)) for peer in peers]
        known = ", ".join(f"{ratio:.2f} of {name}'s" for name, ratio in ratios if ratio is not None)
        if known:
            parts.append(f"{TITLES[operation].rpartition(',')[0]}: {known}.")
    return " ".join(parts)


def _draw_ratios(svg: ET.Element, case: Case, peers: Sequence[str]) -> None:
    head = f"Kaiku ÷ peer, {case.corpus} texts, {case.count} × 2: left of 1, Kaiku takes less"
    _text(svg, 20, 30, head, "head")
    for number, peer in enumerate(peers):
        _mark(svg, peer, 28 + 110 * number, 54)
        _text(svg, 42 + 110 * number, 59, NAMES[peer], peer)
    ratios = [ratio for peer in peers for operation in OPERATIONS if (ratio := case.ratio(peer, operation))]
    scale = scale_for((1, *ratios), LEFT, RIGHT)
    bottom = TOP + ROW * len(OPERATIONS)
    for tick in scale.ticks():
        _line(svg, (scale.place(tick), TOP - 6), (scale.place(tick), bottom), "one" if tick == 1 else "rule")
        _text(svg, scale.place(tick), bottom + 18, shown(tick), "quiet middle")
    for row, operation in enumerate(OPERATIONS):
        y = TOP + ROW * row + ROW / 2
        _text(svg, LEFT - 20, y + 5, TITLES[operation].rpartition(",")[0], "end")
        for peer in peers:
            if ratio := case.ratio(peer, operation):
                _mark(svg, peer, scale.place(ratio), y)


def _draw_growth(
    svg: ET.Element, cases: Sequence[Case], operation: str, programs: Sequence[str], left: float, top: float
) -> None:
    lines = {name: list(_points(cases, name, operation)) for name in programs}
    times = [time for points in lines.values() for _, time in points]
    if not times:
        return
    x = scale_for([case.count for case in cases], left, left + PANEL)
    y = scale_for(times, top + GROWTH - 50, top + 60)
    _text(svg, left - 40, top + 34, TITLES[operation].partition(",")[0] + ", s", "head")
    for tick in y.ticks():
        _line(svg, (left, y.place(tick)), (left + PANEL, y.place(tick)), "rule")
        _text(svg, left - 8, y.place(tick) + 5, shown(tick), "quiet end")
    for count in dict.fromkeys(case.count for case in cases):
        _text(svg, x.place(count), top + GROWTH - 28, f"{count} × 2", "quiet middle")
    for name, points in lines.items():
        _draw_line(svg, name, points, x, y)
    ends = {name: y.place(points[-1][1]) for name, points in lines.items() if points}
    for name, place in apart(ends, 17).items():
        last = x.place(lines[name][-1][0])
        _text(svg, max(last, left + PANEL - 20) + 10, place + 5, NAMES[name], name)


def _points(cases: Sequence[Case], name: str, operation: str) -> Iterator[tuple[float, float]]:
    for case in cases:
        if (time := case.median(name, operation)) is not None:
            yield case.count, time


def _draw_line(svg: ET.Element, name: str, points: Sequence[tuple[float, float]], x: Scale, y: Scale) -> None:
    places = [(x.place(count), y.place(time)) for count, time in points]
    if len(places) > 1:
        ET.SubElement(svg, "polyline", {"class": name, "points": " ".join(f"{a},{b}" for a, b in places)})
    for a, b in places:
        _mark(svg, name, a, b)


def apart(places: dict[str, float], room: float) -> dict[str, float]:
    """Move places that are nearer to each other than `room` apart, downwards, in their order."""
    moved: dict[str, float] = {}
    last = float("-inf")
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        last = moved[name] = max(place, last + room)
    return moved


def _mark(svg: ET.Element, name: str, x: float, y: float) -> None:
    """Draw a program's mark: its shape tells it apart for who sees no colours."""
    if name == "hugo":
        ET.SubElement(svg, "rect", {"class": name, "x": f"{x - 6}", "y": f"{y - 6}", "width": "12", "height": "12"})
    elif name in {"eleventy", "pelican"}:
        way = -1 if name == "eleventy" else 1
        corners = ((x - 7, y - 6 * way), (x + 7, y - 6 * way), (x, y + 7 * way))
        ET.SubElement(svg, "polygon", {"class": name, "points": " ".join(f"{a},{b}" for a, b in corners)})
    else:
        ET.SubElement(svg, "circle", {"class": name, "cx": f"{x}", "cy": f"{y}", "r": "6"})


def _line(svg: ET.Element, start: tuple[float, float], end: tuple[float, float], kind: str) -> None:
    (x1, y1), (x2, y2) = start, end
    ET.SubElement(svg, "line", {"class": kind, "x1": f"{x1}", "y1": f"{y1}", "x2": f"{x2}", "y2": f"{y2}"})


def _text(svg: ET.Element, x: float, y: float, text: str, kind: str) -> None:
    ET.SubElement(svg, "text", {"class": kind, "x": f"{x}", "y": f"{y}"}).text = text
