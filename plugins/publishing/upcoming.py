"""The command `upcoming`: the forecast, written out."""

import json
import sys

from plugins.core.index import SiteIndex
from plugins.publishing.announcements import Voice
from plugins.publishing.forecast import forecast
from plugins.publishing.forecast_text import as_data, as_text


def upcoming(index: SiteIndex, days: int, language: str, form: str) -> int:
    """Write what is to come, as JSON when the form is `json`; give the exit code."""
    shown = forecast(index, days)
    if form == "json":
        sys.stdout.write(json.dumps(as_data(shown), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(as_text(shown, language, Voice(language, sys.stdout).text))
    return 0
