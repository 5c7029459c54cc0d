"""The software bill of materials of the wheel (CycloneDX 1.6, PEP 770): what Kaiku is made of, with licences.

It lists every package of requirements.lock in its locked version, its licence as docs/licences.md has it (a test holds
that list against the packages' own words), who needs it, and what lies in the wheel itself and is others' work. The
same sources give the same bytes.
"""

import re
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.output.json import JsonV1Dot6
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from msgspec import Struct
from packageurl import PackageURL

NAME = "kaiku.cdx.json"
MADE = datetime(2020, 2, 2, tzinfo=UTC)
"""The date that Hatchling gives to files of a wheel, too: a bill of the same sources is the same."""

BUNDLED = (
    ("decap-cms", "3.16.3", "MIT", "the editor's forms, in plugins/editor/vendor"),
    ("Newsreader", "", "OFL-1.1", "the typeface of pages, in theme/static/fonts"),
    ("hyphenation.fi", "0.2.1", "MIT", "patterns of Finnish syllables, in theme/hyphenation/fi.dic"),
)
"""What the wheel itself holds of others: name, version, licence, what it is."""

_PACKAGE = re.compile(r"^([a-z0-9._-]+)==(\S+)(?: ; (.+?))? \\$((?:\n[ \t].*)*)", re.MULTILINE)
_NEEDED_BY = re.compile(r"^ +#(?: via|  ) +(\S+)", re.MULTILINE)
_LICENCE = re.compile(r"^\| ([a-z0-9-]+) \| ([^|]+) \|", re.MULTILINE)


class Locked(Struct, frozen=True):
    """A package of a lock file: what it is called and who asks for it."""

    name: str
    version: str
    marker: str
    """Where it is needed (PEP 508); empty for everywhere."""
    needed_by: tuple[str, ...]


def locked(lock: str) -> Iterator[Locked]:
    """Read the packages of a lock file as uv writes it."""
    for name, version, marker, rest in _PACKAGE.findall(lock):
        yield Locked(name, version, marker, tuple(_NEEDED_BY.findall(rest)))


def licences(table: str) -> Mapping[str, str]:
    """Read the licences of packages from docs/licences.md."""
    return {name: licence.strip() for name, licence in _LICENCE.findall(table)}


def bill_of_materials(root: Path) -> str:
    """Write the bill as JSON; raises KeyError for a package without a licence."""
    project: Any = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = licences((root / "docs" / "licences.md").read_text(encoding="utf-8"))
    packages = tuple(locked((root / "requirements.lock").read_text(encoding="utf-8")))
    kaiku = _component(project["name"], project["version"], project["license"], kind=ComponentType.APPLICATION)
    parts = {
        (one.name, one.version): _component(one.name, one.version, known[one.name], one.marker) for one in packages
    }
    bundled = [_bundled(*one) for one in BUNDLED]
    wants: dict[str, list[Component]] = {}
    for one in packages:
        for owner in one.needed_by:
            wants.setdefault(owner, []).append(parts[one.name, one.version])
    bom = Bom(components=[*parts.values(), *bundled])
    bom.metadata.component, bom.metadata.timestamp = kaiku, MADE
    needed = [(kaiku, [*wants.get(project["name"], []), *bundled])]
    needed += [(part, wants.get(name, [])) for (name, _), part in parts.items()]
    bom.dependencies = [Dependency(one.bom_ref, [Dependency(part.bom_ref) for part in some]) for one, some in needed]
    contents = sorted(str(one.bom_ref.value) for one in (kaiku, *parts.values(), *bundled))
    bom.serial_number = uuid5(NAMESPACE_URL, "\n".join(contents))
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _component(
    name: str, version: str, licence: str, marker: str = "", kind: ComponentType = ComponentType.LIBRARY
) -> Component:
    address = PackageURL("pypi", None, name, version)
    known = [LicenseFactory().make_from_string(licence)]
    where = [Property(name="kaiku:environment-marker", value=marker)] if marker else []
    return Component(
        name=name, version=version, type=kind, purl=address, bom_ref=str(address), licenses=known, properties=where
    )


def _bundled(name: str, version: str, licence: str, what: str) -> Component:
    known = [LicenseFactory().make_from_string(licence)]
    kind, reference = ComponentType.FILE, f"bundled:{name}"
    return Component(name=name, version=version or None, type=kind, description=what, bom_ref=reference, licenses=known)


class BillOfMaterials(BuildHookInterface[Any]):
    """Puts the bill into `.dist-info/sboms` while Hatchling makes the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the bill where Hatchling takes it from."""
        self._folder = tempfile.TemporaryDirectory()
        file = Path(self._folder.name) / NAME
        file.write_text(bill_of_materials(Path(self.root)), encoding="utf-8", newline="\n")
        build_data["sbom_files"].append(str(file))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear up."""
        self._folder.cleanup()
