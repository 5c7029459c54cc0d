"""Pelican's settings: `pelican -s pelicanconf.py` builds the same site as `./kaiku build`, from any folder.

What the site is called, which languages it has and where it will stand is the content's business: content/site.yaml.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:  # Pelican looks for plugins on the import path, and this folder is not on it.
    sys.path.insert(0, str(HERE))

from plugins.engine.host import KaikuPelican  # noqa: E402 - needs the path above

PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
CACHE_PATH = str(HERE / ".cache")
THEME = str(HERE / "theme")
TIMEZONE = "Europe/Helsinki"
PELICAN_CLASS = KaikuPelican

# The rooms, in the order of the pipeline. Order is behaviour: handlers run in this order, and so outlets and rules.
ROOMS = [
    "plugins.engine",
    "plugins.theming",
    "plugins.incremental",
    "plugins.authoring",
    "plugins.images",
    "plugins.cards",
    "plugins.drafts",
    "plugins.bilingual",
    "plugins.listings",
    "plugins.feeds",
    "plugins.calendar",
    "plugins.search",
    "plugins.blocks",
    "plugins.workbench",
    "plugins.editor",
    "plugins.publishing",
    "plugins.quality",
]
PLUGINS = list(ROOMS)  # Pelican shortens this list to the plugins that registered; KaikuPelican compares.

# Pelican's own generators stay idle: docs/decisions/0001-our-generator.md says why.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []  # Kaiku sends the theme's files itself, staged like all others
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# It would delete before anything is read. Kaiku removes what is stale when the new site is ready.
DELETE_OUTPUT_DIRECTORY = False

# Settings of a run, which the commands set: an address that takes the place of site.yaml's, the moment to build for,
# the language and the form of messages, and whether the result is put in place ("commit") or only judged ("discard").
KAIKU_BASE_URL: str | None = None
KAIKU_NOW: str | None = None
KAIKU_LANGUAGE = "fi"
KAIKU_FORMAT = "text"
KAIKU_ENDING = "commit"
KAIKU_STRICT = False
KAIKU_EXTERNAL = False

# Whether what readers may not see is shown too, as the preview for writers does. A release refuses it.
KAIKU_DRAFTS = False


# Told what the run is doing and how long that takes, and whether this is shown at its end; the commands set both.
KAIKU_STAGES = None
KAIKU_TIMINGS = False

# The last release's ledger, and whether the result is for readers (publishconf.py) and so must be decided throughout.
KAIKU_LEDGER: str | None = None
KAIKU_RELEASE = False

# Whether no document is shown, only what stands where the ledger knows one: `./kaiku rollback` takes these pages.
KAIKU_DEPARTED = False
