"""Comments: what a writer hides is never published, wherever it stands."""

import re

_TICKED_OR_COMMENT = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|<!--")
_COMMENT = re.compile(r"<!--(?:>|->|.*?-->)")


def without_comments(line: str, start: int) -> tuple[str, int | None]:
    """Put spaces in the place of a line's comments; give also where one begins that does not end on it."""
    while comment := next((match for match in _TICKED_OR_COMMENT.finditer(line, start) if not match[1]), None):
        whole = _COMMENT.match(line, comment.start())
        if whole is None:
            return line[: comment.start()].rstrip(), comment.start()
        line = line[: comment.start()] + " " * (whole.end() - comment.start()) + line[whole.end() :]
        start = whole.end()
    return line.rstrip() if not line[start:].strip() else line, None
