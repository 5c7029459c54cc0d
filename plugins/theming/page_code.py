"""The Python that templates become: what Jinja would find out for every value of every page is settled beforehand.

Views have attributes and no items, nothing that templates call asks for the context, and components are imported by
name and without context. So an attribute is Python's, a call is a plain call, and an import looks a component up.
"""

from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


def digest() -> str:
    """Digest the way in which code is written here: code that was written in another way may not run."""
    return blake2b(Path(__file__).read_bytes(), digest_size=8).hexdigest()


class PageCode(CodeGenerator):
    """Writes the code of templates for a `PageEnvironment`."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - so Jinja calls it
        """Write an attribute; one that is not there is a fault."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT002, N802
        """Write a call of a component or a function of the environment."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("calls name their arguments", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        """Write imports of components."""
        if not isinstance(node.template, nodes.Const) or node.with_context:
            self.fail("components are imported by name, without context", node.lineno)
        template: Any = node.template.value
        for name in node.names:
            if not isinstance(name, str):
                self.fail("components keep their names", node.lineno)
            self.writeline(f"{frame.symbols.ref(name)} = environment.component({template!r}, {name!r})", node)
            if frame.toplevel:
                self.writeline(f"context.vars[{name!r}] = {frame.symbols.ref(name)}")
