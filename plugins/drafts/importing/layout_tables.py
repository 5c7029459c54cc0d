"""Tables that are no tables: facts in two columns, people in rows, actions in rows, and frames around text."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plugins.drafts.importing.action_lines import ending
from plugins.drafts.importing.blocks import ImportedBlock, listed, paragraph, text_in
from plugins.drafts.importing.labels import is_group, label_kind, means
from plugins.drafts.importing.runs import Line, StyledRun

Row = Sequence[tuple[ImportedBlock, ...]]

_ATTENDED = frozenset({"x", "läsnä", "paikalla", "kyllä", "k", "närvarande", "ja", "yes", "present", "✓", "✔"})
_ABSENT = frozenset({"poissa", "estynyt", "förhindrad", "ei", "frånvarande", "nej", "no", "absent", "-", "–", ""})


_DONE = frozenset(
    {"valmis", "tehty", "hoidettu", "ok", "klar", "klart", "gjord", "gjort", "utförd", "done", "x", "✓", "✔"}
)
"""How a column of states says that an action is done."""


def without_layout(blocks: Sequence[ImportedBlock]) -> tuple[ImportedBlock, ...]:
    """Write out the tables that only put text in its place; a table of data stays."""
    text_blocks: list[ImportedBlock] = []
    for block in blocks:
        text_blocks += _unfolded(block, text_blocks[-1] if text_blocks else None) if block.kind == "table" else [block]
    return tuple(text_blocks)


def _unfolded(table: ImportedBlock, before: ImportedBlock | None) -> Iterator[ImportedBlock]:
    """Write out a table; `before` is what stands above it, perhaps the name of those in it."""
    rows = [row for row in table.rows if any(row)]
    if not rows:
        return
    if pairs := _pairs(rows):
        for label, value in pairs:
            yield from _labelled(label, value)
    elif people := _columns_of_people(rows[0]):
        if "present" in people and not (before and _names_people(before.text)):
            yield paragraph((StyledRun(f"{text_in(rows[0][people.index('present')])}:", strong=True),))
        yield from _people(rows, people)
    elif actions := _columns_of_actions(rows[0]):
        yield listed([_action(row, actions) for row in rows[1:]])
    elif _is_frame(rows):
        yield from without_layout([block for row in rows for cell in row for block in cell])
    else:
        yield replace(table, has_head=table.has_head or _looks_like_head(rows))


def _pairs(rows: Sequence[Row]) -> list[tuple[str, tuple[ImportedBlock, ...]]]:
    """Read rows of a label and its value, once or twice in a row; nothing unless half of the labels are known."""
    pairs: list[tuple[str, tuple[ImportedBlock, ...]]] = []
    known = 0
    for row in rows:
        cells = [cell for cell in row if cell] if len(row) % 2 else list(row)
        if len(cells) % 2:
            return []
        for label, value in zip(cells[::2], cells[1::2], strict=True):
            text = text_in(label)
            if not text and not value:
                continue
            if not text and pairs:
                pairs[-1] = (pairs[-1][0], (*pairs[-1][1], *value))
                continue
            pairs.append((text, value))
            known += bool(_means_fact(text))
            if len(text) > 60 or any(block.kind not in {"paragraph", "heading"} for block in label):
                return []
    return pairs if pairs and known * 2 >= len(pairs) else []


def _means_fact(text: str) -> bool:
    first = re.split(r"[,(:]", text)[0]
    return bool(label_kind(text) or label_kind(first) or is_group(text))


def _labelled(label: str, value: tuple[ImportedBlock, ...]) -> Iterator[ImportedBlock]:
    head = StyledRun(f"{label.rstrip(' :')}:", strong=True)
    if value and value[0].kind == "paragraph":
        first, *rest = value
        yield paragraph((head, StyledRun(" "), *first.line), *first.lines[1:])
        yield from rest
    else:
        yield paragraph((head,))
        yield from value


def _columns_of_people(head: Row) -> list[str]:
    """Return what each column of a list of people says; nothing where one of them is not known."""
    kinds = []
    for cell in head:
        text = text_in(cell)
        known = (kind for kind in ("person", "place of person", "role", "present", "absent") if means(text, kind))
        kinds.append(next(known, ""))
    return kinds if kinds.count("person") == 1 and all(kinds) else []


def _names_people(text: str) -> bool:
    """Return whether words above a table say already who is in it: `Läsnä, pysyvät edustajat`."""
    first = re.split("[,(:–]", text)[0]
    return label_kind(first) in {"present", "absent"} or is_group(text)


def _people(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[ImportedBlock]:
    """Write rows of people as lines; those whom a column of attendance says were away, under a label of their own."""
    present: list[ImportedBlock] = []
    absent: list[ImportedBlock] = []
    for row in rows[1:]:
        texts = [(kind, text) for kind, cell in zip(columns, row, strict=False) if (text := text_in(cell))]
        attendance, absence = (
            next((text for kind, text in texts if kind == column), "") for column in ("present", "absent")
        )
        is_away = ("present" in columns and _sign(attendance) in _ABSENT) or _sign(absence) in _ATTENDED
        name = " ".join(text for kind, text in texts if kind == "person")
        place = "".join(f" ({text})" for kind, text in texts if kind == "place of person")
        marks = [text for kind, text in texts if kind == "role"]
        marks += [text for text in (attendance, absence) if _sign(text) not in _ATTENDED | _ABSENT]
        line = paragraph((StyledRun(", ".join((name + place, *marks))),))
        (absent if is_away else present).append(ImportedBlock("item", children=(line,)))
    if present:
        yield listed(present)
    if absent:
        swedish = any(label_kind(text_in(cell)) == "present" and text_in(cell)[:1] in "Nn" for cell in rows[0])
        yield paragraph((StyledRun("Frånvarande:" if swedish else "Poissa:", strong=True),))
        yield listed(absent)


def _sign(text: str) -> str:
    return text.casefold().strip(" .")


def _columns_of_actions(head: Row) -> dict[str, int]:
    texts = [text_in(cell) for cell in head]
    found: dict[str, int] = {}
    for place, text in enumerate(texts):
        kinds = ("action", "task", "owner", "deadline", "count", "state")
        kind = next((kind for kind in kinds if means(text, kind)), "count" if not text and place == 0 else "")
        if not kind or kind in found:
            return {}
        found[kind] = place
    if "task" in found and "action" not in found and "owner" in found:
        found["action"] = found.pop("task")  # `Mitä` and `Milloin` alone may be a programme
    return found if "action" in found and "task" not in found and ("owner" in found or "deadline" in found) else {}


def _action(row: Row, columns: dict[str, int]) -> ImportedBlock:
    owner, due, state = (
        text_in(row[columns[column]]) if columns.get(column, len(row)) < len(row) else ""
        for column in ("owner", "deadline", "state")
    )
    task = "done" if state.casefold().strip(" .!") in _DONE else "open"
    suffix = f", {state}" if state and task == "open" else ""
    first, *rest = (row[columns["action"]] if columns["action"] < len(row) else ()) or (paragraph(()),)
    line: Line = (*first.line, StyledRun(suffix + ending(owner, due)))
    return ImportedBlock("item", children=(replace(first, lines=(line, *first.lines[1:])), *rest), task=task)


def _is_frame(rows: Sequence[Row]) -> bool:
    """Return whether a table is a frame around text: one column, or one row of several paragraphs."""
    if max(len(row) for row in rows) == 1:
        return True
    return len(rows) == 1 and any(len(cell) > 1 or any(len(block.lines) > 1 for block in cell) for cell in rows[0])


def _looks_like_head(rows: Sequence[Row]) -> bool:
    texts = [text_in(cell) for cell in rows[0]]
    return len(rows) > 1 and all(texts) and not any(any(sign.isdigit() for sign in text) for text in texts)
