"""Outputs of several files: each stands at an address that nothing else has, and none comes unannounced."""

from pathlib import Path

import pytest

from plugins.core.contributions import Contributions
from plugins.core.output_tree import Plan
from plugins.core.outputs import Kind, Output, Rendering, planned_view
from plugins.engine.planning import collisions
from plugins.incremental.records import RecordStore
from plugins.incremental.rendering import Workshop, render_changed
from tests.blocks.sites import an_index
from tests.rooms import house


@pytest.mark.parametrize("other", ["b.html", "B.html", "b.html/c.html", "a.json"])
def test_no_file_stands_where_another_does(other: str) -> None:
    several = Output("a.json", "kind", planned_view("view"), beside=("b.html",))
    found = collisions(an_index(), (several, Output(other, "kind", planned_view("view"))))
    assert [one.code for one in found] == ["ADR001"]
    assert not collisions(an_index(), (several, Output("c.html", "kind", planned_view("view"))))


def test_a_file_that_was_not_announced_is_a_fault_of_the_program(tmp_path: Path) -> None:
    kind = Kind(lambda view, _materials: Rendering(None, beside={view: b"x"}))
    pipeline = house(Contributions(kinds={"kind": kind}))
    for view, announced in (("b.html", ("b.html",)), ("c.html", ("b.html",))):
        outputs = [Output("a.json", "kind", planned_view(view), beside=announced)]
        plan = Plan(outputs, "https://example.org/", "")
        workshop = Workshop(pipeline, plan, RecordStore(tmp_path / "output"), tmp_path / "staging")
        if view in announced:
            records = render_changed(workshop, outputs, {})
            assert [file.path for file in records["a.json"].files] == [view]
        else:
            with pytest.raises(RuntimeError, match=r"a\.json"):
                render_changed(workshop, outputs, {})
