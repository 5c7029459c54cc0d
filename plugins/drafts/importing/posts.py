"""Posts of Pelican and Jekyll: Markdown with metadata, whose keys become ours."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping

from plugins.core.dates import When
from plugins.drafts.draft import yaml_text
from plugins.drafts.importing.blocks import Imported
from plugins.drafts.importing.refusals import RefusalError

_YAML = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_PLAIN = re.compile(r"((?:[A-Za-z][\w-]*:[ \t]?.*\n(?:[ \t]+\S.*\n)*)+)(?:\n|$)")
_NAMED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)\.\w+$")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}))?")
_TITLE = re.compile(r"\s*# +(.+?)(?: +#+)?[ \t]*(?:\n|$)|\s*(\S.*)\n=+[ \t]*(?:\n|$)")
_KEYS: Mapping[str, str] = {
    "title": "title", "date": "date", "modified": "updated", "last_modified_at": "updated", "updated": "updated",
    "tags": "tags", "keywords": "tags", "slug": "slug", "summary": "summary", "description": "summary",
    "excerpt": "summary", "lang": "lang", "language": "lang", "locale": "lang",
}  # fmt: skip


def read_post(text: str, name: str) -> Imported:
    """Read a post; metadata that has no place here is kept in a comment at the end."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.endswith("\n"):
        text += "\n"
    metadata, body = _parted(text)
    fields: dict[str, str] = {}
    rest: dict[str, object] = {}
    own: dict[str, object] = {}
    for key, value in metadata.items():
        known = _KEYS.get(key.casefold())
        if known in {"title", "date", "lang"}:
            own.setdefault(known, value)
        elif known in fields or not _mapped(known, value, fields):
            rest[key] = value
    named = _NAMED.search(name)
    title = " ".join(str(own.get("title") or "").split())
    if not title and (heading := _TITLE.match(body)):
        title = " ".join((heading[1] or heading[2]).split())
        body = body[heading.end() :]
    title = title or (named[4] if named else name.rpartition(".")[0]).replace("-", " ").replace("_", " ")
    date = _when(str(own.get("date") or "")) or (_when("-".join(named.groups()[:3])) if named else None)
    if remark := "".join(f"{key}: {_shown(value)}\n" for key, value in rest.items()).strip():
        body = f"{body.rstrip()}\n\n<!-- {remark.replace('--', '–').replace('>', '›')} -->\n"
    language = str(own.get("lang") or "")[:2].casefold()
    markdown = _lowered(body.strip("\n")) + "\n"
    return Imported((), title, language, date, markdown=markdown, front=tuple(fields.items()))


def _parted(text: str) -> tuple[dict[str, object], str]:
    """Part a post into its metadata and its body."""
    if match := _YAML.match(text):
        return _of_yaml(match[1]), text[match.end() :]
    if match := _PLAIN.match(text):
        return dict(_of_lines(match[1])), text[match.end() :]
    return {}, text


def _mapped(known: str | None, value: object, fields: dict[str, str]) -> bool:
    """Put a value into the field of ours that means the same; False where it fits into none."""
    if known == "updated" and (when := _when(str(value))):
        fields[known] = when.iso
    elif known == "tags":
        tags = value if isinstance(value, list) else re.split(r"\s*,\s*", str(value))
        fields[known] = f"[{', '.join(json.dumps(str(tag), ensure_ascii=False) for tag in tags if str(tag).strip())}]"
    elif known == "slug" and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", str(value)) and len(str(value)) <= 100:
        fields[known] = str(value)
    elif known == "summary" and isinstance(value, str):
        fields[known] = yaml_text(" ".join(value.split()))
    else:
        return False
    return True


def _of_yaml(text: str) -> dict[str, object]:
    import yaml

    if re.search(r"(?m)(?:^|[\s\[{,:-])[&*]\w", text) and len(text) > 10_000:
        raise RefusalError("IMP005")
    try:
        read = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts, lists and mappings of texts, nothing else
    except (yaml.YAMLError, RecursionError, ValueError):
        return dict(_of_lines(text + "\n"))
    return {str(key): value for key, value in read.items()} if isinstance(read, dict) else {}


def _of_lines(text: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"^([A-Za-z][\w-]*):[ \t]?(.*(?:\n[ \t]+\S.*)*)$", text, re.MULTILINE):
        yield match[1], " ".join(match[2].split())


def _when(text: str) -> When | None:
    match = _DATE.match(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute = (int(group) if group else None for group in match.groups())
    assert year is not None
    try:
        dt.date(year, month or 0, day or 0)
    except ValueError:
        return None
    return When(year, month, day, hour, minute) if hour is not None and hour < 24 else When(year, month, day)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _lowered(body: str) -> str:
    """Lower every heading by one where a body has some of the first level: that is the page's title."""
    lines, fence = body.split("\n"), ""
    headings = []
    for number, line in enumerate(lines):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if mark and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else mark[1][:3]
        elif not fence and re.match(r"#{1,6} ", line):
            headings.append(number)
    if any(lines[number].startswith("# ") for number in headings):
        for number in headings:
            lines[number] = f"#{lines[number]}" if not lines[number].startswith("######") else lines[number]
    return "\n".join(lines)
