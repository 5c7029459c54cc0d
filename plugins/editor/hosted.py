"""The editor on a host: the same forms against GitHub or GitLab, in a published site whose site.yaml asks for it.

There the CMS itself reads and writes the files. What it could not write as the files have it (people by groups,
libraries by name, the settings) is not in its forms, and stays. Only what readers see is told: the page is public.
"""

import json
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.core.outputs import Materials, Output, Rendering, planned_view
from plugins.core.site import HostedEditor
from plugins.editor import page
from plugins.editor.configuration import Backend, configuration
from plugins.editor.phrases import phrases
from plugins.editor.words import words_of

FOLDER = "admin/"
_SCRIPTS = ("manual.js", page.BUNDLE, "fields.js", "toolbar.js", "names.js", "start.js")
_FILES = (*_SCRIPTS, "admin.css", "settings.json")
_LOGINS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com"}


class HostedEditorView(Struct, frozen=True):
    """The language of the page, where it may connect to, and what its script asks for."""

    language: str
    connects: tuple[str, ...]
    settings: str


def hosted_editor(index: SiteIndex, language: str) -> Iterator[Output]:
    """Plan the page of the editor, once, where site.yaml names a repository."""
    wanted = index.site.editor
    if not wanted.repository or language != index.site.languages[0] or index.withheld is not None:
        return
    backend = backend_of(wanted)
    host = backend.settings.get("api_root", _LOGINS[wanted.host])
    connects = tuple(dict.fromkeys(address for address in (host, wanted.login) if address))
    view = HostedEditorView(language, connects, json.dumps(_settings(index, language, backend), ensure_ascii=False))
    beside = tuple(f"{FOLDER}{name}" for name in _FILES)
    yield Output(f"{FOLDER}index.html", "hosted-editor", planned_view(view), beside=beside)


def backend_of(wanted: HostedEditor) -> Backend:
    """Return the backend of the CMS; nothing of it is secret."""
    settings = {"name": wanted.host, "repo": wanted.repository, "branch": wanted.branch}
    if wanted.host == "gitlab":
        settings |= {"auth_type": "pkce", "app_id": wanted.app_id}
    elif wanted.login:
        settings |= {"base_url": wanted.login}
    return Backend(settings, is_ours=False, folder=f"{wanted.folder.strip('/')}/" if wanted.folder.strip("/") else "")


def render_hosted_editor(view: HostedEditorView, _materials: Materials) -> Rendering:
    """Render the page and what it loads."""
    beside = {f"{FOLDER}{name}": found[0] for name in _FILES if (found := page.static_file(name)) is not None}
    beside[f"{FOLDER}settings.json"] = view.settings.encode()
    return Rendering(page.hosted_page(view.language, _SCRIPTS, view.connects), beside=beside)


def _settings(index: SiteIndex, language: str, backend: Backend) -> dict[str, Any]:
    site = index.site
    seen = [version for version in index.by_source.values() if index.is_published(version)]
    tags = {
        code: sorted({tag for version in seen if version.language == code for tag in version.tags})
        for code in site.languages
    }
    projects: dict[str, dict[str, str]] = {}
    for code in site.languages:
        for version in index.published(code, "projects"):
            projects.setdefault(version.key, {})[code] = version.short_title
    return {
        "config": configuration(site.languages, language, backend),
        "is_ours": False,
        "phrases": phrases(language),
        "names": {code: LANGUAGES[code].name for code in site.languages},
        "words": {**words_of(language, "page"), "toolbar": dict(words_of(language, "toolbar"))},
        "projects": projects,
        "tags": tags,
    }
