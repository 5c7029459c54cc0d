"""What a meeting resolved: decisions, actions, attachments and the next meeting, wherever in its text they stand."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from plugins.core.facts import Attachment
from plugins.drafts.importing.action_lines import ACTION, BOX, OF_OWNER, OPEN_BOXES, ActionReader, sentences
from plugins.drafts.importing.agenda import is_item
from plugins.drafts.importing.blocks import ImportedBlock, listed, paragraph
from plugins.drafts.importing.decision_lines import DECISION, PROPOSAL, labelled, resolved, with_words_joined
from plugins.drafts.importing.labels import bare, label_kind
from plugins.drafts.importing.meeting import Meeting
from plugins.drafts.importing.next_meeting import is_about_next, is_head_of_next, is_preparing, without_next
from plugins.drafts.importing.runs import Line, StyledRun, is_strong, text_of, without_end, without_start
from plugins.drafts.importing.written_dates import names_day, read_day, read_time

_ATTACHMENT = re.compile(
    r"(?:liite|bilaga|attachment)\s*(?:nro|nr)?\.?\s*(?:\d{1,2}|[A-Z])?\s*[:.–-]\s+", re.IGNORECASE
)
_ACTIONS_UNTIL = re.compile(
    r"(?:\w+ )?(?:tehtävä|toimenpite|toime|uppgift|åtgärd|att göra|action)\w* "
    r"(?:ennen|seuraav|ensi|före|till|inför|innan|before|until)",
    re.IGNORECASE,
)
"""How a heading begins below which stands what is to be done by the next meeting."""
_SECTIONS = frozenset({"attachments", "action", "next"})

Local = Callable[[str], str]


class ResolutionReader:
    """Reads what remains of a meeting's text; `local` gives the content path of a file beside the source."""

    def __init__(self, meeting: Meeting, local: Local) -> None:
        self._meeting, self._local = meeting, local
        away = (person for people in meeting.absent.values() for person in people)
        self._actions = ActionReader((*meeting.everybody(), *away, meeting.chair, meeting.secretary))
        self._section = ""
        self._item = False
        self._head: ImportedBlock | None = None

    def read(self, blocks: Sequence[ImportedBlock]) -> tuple[ImportedBlock, ...]:
        """Return the text with decisions and actions in their set forms, and without attachments that have a field."""
        text_blocks: list[ImportedBlock] = []
        for block in _apart(tuple(with_words_joined(blocks))):
            text_blocks += self._read(block)
        if self._head is not None:
            text_blocks.append(self._head)
        return tuple(_tasks_joined(self._with_owners(text_blocks)))

    def _read(self, block: ImportedBlock) -> Iterator[ImportedBlock]:
        if block.kind == "heading" or (block.kind == "paragraph" and _is_head(block)):
            yield from self._begin(block)
            return
        if block.kind == "paragraph" and self._section and (parted := _side_head(block)) is not None:
            head, rest = parted
            if label_kind(text_of(head)) in _SECTIONS:
                yield from self._begin(paragraph(head))
                yield from self._read(rest)
                return
            self._section = ""
        if self._section == "attachments" or (block.kind == "paragraph" and _ATTACHMENT.match(block.text)):
            left = self._attachments(block)
            if left is None:
                return
            block = left
        yield from self._waiting_head()
        if block.kind == "list":
            yield self._list(block)
        elif block.kind == "paragraph":
            yield from self._paragraph(block)
        else:
            yield block

    def _with_owners(self, blocks: Sequence[ImportedBlock]) -> Iterator[ImportedBlock]:
        """Put whose an action is and by when to it, where that stands in lines of their own after it."""
        place = 0
        while place < len(blocks):
            block = blocks[place]
            place += 1
            more: list[Line] = []
            while _is_tasks(block) and place < len(blocks) and _is_of_owner(blocks[place]):
                more += blocks[place].lines
                place += 1
            if not more:
                yield block
                continue
            last = block.children[-1]
            first = last.children[0]
            line = self._actions.line(_rejoined((*first.lines, *more)))
            item = replace(last, children=(replace(first, lines=(line,)), *last.children[1:]))
            yield replace(block, children=(*block.children[:-1], item))

    def _begin(self, block: ImportedBlock) -> Iterator[ImportedBlock]:
        yield from self._waiting_head()
        kind = label_kind(block.text)
        if kind not in _SECTIONS:
            kind = "action" if _ACTIONS_UNTIL.match(bare(block.text)) else "next" if is_head_of_next(block.text) else ""
        self._section = kind
        self._item = is_item(block)
        if self._section == "attachments" and not self._item:
            self._head = block
        else:
            yield block

    def _waiting_head(self) -> Iterator[ImportedBlock]:
        if self._head is not None:
            yield self._head
            self._head = None

    def _list(self, block: ImportedBlock) -> ImportedBlock:
        of_actions = self._section == "action" or self._is_of_actions(block)
        items = tuple(self._item_of(child, is_action=of_actions) for child in block.children)
        return replace(block, children=items, level=0 if any(item.task for item in items) else block.level)

    def _is_of_actions(self, block: ImportedBlock) -> bool:
        """Return whether every item begins with somebody's name, and one at least says by when it is done."""
        texts = [text_of(child.children[0].line) for child in block.children if child.children]
        return all(map(self._actions.names_doer, texts)) and any(
            self._actions.is_action(text, in_section=False) for text in texts
        )

    def _item_of(self, item: ImportedBlock, *, is_action: bool) -> ImportedBlock:
        first = item.children[0] if item.children else paragraph(())
        inner = tuple(self._list(child) if child.kind == "list" else child for child in item.children)
        if item.task or not first.lines:
            return replace(item, children=inner)
        text = text_of(first.line)
        box = BOX.match(text)
        if box or is_action or ACTION.match(text) or self._actions.is_action(text, in_section=False):
            line = self._actions.line(without_start(first.line, box.end()) if box else first.line)
            task = "open" if box is None or box["box"] in OPEN_BOXES else "done"
            return replace(item, children=(replace(first, lines=(line, *first.lines[1:])), *inner[1:]), task=task)
        return replace(item, children=(labelled(first) if first.kind == "paragraph" else inner[0], *inner[1:]))

    def _paragraph(self, block: ImportedBlock) -> Iterator[ImportedBlock]:
        text = block.text
        if not self._next(block):
            return
        box = BOX.match(text)
        if box is not None:
            line = self._actions.line(without_start(block.line, box.end()))
            yield _task(line, "open" if box["box"] in OPEN_BOXES else "done")
            if block.lines[1:]:
                yield replace(block, lines=block.lines[1:])
        elif DECISION.match(text):
            yield labelled(block)
        elif PROPOSAL.match(text):
            yield block
        else:
            yield from self._sentences(block)

    def _sentences(self, block: ImportedBlock) -> Iterator[ImportedBlock]:
        """Part a paragraph where a sentence says what was decided, or what somebody is to do."""
        plain_lines: list[Line] = []
        for line in block.lines:
            together: list[Line] = []
            is_task = self._section == "action" and self._actions.says_owner(text_of(line))
            for sentence in (line,) if is_task else sentences(line):
                resolution = _task(self._actions.line(line), "open") if is_task else self._sentence(sentence)
                if resolution is None:
                    together.append(sentence)
                    continue
                plain_lines += [_rejoined(together)] if together else []
                if plain_lines:
                    yield replace(block, lines=tuple(plain_lines))
                together, plain_lines = [], []
                yield resolution
            plain_lines += [_rejoined(together)] if together else []
        if plain_lines:
            yield replace(block, lines=tuple(plain_lines))

    def _sentence(self, sentence: Line) -> ImportedBlock | None:
        text = text_of(sentence)
        if (decision := resolved(sentence)) is not None:
            return decision
        if ACTION.match(text) or self._actions.is_action(text, in_section=self._section == "action"):
            return _task(self._actions.line(sentence), "open")
        return None

    def _next(self, block: ImportedBlock) -> bool:
        """Read when the next meeting is; tell whether the text has to stay."""
        found = [
            text
            for line in block.lines
            for sentence in sentences(line)
            if (text := text_of(sentence)) and names_day(text)
        ]
        about = [text for text in found if is_about_next(text)] or (
            [text for text in found if not is_preparing(text)] if self._section == "next" else []
        )
        meeting = self._meeting
        last = meeting.sessions[-1].start.iso[:10] if meeting.sessions else ""
        for text in about:
            day = read_day(text)
            if day is None or day.iso[:10] <= last or meeting.next not in {None, day}:
                meeting.doubts.append(("next", text))
            elif meeting.next is None:
                meeting.next = day
                remainder = without_next(text)
                return block.text != text or self._section == "next" or self._item or bool(read_time(remainder).rest)
        return True

    def _attachments(self, block: ImportedBlock) -> ImportedBlock | None:
        """Take attachments with an address out of a block; give what remains of it."""
        if block.kind == "paragraph":
            lines = tuple(line for line in block.lines if not self._attachment(line))
            return replace(block, lines=lines) if lines else None
        if block.kind == "list":
            items = tuple(
                item
                for item in block.children
                if len(item.children) != 1 or not item.children[0].lines or not self._attachment(item.children[0].line)
            )
            return replace(block, children=items) if items else None
        return block

    def _attachment(self, line: Line) -> bool:
        text = text_of(line).replace("\t", " ")
        addresses = {run.address for run in line if run.address}
        address = addresses.pop() if len(addresses) == 1 else ""
        file = self._local(address) if address else ""
        is_whole = bool(address) and not any(run.note or run.picture for run in line)
        if is_whole and (file or re.match(r"https?://[^\s/]+\S*$", address)):
            self._meeting.attachments.append(Attachment(text, file=file, url="" if file else address))
            return True
        if text:
            self._meeting.doubts.append(("attachments", text))
        return False


def _is_head(block: ImportedBlock) -> bool:
    """Return whether a short paragraph names what follows it."""
    text = block.text
    if len(block.lines) != 1 or len(text) > 60:
        return False
    kind = label_kind(text)
    return kind in _SECTIONS and (text.endswith(":") or is_strong(block.line) or kind != "next")


def _side_head(block: ImportedBlock) -> tuple[Line, ImportedBlock] | None:
    """Part a heading beside its text, with a tab between them, from it: `Liitteet ⇥ 1. Taulukko`."""
    raw = "".join(run.text for run in block.line if not run.picture and not run.note)
    label, tab, _ = raw.partition("\t")
    if not tab or len(label) > 40 or not (label_kind(label) or (block.line[0].strong and not is_strong(block.line))):
        return None
    head, rest = without_end(block.line, len(raw) - len(label)), without_start(block.line, len(label) + 1)
    return (head, replace(block, lines=(rest, *block.lines[1:]))) if head and rest else None


def _apart(blocks: Sequence[ImportedBlock]) -> Iterator[ImportedBlock]:
    """Part paragraphs where a line begins a decision, an action or an attachment."""
    for block in blocks:
        lines: list[Line] = []
        for line in block.lines if block.kind == "paragraph" else ():
            if lines and any(
                pattern.match(text_of(line)) for pattern in (DECISION, PROPOSAL, ACTION, BOX, _ATTACHMENT)
            ):
                yield replace(block, lines=tuple(lines))
                lines = []
            lines.append(line)
        yield replace(block, lines=tuple(lines)) if block.kind == "paragraph" else block


def _task(line: Line, task: str) -> ImportedBlock:
    return listed([ImportedBlock("item", children=(paragraph(line),), task=task)])


def _rejoined(parts: Sequence[Line]) -> Line:
    runs: list[StyledRun] = []
    for part in parts:
        runs += [StyledRun(" "), *part] if runs else part
    return tuple(runs)


def _tasks_joined(blocks: Iterable[ImportedBlock]) -> Iterator[ImportedBlock]:
    """Put lists of actions that follow one another together."""
    before: ImportedBlock | None = None
    for block in blocks:
        if before is not None and _is_tasks(before) and _is_tasks(block):
            before = replace(before, children=(*before.children, *block.children))
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _is_of_owner(block: ImportedBlock) -> bool:
    return (
        block.kind == "paragraph" and bool(block.lines) and all(OF_OWNER.match(text_of(line)) for line in block.lines)
    )


def _is_tasks(block: ImportedBlock) -> bool:
    return block.kind == "list" and bool(block.children) and all(child.task for child in block.children)
