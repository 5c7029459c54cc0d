"""Files as the preview shows them: rendered when asked for, and kept while there is room and they are the same."""

from collections import OrderedDict
from typing import Any, NamedTuple

from plugins.core.content_paths import located
from plugins.core.made_blocks import MadeBlock
from plugins.core.markup.tree import Tree
from plugins.core.outputs import Kind, Output, Rendering
from plugins.preview.lookup import Lookup

ROOM = 64_000_000
"""Bytes of files that are kept."""


class _Kept(NamedTuple):
    kind: Kind
    view: Any
    rendering: Rendering
    size: int


class Renderings:
    """What was rendered lately, by the path that names the output; what gathers others is rendered anew each time."""

    def __init__(self) -> None:
        """Begin empty."""
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._size = 0

    def file(self, lookup: Lookup, path: str) -> bytes | None:
        """Return the bytes of a file of the tree; None when there is none."""
        output = lookup.find(path)
        if output is None:
            return None
        return file_in(output, self.rendering(lookup, output), path)

    def last_file(self, path: str) -> bytes | None:
        """Return the bytes of an output's first file as it was last made."""
        last = self._kept.get(path)
        return last.rendering.data if last is not None else None

    def rendering(self, lookup: Lookup, output: Output) -> Rendering:
        """Render an output, unless it was of the same view the last time."""
        kind, view = lookup.pipeline.kinds[output.kind], output.view
        known = self._kept.get(output.path)
        if known is not None and known.kind is kind and known.view == view:
            self._kept.move_to_end(output.path)
            return known.rendering
        rendering = kind.render(view, _Materials(self, lookup))
        if not output.gathers:
            self._keep(output.path, _Kept(kind, view, rendering, _size(rendering)))
        return rendering

    def _keep(self, path: str, entry: _Kept) -> None:
        if (old := self._kept.pop(path, None)) is not None:
            self._size -= old.size
        self._kept[path] = entry
        self._size += entry.size
        while self._size > ROOM and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._size -= old.size


class _Materials:
    """The materials of renderers, of one lookup."""

    def __init__(self, renderings: Renderings, lookup: Lookup) -> None:
        self._renderings = renderings
        self._lookup = lookup

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""
        return self._lookup.pipeline.cache.tree(digest)

    def file(self, path: str) -> bytes:
        """Load a file of the content folder."""
        return located(self._lookup.pipeline.settings.folders.content, path).read_bytes()

    def facts(self, path: str) -> MadeBlock | None:
        """Return the facts of an output, which is rendered for them; None when it has none."""
        output = self._lookup.find(path)
        return None if output is None else self._renderings.rendering(self._lookup, output).facts

    def output(self, path: str) -> bytes:
        """Return the bytes of a file of another output."""
        data = self._renderings.file(self._lookup, path)
        if data is None:
            raise FileNotFoundError(path)
        return data


def file_in(output: Output, rendering: Rendering, path: str) -> bytes | None:
    """Return one of the files of a rendering."""
    return rendering.data if path == output.path else rendering.beside.get(path)


def _size(rendering: Rendering) -> int:
    return len(rendering.data or b"") + sum(map(len, rendering.beside.values()))
