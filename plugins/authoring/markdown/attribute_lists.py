"""Attribute lists: `{lang=sv}`, `{#id}`, `{decorative}`; words in braces that are none stay words."""

import re

_ITEM = r"(?:#[^\s{}\"'=#.]+|\.[\w-]+|[A-Za-z][\w:-]*=(?:\"[^\"\n{}]*\"|'[^'\n{}]*'|[^\s{}\"'“”„‘’]+)|decorative)"
ATTRIBUTE_LIST = re.compile(rf"\{{:?[ ]*({_ITEM}(?:[ ]+{_ITEM})*)[ ]*\}}")
AT_END = re.compile(rf"(?:^|[ ]+){ATTRIBUTE_LIST.pattern}[ ]*$")
LINE_OF_LIST = re.compile(rf"(?:^|\n)[ ]*{ATTRIBUTE_LIST.pattern}[ ]*$")
LOOKS_LIKE_LIST = re.compile(r"\{:?[ ]*(?:[#.][\w-]+|[A-Za-z][\w:-]*=)[^{}\n]*\}")
_PART = re.compile(_ITEM)


def attributes_of(written: str) -> dict[str, str]:
    """Read what stands between the braces."""
    attributes: dict[str, str] = {}
    for item in _PART.findall(written):
        if item.startswith("#"):
            attributes["id"] = item[1:]
        elif item.startswith("."):
            attributes["class"] = f"{attributes.get('class', '')} {item[1:]}".strip()
        else:
            name, _, value = item.partition("=")
            attributes[name] = value[1:-1] if value[:1] in {'"', "'"} else value or name
    return attributes


def says_twice(written: str) -> bool:
    """Return whether an attribute has two values, of which one would be lost."""
    names = [item.partition("=")[0] for item in _PART.findall(written) if item[0] != "."]
    return len({"id" if name[0] == "#" else name for name in names}) < len(names)
