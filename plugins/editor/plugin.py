"""Glue: the editor in a published site, as a contribution to a run."""

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind
from plugins.editor.hosted import hosted_editor, render_hosted_editor
from plugins.editor.page import version


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(_: Settings) -> Contributions:
    """Return the outlet and its renderer, which changes with the files that it copies."""
    return Contributions(outlets=(hosted_editor,), kinds={"hosted-editor": Kind(render_hosted_editor, version())})
