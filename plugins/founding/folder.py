"""The first files of a site, from skeletons in its languages."""

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from string import Template

from plugins.core.dates import When, long_date
from plugins.core.languages import LANGUAGES
from plugins.drafts.draft import yaml_text
from plugins.drafts.new_files import NewFile
from plugins.founding.answers import PAGES, Founding

SKELETONS = Path(__file__).parent / "skeletons"
DAYS_TO_MEETING = 7
"""From today until the first meeting, which the site announces; one that falls on a weekend waits for Monday."""

FRIDAY = 4
TEXTS = ("projects", "news", "meetings", *PAGES)
"""The texts that a site begins with."""

FILES = {"gitattributes": ".gitattributes", "gitignore": ".gitignore"}
WORKFLOWS = {"checks.yml": ".github/workflows/checks.yml", "publish.yml": ".github/workflows/publish.yml"}


def files(founding: Founding, words: Mapping[str, Mapping[str, str]]) -> Iterator[NewFile]:
    """Write every file of a new site; `words` by language name its first texts."""
    first = founding.languages[0]
    common = _common(founding)
    yield NewFile.of("site.yaml", _filled(f"site.{first}.yaml", common))
    yield NewFile.of("blocks.yaml", _filled(f"blocks.{first}.yaml", common | _headings(founding, words)))
    for name in TEXTS:
        path = _path(founding, name, words[first])
        for code in founding.languages:
            here = {"title": yaml_text(founding.titles[code]), "day": long_date(_when(founding), LANGUAGES[code])}
            yield NewFile.of(f"{path}.{code}.md", _filled(f"{name}.{code}.md", common | here))
    for code in founding.languages:
        others = [
            f"[{words[language]['guide']}]({_guide(founding, language)})"
            for language in founding.languages
            if language != code
        ]
        here = {"site": founding.names[code], "others": " · ".join(others)}
        yield NewFile.of(_guide(founding, code), _filled(f"README.{code}.md", common | here).lstrip("\n"))
    wanted = FILES | (WORKFLOWS if founding.workflows else {})
    for skeleton, place in wanted.items():
        yield NewFile.of(place, (SKELETONS / skeleton).read_text(encoding="utf-8"))


def _guide(founding: Founding, code: str) -> str:
    return "README.md" if code == founding.languages[0] else f"README.{code}.md"


def _path(founding: Founding, name: str, words: Mapping[str, str]) -> str:
    """Return a text's path without language and suffix: by the convention, its day and a word of the first language."""
    if name == "projects":
        return f"projects/{founding.project}"
    if name in ("news", "meetings"):
        return f"{name}/{founding.today.isoformat()}-{words[name]}"
    return f"pages/{words[name]}"


def _common(founding: Founding) -> dict[str, str]:
    meeting = founding.today + timedelta(days=DAYS_TO_MEETING)
    meeting += timedelta(days=7 - meeting.weekday() if meeting.weekday() > FRIDAY else 0)
    colours = f'colours: {{light: "{founding.light}", dark: "{founding.dark}"}}'
    return {
        "names": _by_language(founding.names),
        "empty": _by_language(dict.fromkeys(founding.languages, "")),
        "languages": ", ".join(founding.languages),
        "base_url": json.dumps(founding.base_url),
        "operator": json.dumps(founding.operator, ensure_ascii=False),
        "email": json.dumps(founding.email),
        "colours": colours if founding.light else '# colours: {light: "#1d4e89", dark: "#9cc3f0"}',
        "project": founding.project,
        "project_value": yaml_text(founding.project),
        "today": founding.today.isoformat(),
        "month": founding.today.isoformat()[:7],
        "meeting": meeting.isoformat(),
    }


def _when(founding: Founding) -> When:
    return When(founding.today.year, founding.today.month, founding.today.day)


def _headings(founding: Founding, words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {"heading": _by_language({code: words[code]["news-heading"] for code in founding.languages})}


def _by_language(texts: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{code}: {json.dumps(text, ensure_ascii=False)}" for code, text in texts.items()) + "}"


def _filled(skeleton: str, values: Mapping[str, str]) -> str:
    return Template((SKELETONS / skeleton).read_text(encoding="utf-8")).substitute(values)
