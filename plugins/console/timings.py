"""The table of stages: how long each took, on the clock and in processors' time; the rows add up to the last one."""

import json
from collections.abc import Mapping, Sequence

from plugins.core.stages import StageTime


def timings_text(times: Sequence[StageTime], stages: Mapping[str, str], words: Mapping[str, str], point: str) -> str:
    """Write the table for people, with the names of the stages in their language and its decimal point."""
    rows = [(stages[time.stage], time.seconds, time.processor) for time in times]
    rows.append((words["total"], sum(time.seconds for time in times), sum(time.processor for time in times)))
    table = [(words["stage"], words["clock"], words["processor"])]
    table += [(name, _seconds(clock, point), _seconds(processor, point)) for name, clock, processor in rows]
    widths = [max(len(row[column]) for row in table) for column in range(3)]
    return "\n".join(
        f"{name:<{widths[0]}}  {clock:>{widths[1]}}  {processor:>{widths[2]}}" for name, clock, processor in table
    )


def timings_json(times: Sequence[StageTime]) -> str:
    """Write one line of JSON for tools: `{"stages": [{"stage": "read", "seconds": 1.5, "processor": 2.9}, …]}`."""
    rows = [
        {"stage": time.stage, "seconds": round(time.seconds, 4), "processor": round(time.processor, 4)}
        for time in times
    ]
    return json.dumps({"stages": rows})


def _seconds(seconds: float, point: str) -> str:
    return f"{seconds:.2f}".replace(".", point)
