"""The command `edit`: the preview with drafts, the editor in it, and a browser that opens it."""

import sys
import threading
import webbrowser
from typing import TYPE_CHECKING

from msgspec.structs import replace

from plugins.console import announcements
from plugins.editor.room import EditorRoom
from plugins.preview.server import serve

if TYPE_CHECKING:
    from plugins.engine.command import Options
    from plugins.preview.annex import Shown


class _Opening(EditorRoom):
    """The room that says where it is as soon as it answers, and opens a browser where somebody sits."""

    def opened(self, address: str) -> None:
        super().opened(address)
        audience = announcements.Audience(self._options.language, self._options.format)
        announcements.say(audience, "editing", address=self.address)
        if sys.stdin is not None and sys.stdin.isatty():
            threading.Thread(target=webbrowser.open, args=(self.address,), daemon=True).start()


def edit(options: "Options", port: int) -> int:
    """Serve the preview with the editor until interrupted; give the exit code."""

    def annexed(site: "Shown") -> EditorRoom:
        return _Opening(shown, site)

    shown = replace(options, drafts=True)
    return serve(shown, port, annexed)
