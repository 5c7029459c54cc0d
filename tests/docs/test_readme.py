"""The README's commands are run as written, in a copy of the project that has the packages of the running Python."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

import tasks as menu
from tests import systems

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
            for line in block.splitlines()]  # fmt: skip
COVERED = {"./kaiku test": "this very run; tests/test_launcher.py tests how the tools are made ready"}
"""Commands that are not run here, and why."""

LINKS = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv*", ".cache", ".output.kaiku", "output", ".*_cache",
                                    ".hypothesis", "tests", "docs", "bench")  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a copy whose `.venv` the launcher takes for its own, so that nothing is fetched."""
    project = tmp_path_factory.mktemp("readme") / "kaiku"
    shutil.copytree(ROOT, project, ignore=NOT_COPIED)
    venv = project / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/python").symlink_to(sys.executable)
    (venv / "lib").symlink_to(Path(sys.prefix) / "lib")
    shutil.copyfile(Path(sys.prefix) / "pyvenv.cfg", venv / "pyvenv.cfg")
    pelican = venv / "bin/pelican"
    pelican.write_text(f"#!{venv}/bin/python\nimport sys\nfrom pelican import main\nsys.exit(main())\n")
    pelican.chmod(0o755)
    loader = SourceFileLoader("launcher", str(project / "kaiku"))
    spec = spec_from_loader("launcher", loader)
    assert spec is not None
    launcher = module_from_spec(spec)
    loader.exec_module(launcher)
    launcher.write_stamps({"run": launcher.wanted_stamp("run")})
    return project


@systems.links
@pytest.mark.parametrize("line", [line for line in COMMANDS if line not in COVERED])
def test_command_succeeds(line: str, copy: Path, tmp_path: Path) -> None:
    """A command of the README ends well, without a network."""
    environment = {**os.environ, "http_proxy": "http://127.0.0.1:9/", "https_proxy": "http://127.0.0.1:9/"}
    words = line.replace("/tmp/kaiku-trial", str(tmp_path / "trial"))  # noqa: S108 - what the README says
    done = subprocess.run(words.split(), cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Preparing the tools" not in done.stderr


def test_every_command_is_named() -> None:
    """The README's table has each command of the menu, and no other."""
    table = set(re.findall(r"^\| `\./kaiku (\w+)` \|", README, re.MULTILINE))
    assert table == set(menu.COMMANDS)


def links() -> Iterator[tuple[str, str]]:
    """List the links between the documents."""
    for page in PAGES:
        text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        text = re.sub(r"`[^`\n]+`", "", text)
        for target in LINKS.findall(text):
            if not target.startswith(("http:", "https:", "mailto:")):
                yield page.relative_to(ROOT).as_posix(), target


@pytest.mark.parametrize(("page", "target"), sorted(set(links())))
def test_link_leads_somewhere(page: str, target: str) -> None:
    """A link of the documentation leads to a file or folder of the project."""
    assert (ROOT / page).parent.joinpath(target).exists()
