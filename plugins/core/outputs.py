"""What a build makes: outputs, each a file of the output tree with the view that it shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from msgspec import Struct, field

from plugins.core.diagnostics import Diagnostic
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.made_blocks import MadeBlock
from plugins.core.markup.tree import Tree


class MapEntry(Struct, frozen=True):
    """What search engines learn of a page: its absolute address, and by language those of the same content."""

    address: str
    alternates: tuple[tuple[str, str], ...] = ()


class Output(Struct, frozen=True):
    """A file to be, or files made in one go: paths in the output tree, a kind that chooses the renderer, and a recipe.

    The recipe makes the view, where and when it is compared or shown. What the files depend on is that view, their
    renderer and, where it gathers, facts and files of other outputs: nothing else. Views are frozen structs.
    """

    path: str
    kind: str
    recipe: Callable[[], Any]
    """A pure function, as a rule a `partial` of one and what it needs; see `planned_view`."""
    source: str = ""
    """The source file to name when something is wrong with this output."""
    gathers: tuple[str, ...] = ()
    """Paths of the outputs whose facts this one shows; it is rendered after them."""
    beside: tuple[str, ...] = ()
    """Paths of the other files that show the same view, and that the renderer makes along with the first."""
    folder: str = ""
    """A folder of its own, with the final slash, in which only the renderer knows which files it makes; or nothing."""
    entry: MapEntry | None = None
    """Of a page that search engines may show, its entry in the map of the site."""

    @property
    def view(self) -> Any:
        """The view, made anew each time that somebody asks."""
        return self.recipe()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path at which a file of this output may stand; the first one names the output."""
        return (self.path, *self.beside)


def planned_view(view: object) -> Callable[[], object]:
    """Return the recipe of a view that is there already, since the plan was made of it."""
    return lambda: view


class FileView(Struct, frozen=True):
    """A file of the content folder that is published as it is; the digest tells when its bytes change."""

    path: str
    digest: str


class Quoting(Struct, frozen=True):
    """A page that quotes whole files: its bytes without them, and those files, which have been looked at already."""

    around: bytes
    files: tuple[tuple[str, str], ...]
    """Each by the path of the output that made it, which the page gathers, and by its own."""


class Rendering(Struct, frozen=True):
    """What came of rendering: bytes (None: no file is to be written), facts for those who gather, and faults."""

    data: bytes | None
    facts: MadeBlock | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """The other files, by path; of those that the output announces some may be missing."""
    quoting: Quoting | None = None
    """What the first file quotes."""


class Trees(Protocol):
    """Where the trees of bodies are."""

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""


class Materials(Trees, Protocol):
    """What a renderer may ask for beside its view."""

    def file(self, path: str) -> bytes:
        """Load a file of the content folder."""

    def facts(self, path: str) -> MadeBlock | None:
        """Return the facts of an output that this one gathers; None when it has none."""

    def output(self, path: str) -> bytes:
        """Return the bytes of a file of an output that this one gathers, whose facts say that the file is there."""


Outlet: TypeAlias = Callable[[SiteIndex, str], Iterable[Output]]
"""A pure function from the index and a language to outputs."""

VersionOutlet: TypeAlias = Callable[[SiteIndex, Version], Iterable[Output]]
"""A pure function from the index and a published version to the outputs that are of this version.

Where they stand follows from the version and the settings; what they show may depend on all of the index.
"""

Sequel: TypeAlias = Callable[[SiteIndex, Sequence[Output]], Iterable[Output]]
"""An outlet that tells of what the others make, and so is asked after them."""

Renderer: TypeAlias = Callable[[Any, Materials], Rendering]
"""A pure function from a view to bytes."""


class Kind(Struct, frozen=True):
    """How the outputs of a kind are rendered, and what the result depends on beside the view.

    The key is a digest of templates, or a version.
    """

    render: Renderer
    key: str = ""


class KindUpon(Struct, frozen=True):
    """A kind that is rendered through another one, and changes with it."""

    base: str
    render_upon: Callable[[Renderer], Renderer]

    def made(self, base: Kind) -> Kind:
        """Put it upon its base."""
        return Kind(self.render_upon(base.render), base.key)
