"""People of a meeting: how they stand in minutes, one a line or one after another."""

import re

from plugins.drafts.importing.labels import MARKS, label_kind

_WORD = r"[A-ZÅÄÖÉÜÆØŠŽ][\w.'’-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|von|af|de|der|van|la|di))*"
_TITLE = (
    r"(?:\w*(?:tutkija|professori|johtaja|päällikkö|suunnittelija|koordinaattori|asiantuntija|pedagogi|"
    r"kirjastonhoitaja|informaatikko|tohtori|rehtori|konsultti|forskare|professor|chef|direktör|planerare|koordinator|"
    r"bibliotekarie|informatiker|rektor|doktor|konsult) )?"
)
"""What somebody is by profession, in small letters before the name."""
_PERSON = re.compile(rf"{_TITLE}{_NAME}(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]))*(?:\s*[,–-]\s?[^,;]{{1,80}}){{0,4}}\.?")
_FULL_NAME = re.compile(rf"{_TITLE}{_WORD}(?: (?:{_WORD}|von|af|de|der|van|la|di))+")
_ALONE = re.compile(rf"{_FULL_NAME.pattern}(?:\s*\([^()]*\))*(?:\s+(?:pj|vpj|siht|ordf|v\. ordf|sekr)\.?)?")
_GIVEN_NAME = re.compile(rf"{_WORD}(?:\s*\([^()]*\))?")
"""Somebody whom everybody knows, with what may stand in brackets after the name."""
_MARKS = {
    kind: re.compile(
        rf"(?:[,(–-]\s*|(?<!vice)(?<!v\.)\s)(?:{'|'.join(sorted(words, key=len, reverse=True))})\b\.?"
        r"(?=\s*(?:[,;()–-]|$))",
        re.IGNORECASE,
    )
    for kind, words in MARKS.items()
}
_BODY = re.compile(
    r"(?:\w*(?:kirjasto|bibliotek(?:et)?|kaupunki|virasto|opisto|ministeriö|yliopisto|keskus|kommun)"
    r"|\b(?:stad|kunta|oy|oyj|ab|ry|rf|ky|hy))\b(?! \w)",
    re.IGNORECASE,
)
"""How the name of an organisation ends."""
_COUNT = re.compile(r"\s*\(?\d{1,3}(?:\s*/\s*\d+)?(?:\s*(?:hlö|kpl|st|pers)\.?)?\)?\s*$")
_SEPARATORS = re.compile(r"\s*;\s*|\s*,\s*(?![^()]*\))|\s+(?:ja|sekä|och|samt|and)\s+(?![^()]*\))")


def is_person(text: str) -> bool:
    """Return whether a line is somebody's name, with what may stand after it."""
    return (
        len(text) <= 160
        and not label_kind(text.partition(":")[0])
        and bool(_PERSON.fullmatch(text))
        and not _BODY.search(re.split(r"[,(–]", text)[0].strip())
        and (bool(_FULL_NAME.match(text)) or "(" in text)
    )


def people_in(text: str, *, inline: bool = False) -> tuple[str, ...]:
    """Return the people of a line: one, or several with commas between them; none where it is not clear who."""
    text = text.strip(" .") if not re.search(r"\b(?:pj|siht|ordf|sekr)\.$", text.strip()) else text.strip()
    if ";" in text:
        parts = tuple(filter(None, (part.strip() for part in text.split(";"))))
        return parts if all(map(is_person, parts)) else ()
    parts = tuple(filter(None, (part.strip() for part in _SEPARATORS.split(text))))
    if len(parts) > (1 if inline else 2) and all(_ALONE.fullmatch(part) for part in parts):
        return parts
    if inline and len(parts) > 1 and all(_GIVEN_NAME.fullmatch(part) for part in parts):
        return parts
    merged = _with_marks(parts)
    if inline and len(merged) > 1 and all(_ALONE.match(person) for person in merged):
        return merged
    return (text,) if is_person(text) else ()


def _with_marks(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Put what stands after a name, such as `pj.`, back to it."""
    merged: list[str] = []
    for part in parts:
        if merged and not part[:1].isupper():
            merged[-1] = f"{merged[-1]}, {part}"
        else:
            merged.append(part)
    return tuple(merged)


def marked(people: tuple[str, ...], kind: str) -> str:
    """Return the one person who has a mark, `chair` or `secretary`, without it; empty for none or for several."""
    found = [person for person in people if _MARKS[kind].search(person)]
    if len(found) != 1:
        return ""
    name = _MARKS[kind].sub(_without_mark, found[0])
    name = re.sub(r"\(\s*[,;]\s*", "(", re.sub(r"\s*\(\s*\)", "", name))
    return name.strip(" ,;(–-")


def _without_mark(match: re.Match[str]) -> str:
    """Leave out a mark; the bracket that it began stays with what else stands in it: `(pj., Espoo)`."""
    return "(" if match[0].startswith("(") else ""


def group_name(text: str) -> str:
    """Return the name of a group without its colon and the count of its people."""
    name = _COUNT.sub("", text.strip(" :.,–-")).strip(" :.,–-")
    return name[:1].upper() + name[1:]
