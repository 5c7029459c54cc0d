"""Front matter: the YAML between `---` lines at the beginning of a source, and the body after it."""

from msgspec import Struct

from plugins.authoring.odd_signs import odd_sign, plain
from plugins.authoring.yaml_document import YamlDocument, parse_yaml
from plugins.core.diagnostics import Diagnostic, Place, diagnostic

LONGEST_FENCE = 5
MAX_CHARACTERS = 64_000


class FrontMatter(Struct, frozen=True):
    """The parsed front matter (None when there is none to trust), the body, and the body's first line number."""

    document: YamlDocument | None
    body: str
    body_line: int
    diagnostics: tuple[Diagnostic, ...] = ()


def split(source: str, text: str) -> FrontMatter:
    """Take a source apart; a file without front matter, or with one that never ends, is a fault."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != "---":
        if odd := _odd_fence(source, lines, start, start):
            return FrontMatter(None, "", len(lines), (odd,))
        return FrontMatter(None, text, 1, (diagnostic("FRM005", Place(source, start + 1)),))
    end = next((number for number in range(start + 1, len(lines)) if lines[number].rstrip() in {"---", "..."}), None)
    if end is None:
        if odd := _odd_fence(source, lines, start + 1, len(lines) - 1):
            return FrontMatter(None, "", len(lines), (odd,))
        return FrontMatter(None, "", len(lines), (diagnostic("FRM006", Place(source, start + 1)),))
    yaml = "\n".join(lines[start + 1 : end])
    if len(yaml) > MAX_CHARACTERS:
        size, limit = f"{len(yaml) / 1_000_000:.3f}", f"{MAX_CHARACTERS / 1_000_000:.3f}"
        return FrontMatter(None, "", end + 2, (diagnostic("FRM003", Place(source, start + 1), size=size, limit=limit),))
    document = parse_yaml(source, yaml, start + 2)
    body = "\n".join(lines[end + 1 :])
    return FrontMatter(document, body, end + 2, tuple(document.diagnostics))


def _odd_fence(source: str, lines: list[str], first: int, last: int) -> Diagnostic | None:
    """Report a line that looks like `---` and has other signs: word processors make dashes of two hyphens."""
    for number in range(first, last + 1):
        line = lines[number].strip()
        if 0 < len(line) <= LONGEST_FENCE and set(plain(line)) == {"-"} and (sign := odd_sign(lines[number])):
            return diagnostic("FRM016", Place(source, number + 1, sign.offset + 1), sign=sign.kind)
    return None
